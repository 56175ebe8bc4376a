import {
  accept,
  checkReasonGiven,
  missingLanguages,
  reject,
  repeated,
  same,
  type AccreditationId,
  type CodedReason,
  type Decider,
  type Decision,
  type Instant,
} from '../kernel/index.ts';
import type { ReleaseCandidate, ReleaseCommand, ReleaseEvent, ReleaseItem, ReleaseRejection } from './release.events.ts';

interface Batch {
  readonly releaseId: string;
  readonly title: { readonly en: string; readonly fr: string };
  readonly items: readonly ReleaseItem[];
  readonly preparedBy: AccreditationId;
}

export type ReleaseState =
  | { readonly status: 'unknown' }
  | { readonly status: 'prepared'; readonly batch: Batch }
  | { readonly status: 'released'; readonly batch: Batch; readonly releasedBy: AccreditationId; readonly releasedAt: Instant }
  | { readonly status: 'discarded'; readonly batch: Batch; readonly reason: CodedReason };

type ReleaseDecision = Decision<ReleaseEvent, ReleaseRejection>;
type Data<T extends ReleaseCommand['type']> = Extract<ReleaseCommand, { type: T }>['data'];

const nameOf = ({ category, id }: Pick<ReleaseCandidate, 'category' | 'id'>): string => `${category}-${id}`;

const decisionsOf = (candidates: readonly ReleaseCandidate[]): readonly ReleaseItem[] =>
  candidates.flatMap(({ decision }) => (decision === null ? [] : [decision]));

const checkBatch = ({ title, candidates }: Data<'PrepareRelease'>): ReleaseRejection | null => {
  const missing = missingLanguages(title);
  if (missing.length > 0) return { code: 'release.title_missing_language', missing };
  if (candidates.length === 0) return { code: 'release.empty' };
  const twice = repeated(candidates.map(nameOf));
  if (twice.length > 0) return { code: 'release.item_repeated', items: twice };
  const silent = candidates.filter(({ decision }) => decision === null).map(nameOf);
  return silent.length === 0 ? null : { code: 'release.nothing_to_tell', items: silent };
};

const prepare = (wish: Data<'PrepareRelease'>, state: ReleaseState): ReleaseDecision => {
  const { releaseId, title, candidates, actor, now } = wish;
  const items = decisionsOf(candidates);
  const batch = { releaseId, title, items, preparedBy: actor.accreditationId };
  if (state.status !== 'unknown') return same(state.batch, batch) ? accept() : reject({ code: 'release.already_prepared' });
  const wrong = checkBatch(wish);
  return wrong === null ? accept({ type: 'ReleasePrepared', data: { ...batch, preparedAt: now } }) : reject(wrong);
};

/** What was decided anew since the batch was prepared goes out with no one's approval. */
const changedSince = ({ items }: Batch, candidates: readonly ReleaseCandidate[]): readonly string[] => {
  const present = decisionsOf(candidates);
  return items.filter((item) => !present.some((decision) => same(decision, item))).map(nameOf);
};

const issue = ({ candidates, actor, now }: Data<'IssueRelease'>, state: Exclude<ReleaseState, { status: 'unknown' }>): ReleaseDecision => {
  if (state.status === 'discarded') return reject({ code: 'release.discarded' });
  if (state.status === 'released')
    return state.releasedBy === actor.accreditationId ? accept() : reject({ code: 'release.already_issued' });
  const { batch } = state;
  if (batch.preparedBy === actor.accreditationId) return reject({ code: 'release.preparer_cannot_release' });
  const items = changedSince(batch, candidates);
  if (items.length > 0) return reject({ code: 'release.decision_changed', items });
  const issued = { releaseId: batch.releaseId, items: batch.items, releasedBy: actor.accreditationId, releasedAt: now };
  return accept({ type: 'ReleaseIssued', data: issued });
};

const discard = ({ actor, now, reason }: Data<'DiscardRelease'>, state: Exclude<ReleaseState, { status: 'unknown' }>): ReleaseDecision => {
  if (state.status === 'released') return reject({ code: 'release.already_issued' });
  if (state.status === 'discarded') return same(state.reason, reason) ? accept() : reject({ code: 'release.discarded' });
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const { releaseId } = state.batch;
  return accept({ type: 'ReleaseDiscarded', data: { releaseId, reason, discardedBy: actor.accreditationId, discardedAt: now } });
};

const evolve = (state: ReleaseState, event: ReleaseEvent): ReleaseState => {
  if (event.type === 'ReleasePrepared') {
    const { releaseId, title, items, preparedBy } = event.data;
    return { status: 'prepared', batch: { releaseId, title, items, preparedBy } };
  }
  if (state.status === 'unknown') return state;
  return event.type === 'ReleaseIssued'
    ? { status: 'released', batch: state.batch, releasedBy: event.data.releasedBy, releasedAt: event.data.releasedAt }
    : { status: 'discarded', batch: state.batch, reason: event.data.reason };
};

/** Decided now, told later in one batch (row B11): prepared by one, released by another. */
export const releaseDecider: Decider<ReleaseState, ReleaseCommand, ReleaseEvent, ReleaseRejection> = {
  category: 'release',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'PrepareRelease') return prepare(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'release.not_found' });
    return command.type === 'IssueRelease' ? issue(command.data, state) : discard(command.data, state);
  },
};
