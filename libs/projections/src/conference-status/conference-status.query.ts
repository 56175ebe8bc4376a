import { latestPublishedAgenda } from '../agenda/agenda.query.ts';
import { guidanceRegister } from '../guidance-register/guidance-register.query.ts';
import { calls } from '../calls/calls.query.ts';
import { conferences, sessions } from '../meetings/meetings.query.ts';
import { groupings, members, registerEntries, themeSet } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { CallView, ConferenceStatus, MemberView, SessionView } from '../views.ts';

/** The session under way or next; the last one when all are over. */
const currentSession = (all: readonly SessionView[], today: string): SessionView | null =>
  all.find(({ end }) => end >= today) ?? all.at(-1) ?? null;

/** The call that is open or opens next; the last one when all are closed. */
const currentCall = (all: readonly CallView[], now: string): CallView | null =>
  all.find(({ closesForEdits }) => closesForEdits.instant >= now) ?? all.at(-1) ?? null;

const receivedByTheme = (db: ReadDatabase, themes: ConferenceStatus['themes']): ConferenceStatus['byTheme'] => {
  const counts = db.all<{ theme: string; kind: string; count: number }>(
    'SELECT primary_theme AS theme, kind, count(*) AS count FROM contribution GROUP BY primary_theme, kind',
  );
  const count = (theme: string, kind: string): number => counts.find((row) => row.theme === theme && row.kind === kind)?.count ?? 0;
  return themes
    .filter(({ kind }) => kind === 'priority')
    .map(({ code }) => ({ theme: code, topics: count(code, 'topic'), practices: count(code, 'practice') }));
};

const receivedByRegion = (db: ReadDatabase, day: string, today: readonly MemberView[]): ConferenceStatus['byRegion'] => {
  const counts = db.all<{ region: string; contributions: number; members: number }>(
    'SELECT m.region, count(*) AS contributions, count(DISTINCT c.member) AS members FROM contribution c JOIN member m ON m.code = c.member GROUP BY m.region',
  );
  return groupings(db, day)
    .filter(({ kind }) => kind === 'region')
    .map(({ code, shortName }) => ({
      region: code,
      name: shortName,
      contributions: counts.find(({ region }) => region === code)?.contributions ?? 0,
      members: counts.find(({ region }) => region === code)?.members ?? 0,
      memberCount: today.filter(({ region }) => region === code).length,
    }));
};

/** What the head of every page names: the session under way or next, and the agenda that was published last. */
export interface Masthead {
  readonly session: SessionView | null;
  readonly agendaId: string | null;
}

/** What the head of every page names on a day (Brussels). Nothing is counted: every page asks it. */
export const masthead = (db: ReadDatabase, today: string): Masthead => ({
  session: currentSession(sessions(db, { kind: 'public' }), today),
  agendaId: latestPublishedAgenda(db)?.agendaId ?? null,
});

/** Where the conference stands, what is asked and until when. `now` and `today` (Brussels) are the business clock's. */
export const conferenceStatus = (db: ReadDatabase, now: string, today: string): ConferenceStatus => {
  const call = currentCall(calls(db), now);
  const conference =
    conferences(db, { kind: 'public' }).find(({ conferenceId }) => call === null || conferenceId === call.conferenceId) ?? null;
  const themes = call === null ? [] : (themeSet(db, call.themeSetId)?.themes ?? []);
  const published = latestPublishedAgenda(db);
  const membersToday = members(db, today);
  return {
    session: currentSession(sessions(db, { kind: 'public' }), today),
    conference,
    call,
    requests: guidanceRegister(db),
    themes,
    agenda:
      published?.publishedAt == null
        ? null
        : {
            agendaId: published.agendaId,
            version: published.version,
            publishedAt: published.publishedAt,
            itemCount: published.content.headings.flatMap(({ items }) => items).length,
          },
    memberCount: membersToday.length,
    byTheme: receivedByTheme(db, themes),
    byRegion: receivedByRegion(db, today, membersToday),
    priorDecisions: registerEntries(db, 'decision'),
  };
};
