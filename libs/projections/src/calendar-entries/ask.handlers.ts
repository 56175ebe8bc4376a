import type { Instant } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { cancelBeginning, cancelEntry, cancelKind, putEntry, type Entry } from './entry-rows.ts';

type Tx = ReadModelTransaction;
type Ask = Pick<Entry, 'uid' | 'kind' | 'subject' | 'member' | 'data'>;

const ask = (tx: Tx, entry: Ask, at: Instant): void => {
  putEntry(tx, { ...entry, audience: 'addressee', status: 'confirmed' }, at);
};

const clarification = (tx: Tx, subject: string, { clarificationId, dueAt }: { clarificationId: string; dueAt: Instant }, at: Instant) => {
  ask(tx, { uid: `clarification-${clarificationId}`, kind: 'clarification', subject, data: { when: { untilInstant: dueAt } } }, at);
};

const answered = (tx: Tx, { data, occurredAt }: { data: { clarificationId: string }; occurredAt: Instant }): void => {
  cancelEntry(tx, `clarification-${data.clarificationId}`, occurredAt);
};

// What lapsed stays where it was: it had been due then.
const clarifications: Projection['handlers'] = {
  TopicClarificationRequested: (tx, { data, occurredAt }) => {
    clarification(tx, `topic-${data.topicId}`, data, occurredAt);
  },
  PracticeClarificationRequested: (tx, { data, occurredAt }) => {
    clarification(tx, `practice-${data.practiceId}`, data, occurredAt);
  },
  TopicClarificationAnswered: answered,
  PracticeClarificationAnswered: answered,
};

const entry = (tx: Tx, subject: string, channel: string, at: Instant): void => {
  // A part of what had come as one was received already.
  if (channel !== 'split') ask(tx, { uid: `entry-${subject}`, kind: 'entry_confirmation', subject, data: { when: { askedAt: at } } }, at);
};

const entries: Projection['handlers'] = {
  TopicEnteredForMember: (tx, { data, occurredAt }) => {
    entry(tx, `topic-${data.topicId}`, data.channel, occurredAt);
  },
  PracticeEnteredForMember: (tx, { data, occurredAt }) => {
    entry(tx, `practice-${data.practiceId}`, data.channel, occurredAt);
  },
  TopicEntryConfirmed: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `entry-topic-${data.topicId}`, occurredAt);
  },
  PracticeEntryConfirmed: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `entry-practice-${data.practiceId}`, occurredAt);
  },
  TopicEntryCorrected: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `entry-topic-${data.topicId}`, occurredAt);
  },
  PracticeEntryCorrected: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `entry-practice-${data.practiceId}`, occurredAt);
  },
};

const noMerge = (tx: Tx, { data, occurredAt }: { data: { mergeId: string }; occurredAt: Instant }): void => {
  cancelBeginning(tx, `merge-${data.mergeId}.`, occurredAt);
};

const merges: Projection['handlers'] = {
  TopicMergeProposed: (tx, { data: { topicId, mergeId, asked }, occurredAt }) => {
    for (const member of asked) {
      const uid = `merge-${mergeId}.${member}`;
      ask(tx, { uid, kind: 'merge_consent', subject: `topic-${topicId}`, member, data: { when: { askedAt: occurredAt } } }, occurredAt);
    }
  },
  TopicMergeConsented: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `merge-${data.mergeId}.${data.member}`, occurredAt);
  },
  TopicMergeRefused: noMerge,
  TopicMergeProposalWithdrawn: noMerge,
  TopicMergeReserved: noMerge,
  TopicMergeReleased: noMerge,
};

const nothingAsked = (tx: Tx, subject: string, at: Instant): void => {
  for (const kind of ['clarification', 'entry_confirmation', 'merge_consent'] as const) cancelKind(tx, kind, subject, at);
};

const topicGone = (tx: Tx, { data, occurredAt }: { data: { topicId: string }; occurredAt: Instant }): void => {
  nothingAsked(tx, `topic-${data.topicId}`, occurredAt);
};

/** What Members are asked about their contributions, and by when. */
export const askHandlers: Projection['handlers'] = {
  ...clarifications,
  ...entries,
  ...merges,
  TopicWithdrawn: topicGone,
  TopicSplit: topicGone,
  TopicMergedInto: topicGone,
  PracticeWithdrawn: (tx, { data, occurredAt }) => {
    nothingAsked(tx, `practice-${data.practiceId}`, occurredAt);
  },
};
