import { addDays, toWorkingDay, type DecisionText, type SessionPlan } from '../../../domain/src/index.ts';
import { workingCalendarIn } from '../calendar/calendar.query.ts';
import type { FollowUp } from '../follow-up.views.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';
import { followedRequest, type RequestRow } from './followed-request.ts';

/** Days before a session at which its follow-up document is due (domain.md §5). */
const daysBefore = 30;

const running = "('issued', 'open', 'consolidating', 'partially_closed')";

/** Requests of earlier sessions that this one hears of: still running, or reported, concluded or ended here. */
const heard = `
  SELECT g.guidance_id, g.status, g.data FROM guidance g JOIN session s ON s.session_id = g.session_id
  WHERE s.begins < ? AND (g.status IN ${running} OR ? IN (g.report ->> '$.sessionId', g.conclusion ->> '$.sessionId', g.ending ->> '$.sessionId', g.ending ->> '$.fromSessionId'))
  ORDER BY g.guidance_id`;

const carried = `
  SELECT g.guidance_id, g.status, g.data FROM guidance g
  WHERE g.session_id = ? AND g.data ->> '$.carriedFrom' IS NOT NULL ORDER BY g.guidance_id`;

/** What a session is told of the guidance that was asked for before it, request by request; null when there is no such session. */
export const followUp = (db: ReadDatabase, sessionId: string, viewer: Viewer, hashOf: (words: DecisionText) => string): FollowUp | null => {
  const row = db.get<{ data: string }>('SELECT data FROM session WHERE session_id = ?', sessionId);
  if (row === undefined) return null;
  const { label, start } = JSON.parse(row.data) as SessionPlan;
  const told = (requests: readonly RequestRow[]) => requests.map((request) => followedRequest(db, request, viewer, hashOf));
  return {
    sessionId,
    label,
    start,
    dueOn: toWorkingDay(workingCalendarIn(db), addDays(start, -daysBefore), 'secretariat'),
    requests: told(db.all<RequestRow>(heard, start, sessionId)),
    carriedIn: told(db.all<RequestRow>(carried, sessionId)),
  };
};
