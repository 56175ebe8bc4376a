import type { Projection } from '../projection.port.ts';
import { askHandlers } from './ask.handlers.ts';
import { deadlineHandlers } from './deadline.handlers.ts';
import { meetingHandlers } from './meeting.handlers.ts';

/** What stands in calendars: each entry as it was last told, with how often it changed. Nothing is ever taken out. */
export const calendarEntriesProjection: Projection = {
  name: 'calendar-entries',
  version: 1,
  tables: ['calendar_entry', 'calendar_meeting', 'calendar_agenda'],
  ddl: `
    CREATE TABLE calendar_entry (
      uid TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, audience TEXT NOT NULL, member TEXT, status TEXT NOT NULL,
      sequence INTEGER NOT NULL, changed_at TEXT NOT NULL, data TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX calendar_entry_of ON calendar_entry (subject, kind);
    CREATE TABLE calendar_meeting (meeting TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE calendar_agenda (agenda_id TEXT PRIMARY KEY, meeting TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: { ...meetingHandlers, ...deadlineHandlers, ...askHandlers },
};
