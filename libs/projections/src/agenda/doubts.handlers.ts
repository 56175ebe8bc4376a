import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;
type Doubt = 'confirmed' | 'undone' | 'merge';

const doubt = (tx: Tx, kind: Doubt, topicId: string, otherId: string): void => {
  tx.run('INSERT OR REPLACE INTO agenda_doubt VALUES (?, ?, ?)', topicId, kind, otherId);
};

const noRuling = (tx: Tx, topicId: string, otherId: string): void => {
  tx.run("DELETE FROM agenda_doubt WHERE topic_id = ? AND other_id = ? AND kind IN ('confirmed', 'undone')", topicId, otherId);
};

const noMerge = (tx: Tx, { data: { topicId } }: { readonly data: { readonly topicId: string } }): void => {
  tx.run("DELETE FROM agenda_doubt WHERE topic_id = ? AND kind = 'merge'", topicId);
};

/** Topics of which a person has still to say whether they are one with another: none of them goes out on an agenda (BR-08, BR-16). */
export const doubtHandlers: Projection['handlers'] = {
  TopicDuplicateConfirmed: (tx, { data: { topicId, otherId } }) => {
    noRuling(tx, topicId, otherId);
    doubt(tx, 'confirmed', topicId, otherId);
  },
  TopicDuplicateRuledOut: (tx, { data: { topicId, otherId } }) => {
    noRuling(tx, topicId, otherId);
  },
  TopicDuplicateRulingUndone: (tx, { data: { topicId, otherId } }) => {
    noRuling(tx, topicId, otherId);
    doubt(tx, 'undone', topicId, otherId);
  },
  TopicMergeProposed: (tx, { data: { topicId, targetId } }) => {
    doubt(tx, 'merge', topicId, targetId);
  },
  TopicMergeRefused: noMerge,
  TopicMergeProposalWithdrawn: noMerge,
  TopicMergeReleased: noMerge,
  TopicMergedInto: noMerge,
  TopicUnmerged: noMerge,
  TopicWithdrawn: noMerge,
};
