import {
  triageByMember as askByMember,
  triageQueue as ask,
  type Page,
  type TriageEntry,
  type TriageFilter,
  type TriageItem,
  type TriageOfMember,
} from '../../../projections/src/index.ts';
import { stageNamed } from '../../../workflow/src/index.ts';
import type { Environment, Nothing, Query } from '../contract.ts';
import { proceduresOf } from '../procedure/procedures.ts';
import { runningDeadlines } from '../procedure/running-deadlines.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** What the procedure says of an entry, as its stream stood at the entry's revision. */
const withProcedure = async (env: Environment, entry: TriageEntry): Promise<TriageItem> => {
  const procedures = await proceduresOf(env.store, entry.kind);
  const stage = procedures === null ? null : stageNamed(procedures.of(entry.policy).definition, entry.stage);
  const deadlines = await runningDeadlines(env, entry.kind, entry.contributionId, BigInt(entry.revision));
  return { ...entry, stageTitle: stage?.title ?? { en: entry.stage, fr: entry.stage }, deadlines };
};

/** What waits to be judged, the oldest first; for the Secretariat, the Chair and auditors. */
export const triageQueue: Query<
  { readonly filter: TriageFilter; readonly limit: number; readonly cursor: string | null },
  Page<TriageItem> | { readonly code: 'paging.bad_cursor' } | null
> = {
  name: 'triageQueue',
  run: async (env, args, viewer) => {
    if (viewer.kind !== 'internal') return null;
    const page = ask(env.read, { ...args, now: env.clock.now() });
    if ('code' in page) return page;
    return { ...page, items: await Promise.all(page.items.map((entry) => withProcedure(env, entry))) };
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
