import type { Projection } from '../projection.port.ts';

/** What the body asked for, request by request. */
export const guidanceRegisterProjection: Projection = {
  name: 'guidance-register',
  version: 1,
  tables: ['guidance'],
  ddl: `CREATE TABLE guidance (guidance_id TEXT PRIMARY KEY, status TEXT NOT NULL, opened_at TEXT, call_id TEXT, revision INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    GuidanceRequestIssued: (tx, { data, revision }) => {
      tx.run("INSERT INTO guidance VALUES (?, 'issued', NULL, NULL, ?, ?)", data.guidanceId, revision, JSON.stringify(data));
    },
    GuidanceRequestOpened: (tx, { data, revision }) => {
      tx.run(
        "UPDATE guidance SET status = 'open', opened_at = ?, call_id = ?, revision = ? WHERE guidance_id = ?",
        data.openedAt,
        data.callId,
        revision,
        data.guidanceId,
      );
    },
  },
};
