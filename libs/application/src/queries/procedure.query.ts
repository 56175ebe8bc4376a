import { governedCategory, type Definition } from '../../../workflow/src/index.ts';
import type { Query } from '../contract.ts';
import { proceduresOf } from '../procedure/procedures.ts';

/** A procedure as it is followed. */
export type ProcedureView = Omit<Definition, 'fourEyes' | 'transitions'> & { readonly policy: string };

/** The procedure with the hash that an instance is stamped with, or the one in force; null for what no procedure governs. */
export const procedure: Query<{ readonly object: string; readonly policy: string | null }, ProcedureView | null> = {
  name: 'procedure',
  run: async (env, { object, policy }) => {
    const procedures = governedCategory(object) === null ? null : await proceduresOf(env.store, object);
    if (procedures === null) return null;
    const { definition, policy: hash } = policy === null ? procedures.current : procedures.of(policy);
    const { name, version, title, stages, commands, reasons, deadlines } = definition;
    return { name, version, title, stages, commands, reasons, deadlines, policy: hash };
  },
};
