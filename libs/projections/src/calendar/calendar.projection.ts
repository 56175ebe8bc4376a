import type { Projection } from '../projection.port.ts';

/** Days on which an office is closed besides weekends and holidays. */
export const calendarProjection: Projection = {
  name: 'calendar',
  version: 1,
  tables: ['closing_day'],
  ddl: `CREATE TABLE closing_day (calendar_id TEXT NOT NULL, date TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL, PRIMARY KEY (calendar_id, date)) STRICT, WITHOUT ROWID;`,
  handlers: {
    CalendarDayClosed: (tx, { data: { calendarId, date, note, recordedAt } }) => {
      tx.run('INSERT OR REPLACE INTO closing_day VALUES (?, ?, ?, ?)', calendarId, date, JSON.stringify(note), recordedAt);
    },
    CalendarDayReopened: (tx, { data: { calendarId, date } }) => {
      tx.run('DELETE FROM closing_day WHERE calendar_id = ? AND date = ?', calendarId, date);
    },
  },
};
