import type { DecisionStatus } from '../../../domain/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Told = Envelope & { readonly data: { readonly decisionId: string } };
type Column = 'words' | 'circulation' | 'silence' | 'adoption' | 'implementation' | 'superseded';

const keep = (tx: ReadModelTransaction, { data, revision }: Told, column: Column, status: DecisionStatus | null = null): void => {
  tx.run(
    `UPDATE decision SET ${column} = ?, status = coalesce(?, status), revision = ? WHERE decision_id = ?`,
    JSON.stringify(data),
    status,
    revision,
    data.decisionId,
  );
};

const add = (tx: ReadModelTransaction, { data, revision }: Told, column: 'objections' | 'transmissions'): void => {
  tx.run(
    `UPDATE decision SET ${column} = json_insert(${column}, '$[#]', json(?)), revision = ? WHERE decision_id = ?`,
    JSON.stringify(data),
    revision,
    data.decisionId,
  );
};

const stands = (tx: ReadModelTransaction, { data, revision }: Told, status: DecisionStatus): void => {
  tx.run('UPDATE decision SET status = ?, revision = ? WHERE decision_id = ?', status, revision, data.decisionId);
};

/** Decisions of the body, in a meeting and in writing, and what became of them. */
export const decisionsProjection: Projection = {
  name: 'decisions',
  version: 1,
  tables: ['decision'],
  ddl: `
    CREATE TABLE decision (
      decision_id TEXT PRIMARY KEY, status TEXT NOT NULL, session_id TEXT NOT NULL, about TEXT NOT NULL, revision INTEGER NOT NULL, prior TEXT, words TEXT, circulation TEXT,
      silence TEXT, objections TEXT NOT NULL, adoption TEXT, transmissions TEXT NOT NULL, implementation TEXT, superseded TEXT
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    PriorDecisionRecorded: (tx, { data, revision }) => {
      tx.run(
        `INSERT INTO decision (decision_id, status, session_id, about, revision, prior, objections, transmissions)
         VALUES (?, 'recorded', ?, '[]', ?, ?, '[]', '[]')`,
        data.decisionId,
        data.sessionId,
        revision,
        JSON.stringify(data),
      );
    },
    DecisionDrafted: (tx, { data, revision }) => {
      const { decisionId, sessionId, about } = data;
      tx.run(
        `INSERT INTO decision (decision_id, status, session_id, about, revision, words, objections, transmissions)
         VALUES (?, 'drafted', ?, ?, ?, ?, '[]', '[]')`,
        decisionId,
        sessionId,
        JSON.stringify(about),
        revision,
        JSON.stringify({ ...data, round: 1 }),
      );
    },
    DecisionRedrafted: (tx, event) => {
      keep(tx, event, 'words', 'drafted');
      tx.run('UPDATE decision SET circulation = NULL, silence = NULL WHERE decision_id = ?', event.data.decisionId);
    },
    DecisionCirculated: (tx, event) => {
      keep(tx, event, 'circulation');
    },
    DecisionSilenceStarted: (tx, event) => {
      keep(tx, event, 'silence', 'silence_running');
    },
    DecisionObjectionRaised: (tx, event) => {
      add(tx, event, 'objections');
    },
    DecisionSilenceBroken: (tx, event) => {
      stands(tx, event, 'silence_broken');
    },
    DecisionAdoptedBySilence: (tx, event) => {
      keep(tx, event, 'adoption', 'adopted');
    },
    DecisionAdopted: (tx, event) => {
      keep(tx, event, 'adoption', 'adopted');
    },
    DecisionNotAdopted: (tx, event) => {
      stands(tx, event, 'not_adopted');
    },
    DecisionTransmitted: (tx, event) => {
      add(tx, event, 'transmissions');
      stands(tx, event, 'transmitted');
    },
    DecisionImplemented: (tx, event) => {
      keep(tx, event, 'implementation', 'implemented');
    },
    DecisionSuperseded: (tx, event) => {
      keep(tx, event, 'superseded', 'superseded');
    },
  },
};
