import type { Projection } from '../projection.port.ts';

/** Every published version of every procedure. */
export const workflowsProjection: Projection = {
  name: 'workflows',
  version: 1,
  tables: ['workflow_version'],
  ddl: `
    CREATE TABLE workflow_version (
      name TEXT NOT NULL, version INTEGER NOT NULL, policy TEXT NOT NULL, definition TEXT NOT NULL, change_note TEXT NOT NULL,
      published_at TEXT NOT NULL, PRIMARY KEY (name, version)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    WorkflowPublished: (tx, { data }) => {
      const { name, version, policy, definition, changeNote, publishedAt } = data;
      tx.run(
        'INSERT INTO workflow_version VALUES (?, ?, ?, ?, ?, ?)',
        name,
        version,
        policy,
        JSON.stringify(definition),
        JSON.stringify(changeNote),
        publishedAt,
      );
    },
  },
};
