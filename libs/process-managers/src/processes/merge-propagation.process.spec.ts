import { describe, it } from '@jest/globals';
import { follows, refusedIn, seen } from '../../../../test/support/process-spec.ts';
import { mergePropagation } from './merge-propagation.process.ts';
import { topicDivision } from './topic-division.process.ts';

const merge = { topicId: 'A', targetId: 'B', mergeId: 'm' };
const proposed = seen('TopicMergeProposed', { ...merge, asked: ['KE', 'FR'] });
const consent = (member: string) => seen('TopicMergeConsented', { ...merge, member });
const reserved = seen('TopicMergeReserved', merge);
const accepted = seen('TopicMergeAccepted', { topicId: 'B', sourceId: 'A', mergeId: 'm' });
const merged = seen('TopicMergedInto', merge);
const agreed = [proposed, consent('KE'), consent('FR')];

describe('a merge', () => {
  it('waits for every Member that was asked', () => {
    follows(mergePropagation, [proposed]);
    follows(mergePropagation, [proposed, consent('KE')]);
    follows(mergePropagation, [proposed, consent('KE'), consent('KE')]);
    follows(mergePropagation, agreed, 'reserveTopicMerge A m');
  });

  it('that nobody has to be asked about is reserved at once', () => {
    follows(mergePropagation, [seen('TopicMergeProposed', { ...merge, asked: [] })], 'reserveTopicMerge A m');
  });

  it('goes from the source to the target and back', () => {
    follows(mergePropagation, [...agreed, reserved], 'acceptTopicMerge B A m');
    follows(mergePropagation, [...agreed, reserved, accepted], 'completeTopicMerge A m');
    follows(mergePropagation, [...agreed, reserved, accepted, merged]);
  });

  it('ends without one when the target, or the source itself, refuses', () => {
    const refused = refusedIn('A', 'acceptTopicMerge', 'merge.target_not_open');
    follows(mergePropagation, [...agreed, reserved, refused], 'releaseTopicMerge A m merge.target_not_open');
    follows(
      mergePropagation,
      [...agreed, refusedIn('A', 'reserveTopicMerge', 'merge.has_sources')],
      'releaseTopicMerge A m merge.has_sources',
    );
    follows(mergePropagation, [...agreed, refusedIn('A', 'releaseTopicMerge', 'merge.not_proposed')]);
    follows(mergePropagation, [{ ...seen('ProcessCommandFoundDone', { command: 'acceptTopicMerge' }), instance: 'A' }]);
  });

  it('leaves the target when the source can no longer be merged', () => {
    follows(
      mergePropagation,
      [...agreed, reserved, accepted, refusedIn('A', 'completeTopicMerge', 'merge.not_reserved')],
      'dropTopicSource B m',
    );
  });

  it('leaves the target when it is undone or the source is withdrawn', () => {
    const done = [...agreed, reserved, accepted, merged];
    follows(mergePropagation, [...done, seen('TopicUnmerged', merge)], 'dropTopicSource B m');
    follows(mergePropagation, [...done, seen('TopicWithdrawn', { topicId: 'A' })], 'dropTopicSource B m');
    follows(mergePropagation, [...done, seen('TopicUnmerged', merge), seen('TopicWithdrawn', { topicId: 'A' })]);
    follows(mergePropagation, [...done, seen('TopicWithdrawn', { topicId: 'B' })]);
  });

  it('can be tried again with another target', () => {
    const again = { topicId: 'A', targetId: 'C', mergeId: 'n' };
    const second = [seen('TopicMergeProposed', { ...again, asked: ['KE'] }), seen('TopicMergeConsented', { ...again, member: 'KE' })];
    follows(mergePropagation, [...agreed, ...second], 'reserveTopicMerge A n');
  });
});

it('each part of a divided topic begins a life of its own', () => {
  const split = seen('TopicSplit', { topicId: 'A', parts: [{ topicId: 'A1' }, { topicId: 'A2' }] });
  follows(topicDivision, [split], 'createTopicPart A A1', 'createTopicPart A A2');
});
