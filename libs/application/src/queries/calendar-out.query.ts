import type { Calendar, CalendarEntry } from '../../../documents/src/index.ts';
import type { AccreditationId, Language } from '../../../domain/src/index.ts';
import { calendarEntries, recordStanding, type CalendarFact, type Viewer } from '../../../projections/src/index.ts';
import { calendarNames, categoryOf, draftProgramme, summaries, type CalendarScope } from '../calendars/calendar.phrases.ts';
import type { Environment, Query } from '../contract.ts';
import { Scribe } from '../documents-out/scribe.ts';
import { askDueAt, isTimed } from '../procedure/ask-due.ts';
import { brusselsDate, brusselsWallTime } from '../time/wall-time.ts';

interface Wish {
  readonly scope: CalendarScope;
  readonly language: Language;
  /** Who asks; null for somebody who is not known. */
  readonly person: AccreditationId | null;
}

/** What makes ids of this record differ from those of any other: a break of the ledger leaves them as they were. */
const recordName = (env: Environment): string => {
  const [domain = '', , id = ''] = (recordStanding(env.read).origin ?? '').split('/');
  return `${id}.${domain}`;
};

const whenOf = async (env: Environment, { when, kind, subject, status }: CalendarFact): Promise<CalendarEntry['when']> => {
  if ('days' in when) return { date: when.days[0], until: when.days[1] };
  if ('from' in when) return { start: when.from, end: when.to };
  if ('until' in when) return { moment: when.until };
  if ('untilInstant' in when) return { moment: brusselsWallTime(when.untilInstant) };
  const dueAt = status !== 'cancelled' && isTimed(kind) ? await askDueAt(env, kind, subject) : null;
  return dueAt === null ? { date: brusselsDate(when.askedAt) } : { moment: brusselsWallTime(dueAt) };
};

const statusOf = { confirmed: 'CONFIRMED', tentative: 'TENTATIVE', cancelled: 'CANCELLED' } as const;

/** Of a programme one person sees in his own calendar where he speaks or moderates. */
const isWanted = ({ kind, people }: CalendarFact, { scope, person }: Wish): boolean =>
  scope !== 'mine' || kind !== 'slot' || (person !== null && people.includes(person));

const toEntry = async (env: Environment, scribe: Scribe, fact: CalendarFact): Promise<CalendarEntry> => ({
  uid: `${fact.uid}@${recordName(env)}`,
  sequence: fact.sequence,
  status: statusOf[fact.status],
  changedAt: fact.changedAt,
  summary: scribe.fill(summaries[fact.kind], { title: scribe.say(fact.title) }),
  ...(fact.kind === 'slot' && fact.status === 'tentative' ? { description: scribe.fill(draftProgramme) } : {}),
  ...(fact.place === null ? {} : { location: scribe.say(fact.place) }),
  categories: [scribe.fill(categoryOf(fact.kind))],
  when: await whenOf(env, fact),
});

const mayAsk = ({ scope, person }: Wish, viewer: Viewer): boolean =>
  scope === 'public' || (scope === 'member' ? viewer.kind === 'member' : person !== null);

/**
 * A calendar of meetings, programmes and deadlines; what left it stays in it as cancelled, so that whoever took an earlier copy is told.
 *
 * @returns null for somebody who has no such calendar
 */
export const calendarOut: Query<Wish, Calendar | null> = {
  name: 'calendarOut',
  run: async (env, wish, viewer) => {
    if (!mayAsk(wish, viewer)) return null;
    const scribe = new Scribe(env.read, wish.language, brusselsDate(env.clock.now()));
    const facts = calendarEntries(env.read, wish.scope === 'public' ? { kind: 'public' } : viewer);
    const member = viewer.kind === 'member' ? scribe.member(viewer.member) : '';
    return {
      name: scribe.fill(calendarNames[wish.scope], { member }),
      language: wish.language,
      entries: await Promise.all(facts.filter((fact) => isWanted(fact, wish)).map((fact) => toEntry(env, scribe, fact))),
    };
  },
  // What the viewer may not know of today is not shown, whatever was open then.
  stillPermitted: (env, then, viewer) => {
    if (then === null) return null;
    const open = new Set(calendarEntries(env.read, viewer).map(({ uid }) => `${uid}@${recordName(env)}`));
    return { ...then, entries: then.entries.filter(({ uid }) => open.has(uid)) };
  },
};
