import { members as ask, type MemberView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** Members on a date, today without one. */
export const members: Query<{ readonly onDate: string | null }, readonly MemberView[]> = {
  name: 'members',
  run: (env, { onDate }) => ask(env.read, onDate ?? brusselsDate(env.clock.now())),
};
