import { accreditations as ask, holders, type AccreditationView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** An accreditation with who holds it, as the directory knows him today; null when it does not. */
export interface HeldAccreditation extends AccreditationView {
  readonly holder: { readonly personId: string; readonly name: string } | null;
}

/** Who may act for whom: all for the Secretariat, its own people for a Member. */
export const accreditations: Query<Nothing, readonly HeldAccreditation[]> = {
  name: 'accreditations',
  run: async (env, _args, viewer) => {
    if (viewer.kind === 'public') return [];
    await env.directory.upToDate();
    const known = holders(env.directory.read);
    const found = ask(env.read, viewer.kind === 'internal' ? null : viewer.member);
    return found.map((accreditation) => ({ ...accreditation, holder: known[accreditation.accreditationId] ?? null }));
  },
  stillPermitted: (_env, then) => then,
};
