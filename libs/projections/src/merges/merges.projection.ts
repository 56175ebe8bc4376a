import type { CodedReason } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import type { MergeStatus } from '../views.ts';

type Tx = ReadModelTransaction;

const answered = (
  tx: Tx,
  mergeId: string,
  answer: { readonly member: string; readonly answer: 'consented' | 'refused'; readonly at: string; readonly reason: CodedReason | null },
): void => {
  tx.run("UPDATE merge_case SET answers = json_insert(answers, '$[#]', json(?)) WHERE merge_id = ?", JSON.stringify(answer), mergeId);
};

interface End {
  readonly at: string;
  readonly reason: CodedReason | null;
  readonly cause: string | null;
}

const ended = (tx: Tx, mergeId: string, status: MergeStatus, end: End | null): void => {
  tx.run(
    'UPDATE merge_case SET status = ?, reserved_at = NULL, ended = ? WHERE merge_id = ?',
    status,
    end === null ? null : JSON.stringify(end),
    mergeId,
  );
};

/** Proposals to merge one topic into another, who said what to each, and how they ended. */
export const mergesProjection: Projection = {
  name: 'merges',
  version: 1,
  tables: ['merge_case'],
  ddl: `
    CREATE TABLE merge_case (
      merge_id TEXT PRIMARY KEY, source_id TEXT NOT NULL, target_id TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, asked TEXT NOT NULL,
      answers TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, reserved_at TEXT, ended TEXT, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX merge_by_source ON merge_case (source_id);
    CREATE INDEX merge_by_target ON merge_case (target_id);`,
  handlers: {
    TopicMergeProposed: (tx, { data: { topicId, targetId, mergeId, reason, asked, proposedBy, proposedAt }, ledgerIndex }) => {
      tx.run(
        "INSERT INTO merge_case VALUES (?, ?, ?, 'proposed', ?, ?, '[]', ?, ?, NULL, NULL, ?)",
        mergeId,
        topicId,
        targetId,
        JSON.stringify(reason),
        JSON.stringify(asked),
        proposedBy,
        proposedAt,
        ledgerIndex,
      );
    },
    TopicMergeConsented: (tx, { data: { mergeId, member, consentedAt } }) => {
      answered(tx, mergeId, { member, answer: 'consented', at: consentedAt, reason: null });
    },
    TopicMergeRefused: (tx, { data: { mergeId, member, reason, refusedAt } }) => {
      answered(tx, mergeId, { member, answer: 'refused', at: refusedAt, reason });
      ended(tx, mergeId, 'refused', { at: refusedAt, reason, cause: null });
    },
    TopicMergeProposalWithdrawn: (tx, { data: { mergeId, reason, withdrawnAt } }) => {
      ended(tx, mergeId, 'proposal_withdrawn', { at: withdrawnAt, reason, cause: null });
    },
    TopicMergeReserved: (tx, { data: { mergeId, reservedAt } }) => {
      tx.run("UPDATE merge_case SET status = 'reserved', reserved_at = ? WHERE merge_id = ?", reservedAt, mergeId);
    },
    TopicMergedInto: (tx, { data: { mergeId } }) => {
      ended(tx, mergeId, 'merged', null);
    },
    TopicMergeReleased: (tx, { data: { mergeId, cause, releasedAt } }) => {
      ended(tx, mergeId, 'released', { at: releasedAt, reason: null, cause });
    },
    TopicUnmerged: (tx, { data: { mergeId, reason, unmergedAt } }) => {
      ended(tx, mergeId, 'unmerged', { at: unmergedAt, reason, cause: null });
    },
    TopicSourceDropped: (tx, { data: { mergeId, droppedAt } }) => {
      tx.run(
        "UPDATE merge_case SET ended = ? WHERE merge_id = ? AND status = 'merged'",
        JSON.stringify({ at: droppedAt, reason: null, cause: 'source_dropped' }),
        mergeId,
      );
    },
    TopicWithdrawn: (tx, { data: { topicId, reason, withdrawnAt } }) => {
      // What was only proposed goes with it; what was merged already is told by what the target drops.
      tx.run(
        "UPDATE merge_case SET status = 'proposal_withdrawn', ended = ? WHERE source_id = ? AND status = 'proposed'",
        JSON.stringify({ at: withdrawnAt, reason, cause: 'source_withdrawn' }),
        topicId,
      );
    },
  },
};
