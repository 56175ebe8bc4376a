import type { AgendaOutcome } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const keep = (tx: ReadModelTransaction, agendaId: string, { itemId, verb, statement }: AgendaOutcome): void => {
  tx.run('INSERT OR REPLACE INTO item_outcome VALUES (?, ?, ?, ?)', itemId, agendaId, verb, JSON.stringify(statement));
};

/** What the body did with each item, and which practices are open to everybody. */
export const followUpProjection: Projection = {
  name: 'follow-up',
  version: 1,
  tables: ['item_outcome', 'published_practice'],
  ddl: `
    CREATE TABLE item_outcome (item_id TEXT PRIMARY KEY, agenda_id TEXT NOT NULL, verb TEXT NOT NULL, statement TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE published_practice (practice_id TEXT PRIMARY KEY, published_at TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    AgendaOutcomeRecorded: (tx, { data }) => {
      keep(tx, data.agendaId, data);
    },
    AgendaOutcomeCorrected: (tx, { data }) => {
      keep(tx, data.agendaId, data);
    },
    PracticePublished: (tx, { data }) => {
      tx.run('INSERT OR REPLACE INTO published_practice VALUES (?, ?)', data.practiceId, data.publishedAt);
    },
    PracticeWithdrawn: (tx, { data }) => {
      tx.run('DELETE FROM published_practice WHERE practice_id = ?', data.practiceId);
    },
  },
};
