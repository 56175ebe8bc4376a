import { structureDirectory as ask, type StructureDirectory } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** Regional structures in force on a date, today without one, with the stated counts beside what is listed. */
export const structureDirectory: Query<{ readonly onDate: string | null }, StructureDirectory> = {
  name: 'structureDirectory',
  run: (env, { onDate }) => ask(env.read, onDate ?? brusselsDate(env.clock.now())),
};
