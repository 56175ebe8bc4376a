import type { Projection } from '../projection.port.ts';

/** The working agenda and its versions. */
export const agendaProjection: Projection = {
  name: 'agenda',
  version: 1,
  tables: ['agenda', 'agenda_heading', 'agenda_item', 'agenda_omission', 'agenda_version'],
  ddl: `
    CREATE TABLE agenda (agenda_id TEXT PRIMARY KEY, data TEXT NOT NULL, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_heading (agenda_id TEXT, number INTEGER, data TEXT NOT NULL, PRIMARY KEY (agenda_id, number)) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_item (agenda_id TEXT, place INTEGER, heading_id TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agenda_id, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_omission (agenda_id TEXT, theme TEXT, place INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agenda_id, theme)) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_version (
      agenda_id TEXT, version INTEGER, status TEXT NOT NULL, content_hash TEXT NOT NULL, change_note TEXT NOT NULL,
      proposed_at TEXT NOT NULL, approved_at TEXT, published_at TEXT, content TEXT, PRIMARY KEY (agenda_id, version)
    ) STRICT, WITHOUT ROWID;`,
  every: (tx, { stream, revision }) => {
    if (stream.startsWith('agenda-'))
      tx.run('UPDATE agenda SET revision = ? WHERE agenda_id = ?', revision, stream.slice('agenda-'.length));
  },
  handlers: {
    AgendaOpened: (tx, { data, revision }) => {
      tx.run('INSERT INTO agenda VALUES (?, ?, ?)', data.agendaId, JSON.stringify(data), revision);
    },
    AgendaHeadingAdded: (tx, { data: { agendaId, ...heading } }) => {
      tx.run('INSERT INTO agenda_heading VALUES (?, ?, ?)', agendaId, heading.number, JSON.stringify(heading));
    },
    AgendaItemAdded: (tx, { data: { agendaId, ...item }, revision }) => {
      tx.run('INSERT INTO agenda_item VALUES (?, ?, ?, ?)', agendaId, revision, item.headingId, JSON.stringify(item));
    },
    PriorityOmissionJustified: (tx, { data: { agendaId, ...omission }, revision }) => {
      tx.run('INSERT OR REPLACE INTO agenda_omission VALUES (?, ?, ?, ?)', agendaId, omission.theme, revision, JSON.stringify(omission));
    },
    AgendaVersionProposed: (tx, { data }) => {
      tx.run(
        "INSERT INTO agenda_version VALUES (?, ?, 'proposed', ?, ?, ?, NULL, NULL, NULL)",
        data.agendaId,
        data.version,
        data.contentHash,
        JSON.stringify(data.changeNote),
        data.proposedAt,
      );
    },
    AgendaVersionReturned: (tx, { data }) => {
      tx.run('DELETE FROM agenda_version WHERE agenda_id = ? AND version = ?', data.agendaId, data.version);
    },
    AgendaVersionApproved: (tx, { data }) => {
      tx.run(
        "UPDATE agenda_version SET status = 'approved', approved_at = ? WHERE agenda_id = ? AND version = ?",
        data.approvedAt,
        data.agendaId,
        data.version,
      );
    },
    AgendaVersionPublished: (tx, { data }) => {
      tx.run(
        "UPDATE agenda_version SET status = 'published', published_at = ?, content = ? WHERE agenda_id = ? AND version = ?",
        data.publishedAt,
        JSON.stringify(data.content),
        data.agendaId,
        data.version,
      );
    },
  },
};
