import { act, type Act } from './act.ts';
import { reasonFrom } from './fields.ts';

const pair = ['topicId', 'otherId'] as const;

/** What is ruled on two topics, and what is done to make them one. */
export const mergeActs: readonly Act[] = [
  act('confirmTopicDuplicate', {
    title: { en: 'They are the same', fr: 'C’est le même thème' },
    given: pair,
    fields: [reasonFrom('topic', 'same')],
    input: (sent) => ({ topicId: sent.id('topicId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
  act('ruleOutTopicDuplicate', {
    title: { en: 'Not the same', fr: 'Ce n’est pas le même' },
    given: pair,
    fields: [reasonFrom('topic', 'different')],
    input: (sent) => ({ topicId: sent.id('topicId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
  act('undoTopicDuplicateRuling', {
    title: { en: 'Undo the ruling', fr: 'Annuler la décision' },
    given: pair,
    fields: [reasonFrom('topic', 'undo_ruling')],
    input: (sent) => ({ topicId: sent.id('topicId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
  act('proposeTopicMerge', {
    title: { en: 'Propose to merge', fr: 'Proposer la fusion' },
    given: ['topicId', 'targetId'],
    fields: [reasonFrom('topic', 'merge')],
    input: (sent) => ({ topicId: sent.id('topicId'), targetId: sent.id('targetId'), reason: sent.reason() }),
  }),
  act('withdrawTopicMergeProposal', {
    title: { en: 'Withdraw the proposal', fr: 'Retirer la proposition' },
    given: ['topicId', 'mergeId'],
    fields: [reasonFrom('topic', 'end_merge')],
    input: (sent) => ({ topicId: sent.id('topicId'), mergeId: sent.id('mergeId'), reason: sent.reason() }),
  }),
  act('unmergeTopic', {
    title: { en: 'Undo the merge', fr: 'Annuler la fusion' },
    tone: 'danger',
    given: ['topicId'],
    fields: [reasonFrom('topic', 'end_merge')],
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
];

/** The same of practices, which are never merged. */
export const practicePairActs: readonly Act[] = [
  act('confirmPracticeDuplicate', {
    title: { en: 'They are the same', fr: 'C’est la même pratique' },
    given: ['practiceId', 'otherId'],
    fields: [reasonFrom('practice', 'same')],
    input: (sent) => ({ practiceId: sent.id('practiceId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
  act('ruleOutPracticeDuplicate', {
    title: { en: 'Not the same', fr: 'Ce n’est pas la même' },
    given: ['practiceId', 'otherId'],
    fields: [reasonFrom('practice', 'different')],
    input: (sent) => ({ practiceId: sent.id('practiceId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
  act('undoPracticeDuplicateRuling', {
    title: { en: 'Undo the ruling', fr: 'Annuler la décision' },
    given: ['practiceId', 'otherId'],
    fields: [reasonFrom('practice', 'undo_ruling')],
    input: (sent) => ({ practiceId: sent.id('practiceId'), otherId: sent.id('otherId'), reason: sent.reason() }),
  }),
];
