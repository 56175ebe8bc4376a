import { mergeWorkbench as ask, type MergeWorkbench } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { deadlineClockOf, runningDeadlines } from '../procedure/running-deadlines.ts';

/** The workbench with the last moment for the consents that are waited for; null when none are. */
export interface MergeTable extends MergeWorkbench {
  readonly consentDueAt: string | null;
}

/** A topic beside those that it may be one with; for the Secretariat, the Chair and auditors. */
export const mergeWorkbench: Query<{ readonly topicId: string; readonly withId: string | null }, MergeTable | null> = {
  name: 'mergeWorkbench',
  run: async (env, { topicId, withId }, viewer) => {
    const found = viewer.kind === 'internal' ? ask(env.read, topicId, withId) : null;
    if (found === null) return null;
    const clock = await deadlineClockOf(env.store, 'topic');
    const running = clock === null ? [] : await runningDeadlines(env, clock, `topic-${topicId}`, BigInt(found.topic.revision));
    return { ...found, consentDueAt: running.find(({ deadline }) => deadline === 'merge_consent')?.dueAt ?? null };
  },
};
