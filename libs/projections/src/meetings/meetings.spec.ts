import { describe, expect, it } from '@jest/globals';
import { chanceOf, type Chance } from '../../../../test/support/chance.ts';
import { noon, on, until } from '../../../../test/support/domain.ts';
import { followed } from '../../../../test/support/followed.ts';
import {
  conferenceDecider,
  sessionDecider,
  type AccreditationId,
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferenceState,
  type MemberCode,
  type SessionCommand,
  type SessionEvent,
  type SessionState,
} from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import { meetingsProjection } from './meetings.projection.ts';
import { conference, session } from './meetings.query.ts';

const title = { en: 'Title', fr: 'Titre' };
const reason = { code: 'hall_closed', text: { en: 'The hall is closed.' } };
const report = { documentId: 'd', symbol: 'PC0500E1', contentHash: 'h' };
const seed = Number(process.env['SEED'] ?? 1);

const announced: ConferenceEvent = {
  type: 'ConferenceAnnounced',
  data: { conferenceId: 'c', name: title, month: '2015-06', place: 'Brussels', announcedIn: { symbol: 'PC0410E1', paragraph: 'B13' } },
};
const person = (chance: Chance): AccreditationId => `p${chance.below(3)}` as AccreditationId;

const anyConferenceCommand = (chance: Chance): ConferenceCommand => {
  const month = chance.pick(['2015-06', '2015-09', '2015-10']);
  const start = on(`${month}-15`);
  return chance.pick<() => ConferenceCommand>([
    () => ({ type: 'FixConferenceDates', data: { start, end: start, source: 's' } }),
    () => ({ type: 'FixConferenceDates', data: { start, end: start, source: 's' } }),
    () => ({ type: 'SetConferenceDateRule', data: { after: title, start: on('2015-05-11'), end: on('2015-05-13'), source: 's' } }),
    () => ({ type: 'OpenConferenceProgramme', data: { now: noon, agendaId: 'a', agendaOpen: true } }),
    () => ({ type: 'PublishConferenceProgramme', data: { now: noon, version: 1 + chance.below(3) } }),
    () => ({ type: 'OpenConference', data: { now: noon, today: on('2015-12-01') } }),
    () => ({ type: 'CloseConference', data: { now: noon, agendaClosed: chance.below(4) === 0 } }),
    () => ({ type: 'ReportConference', data: { now: noon, report } }),
    () => ({ type: 'PostponeConference', data: { now: noon, month, reason } }),
    () => ({ type: 'RegisterParticipant', data: { now: noon, person: person(chance), member: null, part: 'delegate', accredited: true } }),
    () => ({
      type: 'RegisterParticipant',
      data: { now: noon, person: person(chance), member: 'KE' as MemberCode, part: 'speaker', accredited: true },
    }),
    () => ({ type: 'WithdrawRegistration', data: { now: noon, person: person(chance) } }),
    ...(chance.below(30) === 0 ? [(): ConferenceCommand => ({ type: 'CancelConference', data: { now: noon, reason } })] : []),
  ])();
};

const planned: SessionEvent = {
  type: 'SessionPlanned',
  data: {
    sessionId: 's',
    body: 'PTC',
    bodyName: title,
    numbers: [207, 208],
    label: title,
    start: on('2015-03-03'),
    end: on('2015-03-06'),
    place: 'Brussels',
    languages: ['en', 'fr'],
  },
};

const anySessionCommand = (chance: Chance): SessionCommand => {
  const actor = { accreditationId: 'ada' as AccreditationId, member: null };
  const agenda = { agendaId: 'a', openItems: chance.below(2) === 0 ? [] : ['i'], closed: chance.below(2) === 0, carryOver: [] };
  return chance.pick<() => SessionCommand>([
    () => ({ type: 'ConveneSession', data: { now: noon } }),
    () => ({ type: 'OpenSession', data: { now: noon, today: on('2015-03-03') } }),
    () => ({ type: 'SuspendSession', data: { now: noon, reason } }),
    () => ({ type: 'ResumeSession', data: { now: noon } }),
    () => ({ type: 'BeginSessionClosing', data: { actor, now: noon, agenda } }),
    () => ({ type: 'CloseSession', data: { actor, now: noon, agenda } }),
    () => ({ type: 'AdoptSessionReport', data: { now: noon, report } }),
    () => ({
      type: 'ConvertSessionToDocuments',
      data: { now: noon, reason, classes: [{ itemClass: 'A', itemIds: ['i'], commentsUntil: until(noon) }], itemIds: ['i'] },
    }),
    ...(chance.below(20) === 0 ? [(): SessionCommand => ({ type: 'CancelSession', data: { now: noon, reason } })] : []),
  ])();
};

const expectConference = (db: ReadDatabase, now: ConferenceState): void => {
  if (now.status === 'unannounced') throw new Error('it was announced');
  const { status, month, dates, agendaId } = now;
  expect(conference(db, 'c', { kind: 'internal' })).toMatchObject({
    status,
    month,
    start: dates?.start ?? null,
    facts: agendaId === null ? {} : { programme: { agendaId } },
  });
  expect(db.all('SELECT person, member, part FROM conference_participant WHERE withdrawn_at IS NULL ORDER BY place')).toStrictEqual(
    now.participants,
  );
};

const expectSession = (db: ReadDatabase, now: SessionState): void => {
  if (now.status === 'unplanned') throw new Error('it was planned');
  const { status, classes, report: filed } = now;
  const byDocument = classes === null ? {} : { byDocument: { classes } };
  const reported = filed === null ? {} : { report: { documentId: filed } };
  expect(session(db, 's', { kind: 'internal' })).toMatchObject({ status, facts: { ...byDocument, ...reported } });
  expect(session(db, 's', { kind: 'public' })?.status).toBe(status === 'closing' ? 'open' : status);
};

describe('meetings', () => {
  it(`conferences are shown as the domain has them, over 60 histories (seed ${seed})`, () => {
    const chance = chanceOf(seed);
    const seen: Record<string, number> = {};
    for (let history = 0; history < 60; history += 1) {
      const { db, state, give, counts } = followed(conferenceDecider, [meetingsProjection], [announced]);
      for (let count = 0; count < 60; count += 1) {
        give(anyConferenceCommand(chance));
        expectConference(db, state());
      }
      for (const type of Object.keys(counts)) seen[type] = (seen[type] ?? 0) + 1;
      db.close();
    }
    expect(Object.keys(seen).sort()).toStrictEqual(
      Object.keys(meetingsProjection.handlers)
        .filter((type) => type.startsWith('Conf'))
        .sort(),
    );
  });

  it(`sessions are, over 60 histories (seed ${seed})`, () => {
    const chance = chanceOf(seed);
    const seen: Record<string, number> = {};
    for (let history = 0; history < 60; history += 1) {
      const { db, state, give, counts } = followed(sessionDecider, [meetingsProjection], [planned]);
      for (let count = 0; count < 40; count += 1) {
        give(anySessionCommand(chance));
        expectSession(db, state());
      }
      for (const type of Object.keys(counts)) seen[type] = (seen[type] ?? 0) + 1;
      db.close();
    }
    expect(Object.keys(seen).sort()).toStrictEqual(
      Object.keys(meetingsProjection.handlers)
        .filter((type) => type.startsWith('Sess'))
        .sort(),
    );
  });
});
