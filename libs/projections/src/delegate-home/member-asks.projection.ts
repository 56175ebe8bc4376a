import type { Instant, WorkingText } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;

interface Ask {
  readonly id: string;
  readonly kind: 'clarification' | 'merge_consent' | 'entry_confirmation';
  readonly contributionId: string;
  /** Null for every Member that stands behind the contribution. */
  readonly member: string | null;
  readonly at: Instant;
  readonly dueAt: Instant | null;
  readonly words: WorkingText | null;
}

const ask = (tx: Tx, { id, kind, contributionId, member, at, dueAt, words }: Ask): void => {
  const said = words === null ? null : JSON.stringify(words);
  tx.run('INSERT OR REPLACE INTO member_ask VALUES (?, ?, ?, ?, ?, ?, ?)', id, kind, contributionId, member, at, dueAt, said);
};

const answered = (tx: Tx, id: string): void => {
  tx.run('DELETE FROM member_ask WHERE ask_id = ?', id);
};

/** Of a proposal to merge: one row for each Member that has not answered. */
const noMerge = (tx: Tx, mergeId: string): void => {
  tx.run("DELETE FROM member_ask WHERE kind = 'merge_consent' AND ask_id LIKE ?", `${mergeId}:%`);
};

const nothingAsked = (tx: Tx, contributionId: string): void => {
  tx.run('DELETE FROM member_ask WHERE contribution_id = ?', contributionId);
};

const clarifications: Projection['handlers'] = {
  TopicClarificationRequested: (tx, { data: { topicId, clarificationId, questions, dueAt, requestedAt } }) => {
    ask(tx, {
      id: clarificationId,
      kind: 'clarification',
      contributionId: topicId,
      member: null,
      at: requestedAt,
      dueAt,
      words: questions,
    });
  },
  PracticeClarificationRequested: (tx, { data: { practiceId, clarificationId, questions, dueAt, requestedAt } }) => {
    ask(tx, {
      id: clarificationId,
      kind: 'clarification',
      contributionId: practiceId,
      member: null,
      at: requestedAt,
      dueAt,
      words: questions,
    });
  },
  TopicClarificationAnswered: (tx, { data }) => {
    answered(tx, data.clarificationId);
  },
  PracticeClarificationAnswered: (tx, { data }) => {
    answered(tx, data.clarificationId);
  },
  TopicClarificationLapsed: (tx, { data }) => {
    answered(tx, data.clarificationId);
  },
  PracticeClarificationLapsed: (tx, { data }) => {
    answered(tx, data.clarificationId);
  },
};

const entries: Projection['handlers'] = {
  TopicEnteredForMember: (tx, { data: { topicId, channel, enteredAt } }) => {
    // A part of what had come as one was received already.
    if (channel !== 'split')
      ask(tx, {
        id: topicId,
        kind: 'entry_confirmation',
        contributionId: topicId,
        member: null,
        at: enteredAt,
        dueAt: null,
        words: null,
      });
  },
  PracticeEnteredForMember: (tx, { data: { practiceId, channel, enteredAt } }) => {
    if (channel !== 'split')
      ask(tx, {
        id: practiceId,
        kind: 'entry_confirmation',
        contributionId: practiceId,
        member: null,
        at: enteredAt,
        dueAt: null,
        words: null,
      });
  },
  TopicEntryConfirmed: (tx, { data }) => {
    answered(tx, data.topicId);
  },
  PracticeEntryConfirmed: (tx, { data }) => {
    answered(tx, data.practiceId);
  },
  TopicEntryCorrected: (tx, { data }) => {
    answered(tx, data.topicId);
  },
  PracticeEntryCorrected: (tx, { data }) => {
    answered(tx, data.practiceId);
  },
};

const merges: Projection['handlers'] = {
  TopicMergeProposed: (tx, { data: { topicId, mergeId, asked, reason, proposedAt } }) => {
    for (const member of asked)
      ask(tx, {
        id: `${mergeId}:${member}`,
        kind: 'merge_consent',
        contributionId: topicId,
        member,
        at: proposedAt,
        dueAt: null,
        words: reason.text,
      });
  },
  TopicMergeConsented: (tx, { data }) => {
    answered(tx, `${data.mergeId}:${data.member}`);
  },
  TopicMergeRefused: (tx, { data }) => {
    noMerge(tx, data.mergeId);
  },
  TopicMergeProposalWithdrawn: (tx, { data }) => {
    noMerge(tx, data.mergeId);
  },
  TopicMergeReserved: (tx, { data }) => {
    noMerge(tx, data.mergeId);
  },
  TopicMergeReleased: (tx, { data }) => {
    noMerge(tx, data.mergeId);
  },
  TopicMergedInto: (tx, { data }) => {
    nothingAsked(tx, data.topicId);
  },
};

/** What Members are asked about their contributions and have not answered. */
export const memberAsksProjection: Projection = {
  name: 'member-asks',
  version: 1,
  tables: ['member_ask'],
  ddl: `
    CREATE TABLE member_ask (
      ask_id TEXT PRIMARY KEY, kind TEXT NOT NULL, contribution_id TEXT NOT NULL, member TEXT, asked_at TEXT NOT NULL, due_at TEXT, words TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX member_ask_of ON member_ask (contribution_id);
    CREATE INDEX member_ask_to ON member_ask (member);`,
  handlers: {
    ...clarifications,
    ...entries,
    ...merges,
    TopicWithdrawn: (tx, { data }) => {
      nothingAsked(tx, data.topicId);
    },
    PracticeWithdrawn: (tx, { data }) => {
      nothingAsked(tx, data.practiceId);
    },
    TopicSplit: (tx, { data }) => {
      nothingAsked(tx, data.topicId);
    },
  },
};
