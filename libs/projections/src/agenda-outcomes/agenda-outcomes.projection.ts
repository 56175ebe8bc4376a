import type { Projection } from '../projection.port.ts';

/** What a body did with the items of its agendas, with every revision, what Members said of the record, and what was shown. */
export const agendaOutcomesProjection: Projection = {
  name: 'agenda-outcomes',
  version: 1,
  tables: ['agenda_outcome', 'agenda_correction', 'agenda_presentation'],
  ddl: `
    CREATE TABLE agenda_outcome (
      agenda_id TEXT, item_id TEXT, revision INTEGER, correctable_until TEXT, data TEXT NOT NULL, PRIMARY KEY (agenda_id, item_id, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_correction (
      agenda_id TEXT, correction_id TEXT, item_id TEXT NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agenda_id, correction_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_presentation (
      agenda_id TEXT, item_id TEXT, sha256 TEXT, place INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agenda_id, item_id, sha256)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    AgendaOutcomeRecorded: (tx, { data: { agendaId, itemId, correctableUntil, ...outcome } }) => {
      tx.run('INSERT INTO agenda_outcome VALUES (?, ?, 1, ?, ?)', agendaId, itemId, correctableUntil, JSON.stringify(outcome));
    },
    AgendaOutcomeCorrected: (tx, { data: { agendaId, itemId, revision, ...outcome } }) => {
      tx.run('INSERT INTO agenda_outcome VALUES (?, ?, ?, NULL, ?)', agendaId, itemId, revision, JSON.stringify(outcome));
    },
    AgendaCorrectionFiled: (tx, { data: { agendaId, itemId, correctionId, ...correction }, revision }) => {
      const sql = 'INSERT INTO agenda_correction VALUES (?, ?, ?, ?, ?)';
      tx.run(sql, agendaId, correctionId, itemId, revision, JSON.stringify(correction));
    },
    AgendaPresentationAttached: (tx, { data: { agendaId, itemId, ...presentation }, revision }) => {
      const sql = 'INSERT OR REPLACE INTO agenda_presentation VALUES (?, ?, ?, ?, ?)';
      tx.run(sql, agendaId, itemId, presentation.sha256, revision, JSON.stringify(presentation));
    },
  },
};
