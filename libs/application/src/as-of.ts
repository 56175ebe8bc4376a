import type { Instant } from '../../domain/src/index.ts';
import type { Viewer } from '../../projections/src/index.ts';
import type { Environment, Query } from './contract.ts';
import { parseInstant } from './time/wall-time.ts';

/** The state that a reader asks to see: after so many ledgered events, at an instant, or when an agenda version was published. */
export type AsOf =
  | { readonly kind: 'size'; readonly n: number }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'version'; readonly agendaId: string; readonly version: number };

export type AsOfRejection =
  | { readonly code: 'asof.malformed' }
  | { readonly code: 'asof.not_available' }
  | { readonly code: 'asof.in_future'; readonly n: number }
  | { readonly code: 'asof.unknown_version'; readonly agenda: string; readonly version: number }
  /** The row history is behind; worth another try. */
  | { readonly code: 'asof.not_ready'; readonly n: number };

/** Reads `1175`, `2015-03-31T23:59:00+02:00` or `agenda:RIC-2015:v1`; null for anything else. */
export const parseAsOf = (text: string): AsOf | null => {
  if (/^\d{1,15}$/.test(text)) return { kind: 'size', n: Number(text) };
  const [, agendaId, version] = /^agenda:([^\s:]{1,200}):v(\d{1,9})$/.exec(text) ?? [];
  if (agendaId !== undefined) return { kind: 'version', agendaId, version: Number(version) };
  // In a query a plus sign means a blank.
  const at = parseInstant(text.replace(' ', '+'));
  return at === null ? null : { kind: 'instant', at };
};

const mostWaitMs = 2_000;
const pollMs = 10;

const reaches = async (n: number, size: () => number): Promise<boolean> => {
  for (let waited = 0; waited < mostWaitMs; waited += pollMs) {
    if (size() >= n) return true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return size() >= n;
};

/** Ledger size of a state that was asked for, or why it cannot be shown. Waits up to two seconds for the row history. */
export const resolveAsOf = async (
  { rowHistory, projections, clock }: Environment,
  asOf: AsOf,
): Promise<{ readonly n: number } | { readonly rejection: AsOfRejection }> => {
  if (rowHistory === null) return { rejection: { code: 'asof.not_available' } };
  const { n: present } = projections.standing();
  const isAhead = asOf.kind === 'size' ? asOf.n > present : asOf.kind === 'instant' && asOf.at > clock.now();
  if (isAhead) return { rejection: { code: 'asof.in_future', n: present } };
  const needed = asOf.kind === 'size' ? asOf.n : present;
  if (!(await reaches(needed, rowHistory.n))) return { rejection: { code: 'asof.not_ready', n: rowHistory.n() } };
  if (asOf.kind === 'size') return { n: asOf.n };
  if (asOf.kind === 'instant') return { n: rowHistory.sizeAt(asOf.at) };
  const n = rowHistory.sizeAtVersion(asOf.agendaId, asOf.version);
  return n === null ? { rejection: { code: 'asof.unknown_version', agenda: asOf.agendaId, version: asOf.version } } : { n };
};

/**
 * Answers a question as of a ledger size: the same query on the rows as they were, by the clock as it stood. What the viewer may
 * not know today is not shown, whatever was open then.
 *
 * @param n  from 0 to the size of the row history
 */
export const askAsOf = async <Args, Answer>(
  env: Environment,
  question: Query<Args, Answer>,
  args: Args,
  viewer: Viewer,
  n: number,
): Promise<Answer | { readonly code: 'asof.not_available' }> => {
  const { rowHistory } = env;
  if (rowHistory === null || question.looksBack === false) return { code: 'asof.not_available' };
  const now = rowHistory.instantOf(n) ?? env.clock.now();
  const then = await rowHistory.lend(n, (read) =>
    question.run({ ...env, read, looksBack: true, today: env.read, clock: { now: () => now, advanceTo: () => undefined } }, args, viewer),
  );
  if (viewer.kind === 'internal' || then === null) return then;
  if (question.stillPermitted !== undefined) return question.stillPermitted(env, then, viewer);
  return (await question.run(env, args, viewer)) === null ? (null as Answer) : then;
};
