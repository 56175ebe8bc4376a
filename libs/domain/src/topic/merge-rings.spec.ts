import { describe, expect, it } from '@jest/globals';
import { member, noon, release } from '../../../../test/support/domain.ts';
import { because, ben } from '../../../../test/support/topic.ts';
import { sponsorsNow } from '../contribution/index.ts';
import { topicDecider, type Topic, type TopicCommand, type TopicEvent, type TopicState } from './index.ts';

/** Topics by name; each wants to be merged into the next, and every Member has consented. */
type Topics = Readonly<Record<string, TopicState>>;

const evolve = (state: TopicState, events: readonly TopicEvent[]): TopicState => events.reduce(topicDecider.evolve, state);

const wanting = (topicId: string, targetId: string): TopicState => {
  const named = { topicId, targetId, mergeId: `${topicId}${targetId}` };
  return evolve(topicDecider.initialState, [
    { type: 'TopicSubmitted', data: release({ contributionId: topicId, member: member('KE') }) },
    { type: 'TopicAcknowledged', data: { topicId, acknowledgedAt: noon } },
    { type: 'TopicMergeProposed', data: { ...named, reason: because, asked: [], proposedBy: ben.accreditationId, proposedAt: noon } },
  ]);
};

const give = (topics: Topics, name: string, command: TopicCommand): { readonly topics: Topics; readonly refused: string | null } => {
  const state = topics[name] ?? topicDecider.initialState;
  const decision = topicDecider.decide(command, state);
  if (!decision.accepted) return { topics, refused: decision.rejection.code };
  return { topics: { ...topics, [name]: evolve(state, decision.events) }, refused: null };
};

const topicAt = (topics: Topics, name: string): Topic => topics[name] as Topic;

type Stage = 'reserve' | 'accept' | 'end' | 'over';
interface Merge {
  readonly source: string;
  readonly target: string;
  readonly stage: Stage;
  readonly cause: string | null;
}

/** The next step of one merge, as the process that drives it would take it. */
const stepOf = (topics: Topics, merge: Merge): { readonly topics: Topics; readonly merge: Merge } => {
  const { source, target, stage } = merge;
  const mergeId = `${source}${target}`;
  if (stage === 'reserve') {
    const done = give(topics, source, { type: 'ReserveTopicMerge', data: { mergeId, now: noon } });
    return { topics: done.topics, merge: { ...merge, stage: done.refused === null ? 'accept' : 'end', cause: done.refused } };
  }
  if (stage === 'accept') {
    const { release: first, contentHash } = topicAt(topics, source);
    const sponsors = sponsorsNow(topicAt(topics, source));
    const taken = { sourceId: source, mergeId, reference: first.reference, contentHash, sponsors, late: false };
    const done = give(topics, target, { type: 'AcceptTopicMerge', data: { source: taken, now: noon } });
    return { topics: done.topics, merge: { ...merge, stage: 'end', cause: done.refused } };
  }
  const last: TopicCommand =
    merge.cause === null
      ? { type: 'CompleteTopicMerge', data: { mergeId, now: noon } }
      : { type: 'ReleaseTopicMerge', data: { mergeId, now: noon, cause: merge.cause } };
  const done = give(topics, source, last);
  expect(done.refused).toBeNull();
  return { topics: done.topics, merge: { ...merge, stage: 'over' } };
};

/** Every end that the merges can come to, whichever is taken a step further next. */
const endsOf = (topics: Topics, merges: readonly Merge[]): readonly Topics[] => {
  const open = merges.filter(({ stage }) => stage !== 'over');
  if (open.length === 0) return [topics];
  return open.flatMap((merge) => {
    const next = stepOf(topics, merge);
    return endsOf(
      next.topics,
      merges.map((one) => (one === merge ? next.merge : one)),
    );
  });
};

describe.each([
  { names: ['a', 'b'], interleavings: 20 },
  { names: ['a', 'b', 'c'], interleavings: 1_680 },
])('$names.length topics, each to be merged into the next, in every order of steps', ({ names, interleavings }) => {
  const merges = names.map((source, index): Merge => ({
    source,
    target: names[(index + 1) % names.length] ?? '',
    stage: 'reserve',
    cause: null,
  }));
  const topics = Object.fromEntries(merges.map(({ source, target }) => [source, wanting(source, target)]));
  const ends = endsOf(topics, merges);

  it('come to an end', () => {
    expect(ends.length).toBeGreaterThan(interleavings / 2);
    expect(ends.flatMap((end) => names.filter((name) => topicAt(end, name).merge !== null))).toStrictEqual([]);
  });

  it('make no ring: what is merged is merged into a topic that is not', () => {
    const rings = ends.filter((end) =>
      names.some(
        (name, index) => topicAt(end, name).ended === 'merged' && topicAt(end, names[(index + 1) % names.length] ?? '').ended === 'merged',
      ),
    );
    expect(rings).toStrictEqual([]);
  });

  it('agree on both sides: who was taken in has gone in', () => {
    const odd = ends.filter((end) =>
      names.some((name) => topicAt(end, name).sources.some(({ sourceId }) => topicAt(end, sourceId).ended !== 'merged')),
    );
    expect(odd).toStrictEqual([]);
  });
});
