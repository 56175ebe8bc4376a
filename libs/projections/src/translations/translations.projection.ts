import { createHash } from 'node:crypto';
import type { ContributionContent } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

/** An amended contribution makes stale what was translated of it, without anybody saying so. */
const amend = (tx: ReadModelTransaction, object: string, id: string, content: ContributionContent): void => {
  for (const field of ['title', 'text'] as const) {
    const hash = createHash('sha256').update(content[field], 'utf8').digest('hex');
    tx.run('UPDATE translation SET source_hash = ? WHERE object = ? AND id = ? AND field = ?', hash, object, id, field);
  }
};

/** What is to be translated, by whom until when, what was delivered and revised, what a reviser stands for, and what has become stale. */
export const translationsProjection: Projection = {
  name: 'translations',
  version: 1,
  tables: ['translation'],
  ddl: `
    CREATE TABLE translation (
      translation_id TEXT PRIMARY KEY, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, from_language TEXT NOT NULL, to_language TEXT NOT NULL,
      status TEXT NOT NULL, source_hash TEXT NOT NULL, requested_at TEXT NOT NULL, translator TEXT, due_at TEXT, edition INTEGER, content TEXT,
      translated_hash TEXT, delivered_at TEXT, certified_at TEXT, returned_reason TEXT, revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX translation_by_subject ON translation (object, id, field);
    CREATE INDEX translation_by_status ON translation (status, requested_at);`,
  handlers: {
    TranslationRequested: (tx, { data, revision }) => {
      const { translationId, subject, from, to, sourceHash, requestedAt } = data;
      tx.run(
        `INSERT INTO translation (translation_id, object, id, field, from_language, to_language, status, source_hash, requested_at, revision)
         VALUES (?, ?, ?, ?, ?, ?, 'requested', ?, ?, ?)`,
        translationId,
        subject.object,
        subject.id,
        subject.field,
        from,
        to,
        sourceHash,
        requestedAt,
        revision,
      );
    },
    TranslationAssigned: (tx, { data, revision }) => {
      tx.run(
        `UPDATE translation SET status = CASE status WHEN 'requested' THEN 'assigned' ELSE status END, translator = ?, due_at = ?, revision = ?
         WHERE translation_id = ?`,
        data.translator,
        data.dueAt,
        revision,
        data.translationId,
      );
    },
    TranslationDelivered: (tx, { data, revision }) => {
      tx.run(
        `UPDATE translation SET status = 'translated', edition = ?, content = ?, translated_hash = ?, source_hash = ?, delivered_at = ?,
         certified_at = NULL, returned_reason = NULL, revision = ? WHERE translation_id = ?`,
        data.edition,
        JSON.stringify(data.content),
        data.sourceHash,
        data.sourceHash,
        data.deliveredAt,
        revision,
        data.translationId,
      );
    },
    TranslationRevised: (tx, { data, revision }) => {
      tx.run(
        "UPDATE translation SET status = 'revised', edition = ?, content = ?, revision = ? WHERE translation_id = ?",
        data.edition,
        JSON.stringify(data.content),
        revision,
        data.translationId,
      );
    },
    TranslationCertified: (tx, { data, revision }) => {
      tx.run(
        "UPDATE translation SET status = 'certified', certified_at = ?, revision = ? WHERE translation_id = ?",
        data.certifiedAt,
        revision,
        data.translationId,
      );
    },
    TranslationReturned: (tx, { data, revision }) => {
      tx.run(
        "UPDATE translation SET status = 'returned', returned_reason = ?, revision = ? WHERE translation_id = ?",
        data.reason,
        revision,
        data.translationId,
      );
    },
    TranslationSourceChanged: (tx, { data, revision }) => {
      tx.run(
        'UPDATE translation SET source_hash = ?, revision = ? WHERE translation_id = ?',
        data.sourceHash,
        revision,
        data.translationId,
      );
    },
    TopicAmended: (tx, { data }) => {
      amend(tx, 'topic', data.topicId, data.content);
    },
    PracticeAmended: (tx, { data }) => {
      amend(tx, 'practice', data.practiceId, data.content);
    },
  },
};
