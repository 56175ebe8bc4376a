import {
  practiceDecider,
  releaseDecider,
  topicDecider,
  type Contribution,
  type Instant,
  type Outcome,
  type ReleaseCandidate,
  type ReleaseItem,
} from '../../../domain/src/index.ts';
import { fold, loadStream, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';
import { upcasters } from '../upcasters.ts';

/** A contribution of a batch, by its stream. */
export interface ReleaseNaming {
  readonly category: 'topic' | 'practice';
  readonly id: string;
}

const decisions = ['Accepted', 'Declined', 'Deferred'];

const foldOf = (category: ReleaseNaming['category'], events: readonly RecordedEvent[]): Contribution | null => {
  const state = category === 'topic' ? fold(topicDecider, events, upcasters) : fold(practiceDecider, events, upcasters);
  return state.milestone === 'none' ? null : state;
};

/** The decision that waits to be told, with the revision at which it stands; null when none does. */
const waiting = ({ category, id }: ReleaseNaming, state: Contribution | null, events: readonly RecordedEvent[]): ReleaseItem | null => {
  if (state?.milestone !== 'decided' || state.decided === null || state.ended !== null) return null;
  const event = events.findLast(({ type }) => decisions.some((decision) => type.endsWith(decision)));
  if (event === undefined) return null;
  const { outcome, decidedAt } = state.decided;
  return { category, id, reference: state.release.reference, revision: Number(event.revision), outcome, decidedAt };
};

const candidateOf = async (env: Environment, naming: ReleaseNaming): Promise<ReleaseCandidate> => {
  const { category, id } = naming;
  const { events } = await loadStream(env.store, `${category}-${id}`);
  return { category, id, decision: waiting(naming, foldOf(category, events), events) };
};

/** Each contribution with the decision that waits to be told, from its own stream. */
export const candidatesOf = (env: Environment, items: readonly ReleaseNaming[]): Promise<readonly ReleaseCandidate[]> =>
  Promise.all(items.map((naming) => candidateOf(env, naming)));

/** What a batch that was released told of one contribution. */
export const releasedDecision = async (
  env: Environment,
  releaseId: string,
  category: ReleaseNaming['category'],
  id: string,
): Promise<
  | { readonly releaseId: string; readonly outcome: Outcome; readonly decidedAt: Instant; readonly releasedAt: Instant }
  | { readonly code: 'release.not_found' }
> => {
  const release = await stateOf(env, releaseDecider, releaseId);
  const item = release.status === 'released' ? release.batch.items.find((one) => one.category === category && one.id === id) : undefined;
  if (release.status !== 'released' || item === undefined) return { code: 'release.not_found' };
  return { releaseId, outcome: item.outcome, decidedAt: item.decidedAt, releasedAt: release.releasedAt };
};
