import type { ConferenceAnnouncement, SessionPlan } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ConferenceView, SessionView } from '../views.ts';

/** Sessions by date. */
export const sessions = (db: ReadDatabase): readonly SessionView[] =>
  db
    .all<{ status: SessionView['status']; data: string }>('SELECT status, data FROM session ORDER BY begins, session_id')
    .map(({ status, data }) => ({ ...(JSON.parse(data) as SessionPlan), status }));

/** Conferences by name of their stream. */
export const conferences = (db: ReadDatabase): readonly ConferenceView[] =>
  db
    .all<{ begins: string | null; ends: string | null; data: string }>('SELECT begins, ends, data FROM conference ORDER BY conference_id')
    .map(({ begins, ends, data }) => ({ ...(JSON.parse(data) as ConferenceAnnouncement), start: begins, end: ends }));
