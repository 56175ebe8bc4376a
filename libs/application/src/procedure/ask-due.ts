import type { Instant } from '../../../domain/src/index.ts';
import { shownRevision } from '../../../projections/src/index.ts';
import type { Environment } from '../contract.ts';
import { deadlineClockOf, runningDeadlines } from './running-deadlines.ts';

/** What a Member is asked, and by when only the procedure says: deadlines of the same names. */
const timed = ['merge_consent', 'entry_confirmation'] as const;

export const isTimed = (kind: string): kind is (typeof timed)[number] => timed.some((one) => one === kind);

/** The last moment for what is asked about a contribution, from the procedure it runs on; null while its clock stands still. */
export const askDueAt = async (env: Environment, deadline: (typeof timed)[number], stream: string): Promise<Instant | null> => {
  const clock = await deadlineClockOf(env.store, stream.slice(0, stream.indexOf('-')));
  if (clock === null) return null;
  const upTo = BigInt(shownRevision(env.read, { stream, isAddressee: true }, { kind: 'internal' }));
  return (await runningDeadlines(env, clock, stream, upTo)).find((one) => one.deadline === deadline)?.dueAt ?? null;
};
