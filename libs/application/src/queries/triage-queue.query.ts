import {
  triageByMember as askByMember,
  triageQueue as ask,
  type Page,
  type TriageEntry,
  type TriageFilter,
  type TriageItem,
  type TriageOfMember,
  type TriageOrder,
} from '../../../projections/src/index.ts';
import { stageNamed } from '../../../workflow/src/index.ts';
import type { Environment, Nothing, Query } from '../contract.ts';
import { proceduresOf } from '../procedure/procedures.ts';
import { deadlineClockOf, runningDeadlines } from '../procedure/running-deadlines.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** How entries of one kind are told by their procedure, as their streams stood at their revisions. */
const tellerOf = async (env: Environment, kind: TriageEntry['kind']): Promise<(entry: TriageEntry) => Promise<TriageItem>> => {
  const [procedures, clock] = [await proceduresOf(env.store, kind), await deadlineClockOf(env.store, kind)];
  return async (entry) => {
    const stage = procedures === null ? null : stageNamed(procedures.of(entry.policy).definition, entry.stage);
    const stream = `${kind}-${entry.contributionId}`;
    const deadlines = clock === null ? [] : await runningDeadlines(env, clock, stream, BigInt(entry.revision));
    return { ...entry, stageTitle: stage?.title ?? { en: entry.stage, fr: entry.stage }, deadlines };
  };
};

/** What waits to be judged, the oldest first; for the Secretariat, the Chair and auditors. */
export const triageQueue: Query<
  { readonly filter: TriageFilter; readonly limit: number; readonly cursor: string | null; readonly order?: TriageOrder | null },
  Page<TriageItem> | { readonly code: 'paging.bad_cursor' } | null
> = {
  name: 'triageQueue',
  run: async (env, args, viewer) => {
    if (viewer.kind !== 'internal') return null;
    const page = ask(env.read, { ...args, now: env.clock.now() });
    if ('code' in page) return page;
    const tell = { topic: await tellerOf(env, 'topic'), practice: await tellerOf(env, 'practice') };
    return { ...page, items: await Promise.all(page.items.map((entry) => tell[entry.kind](entry))) };
  },
};

/** What waits of each Member; for the Secretariat, the Chair and auditors. */
export const triageByMember: Query<Nothing, readonly TriageOfMember[] | null> = {
  name: 'triageByMember',
  run: (env, _args, viewer) => {
    const now = env.clock.now();
    return viewer.kind === 'internal' ? askByMember(env.read, now, brusselsDate(now)) : null;
  },
};
