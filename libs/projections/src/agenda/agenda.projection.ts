import type { Projection } from '../projection.port.ts';
import { noteOnAgenda } from './agenda.parts.ts';
import { buildingHandlers } from './building.handlers.ts';
import { doubtHandlers } from './doubts.handlers.ts';
import { programmeHandlers } from './programme.handlers.ts';
import { versionHandlers } from './version.handlers.ts';

/** The working agenda with its programme, and its versions. */
export const agendaProjection: Projection = {
  name: 'agenda',
  version: 2,
  tables: ['agenda', 'agenda_part', 'agenda_shown', 'agenda_version', 'agenda_doubt'],
  ddl: `
    CREATE TABLE agenda (
      agenda_id TEXT PRIMARY KEY, meeting_kind TEXT NOT NULL, meeting_id TEXT NOT NULL, data TEXT NOT NULL, facts TEXT NOT NULL, revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_part (
      agenda_id TEXT, kind TEXT, id TEXT, place INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (agenda_id, kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_shown (agenda_id TEXT, kind TEXT, id TEXT, PRIMARY KEY (agenda_id, kind, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_version (
      agenda_id TEXT, version INTEGER, status TEXT NOT NULL, final INTEGER NOT NULL, content_hash TEXT NOT NULL, change_note TEXT NOT NULL,
      proposed_at TEXT NOT NULL, approved_at TEXT, published_at TEXT, content TEXT, facts TEXT NOT NULL, PRIMARY KEY (agenda_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_doubt (topic_id TEXT, kind TEXT, other_id TEXT, PRIMARY KEY (topic_id, kind, other_id)) STRICT, WITHOUT ROWID;`,
  every: (tx, { stream, revision }) => {
    if (stream.startsWith('agenda-'))
      tx.run('UPDATE agenda SET revision = ? WHERE agenda_id = ?', revision, stream.slice('agenda-'.length));
  },
  handlers: {
    ...buildingHandlers,
    ...programmeHandlers,
    ...versionHandlers,
    ...doubtHandlers,
    AgendaClosed: (tx, { data: { agendaId, ...closed } }) => {
      noteOnAgenda(tx, agendaId, 'closed', closed);
    },
  },
};
