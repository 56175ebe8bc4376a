import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

/** A contribution stands under the version that was in force when it was last classified; a later version leaves it there. */
const classify = (tx: ReadModelTransaction, contributionId: string): void => {
  tx.run(
    `UPDATE theme_use SET version = (SELECT max(version) FROM theme_version v WHERE v.theme_set_id = theme_use.theme_set_id)
     WHERE contribution_id = ?`,
    contributionId,
  );
};

const receive = (tx: ReadModelTransaction, contributionId: string, callId: string): void => {
  tx.run(
    `INSERT INTO theme_use SELECT ?, c.theme_set_id, max(v.version) FROM theme_call c JOIN theme_version v ON v.theme_set_id = c.theme_set_id
     WHERE c.call_id = ? GROUP BY c.theme_set_id`,
    contributionId,
    callId,
  );
};

/** Versions of theme sets, and under which of them each contribution stands. */
export const themeSetsProjection: Projection = {
  name: 'theme-sets',
  version: 1,
  tables: ['theme_version', 'theme_call', 'theme_use'],
  ddl: `
    CREATE TABLE theme_version (theme_set_id TEXT, version INTEGER, published_at TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (theme_set_id, version)) STRICT, WITHOUT ROWID;
    CREATE TABLE theme_call (call_id TEXT PRIMARY KEY, theme_set_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE theme_use (contribution_id TEXT PRIMARY KEY, theme_set_id TEXT NOT NULL, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX theme_use_by_version ON theme_use (theme_set_id, version);`,
  handlers: {
    ThemeSetPublished: (tx, { data, occurredAt }) => {
      tx.run('INSERT INTO theme_version VALUES (?, ?, ?, ?)', data.themeSetId, data.version, occurredAt, JSON.stringify(data));
    },
    CallScheduled: (tx, { data }) => {
      tx.run('INSERT OR REPLACE INTO theme_call VALUES (?, ?)', data.callId, data.themeSetId);
    },
    TopicSubmitted: (tx, { data }) => {
      receive(tx, data.contributionId, data.callId);
    },
    PracticeSubmitted: (tx, { data }) => {
      receive(tx, data.contributionId, data.callId);
    },
    TopicClassified: (tx, { data }) => {
      classify(tx, data.topicId);
    },
    PracticeClassified: (tx, { data }) => {
      classify(tx, data.practiceId);
    },
  },
};
