import { triageStatistics as ask, type ReasonCount, type StatisticsFilter, type TriageStatistics } from '../../../projections/src/index.ts';
import type { Wording } from '../../../workflow/src/index.ts';
import type { Query } from '../contract.ts';
import { proceduresOf, type Procedures } from '../procedure/procedures.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** The figures with what the procedure in force calls each reason. */
export interface StatisticsTold extends Omit<TriageStatistics, 'reasons'> {
  readonly reasons: readonly (ReasonCount & { readonly title: Wording })[];
}

/** What a list of reasons calls a code; the code itself when no list of the version in force has it. */
const titleOf = (procedures: Procedures | null, code: string): Wording => {
  const lists = Object.values(procedures?.current.definition.reasons ?? {});
  return lists.flat().find((reason) => reason.code === code)?.title ?? { en: code, fr: code };
};

/** How contributions were judged; for the Secretariat, the Chair and auditors. */
export const triageStatistics: Query<StatisticsFilter, StatisticsTold | null> = {
  name: 'triageStatistics',
  run: async (env, filter, viewer) => {
    if (viewer.kind !== 'internal') return null;
    const found = ask(env.read, filter, brusselsDate(env.clock.now()));
    const procedures = { topic: await proceduresOf(env.store, 'topic'), practice: await proceduresOf(env.store, 'practice') };
    return { ...found, reasons: found.reasons.map((reason) => ({ ...reason, title: titleOf(procedures[reason.kind], reason.code) })) };
  },
};
