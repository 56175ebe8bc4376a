import type { Query } from '../contract.ts';
import { readable } from '../history/entry.ts';
import { audiencesOf, isKnown, type ObjectName } from '../history/known-events.ts';
import { allSteps, tellingOf } from '../history/read-history.ts';

/** An object as its events make it, as far as the viewer may know of them. */
export interface ObjectState extends ObjectName {
  /** Ledger size after the last of its events; null outside the ledger. */
  readonly size: number | null;
  readonly recordedAt: string;
  readonly state: unknown;
}

/** The whole of any object; with `asOf` as it was. Drafts have no past. */
export const objectState: Query<ObjectName, ObjectState | { readonly code: 'asof.not_available' } | null> = {
  name: 'objectState',
  run: async (env, { object, id }, viewer) => {
    if (object === 'draft' && env.looksBack === true) return { code: 'asof.not_available' };
    const telling = await tellingOf(env, { object, id }, viewer);
    if (telling === null) return null;
    let found: ObjectState = { object, id, size: null, recordedAt: '', state: null };
    for await (const { known, event, after } of allSteps(env, telling)) {
      const size = known.n === null ? null : known.n + 1;
      found = { object, id, size, recordedAt: event.metadata['occurredAt'] ?? '', state: after };
    }
    return { ...found, state: readable(found.state, telling) };
  },
  // One state tells everything at once: it is shown to those who are still told as much.
  stillPermitted: (env, answer, viewer) => {
    if (answer === null || 'code' in answer) return answer;
    const isContribution = answer.object === 'topic' || answer.object === 'practice';
    if (isContribution && viewer.kind === 'member' && !audiencesOf(env, answer, viewer).includes('addressee')) return null;
    return isKnown(env, answer, viewer) ? answer : null;
  },
};
