import { describe, expect, it } from '@jest/globals';
import { on } from '../../../../test/support/domain.ts';
import type { AgendaCommand, AgendaEvent } from './index.ts';
import { ada, given, ready, reason, stateAfter, title } from '../../../../test/support/agenda.ts';
import { other, day, dayAdded, room, slotAdded, set } from '../../../../test/support/programme.ts';

describe('a day of the programme', () => {
  it('is one of the meeting’s, on its bounds too, once', () => {
    given(...ready)
      .when(day('2015-06-15'))
      .then(dayAdded);
    given(...ready)
      .when(day('2015-06-16'))
      .then({ ...dayAdded, data: { agendaId: 'a1', date: on('2015-06-16'), title } });
    given(...ready, dayAdded)
      .when(day('2015-06-15'))
      .thenNothing();
    given(...ready, dayAdded)
      .when(day('2015-06-15', { title: other }))
      .thenRejected({ code: 'agenda.day_exists', date: on('2015-06-15') });
  });
  it.each(['2015-06-14', '2015-06-17'])('is not %s', (date) => {
    given(...ready)
      .when(day(date))
      .thenRejected({ code: 'agenda.day_outside_meeting', date: on(date), start: on('2015-06-15'), end: on('2015-06-16') });
  });
  it('waits for the dates of the meeting', () => {
    given(...ready)
      .when(day('2015-06-15', { meetingDays: null }))
      .thenRejected({ code: 'agenda.dates_not_fixed' });
  });
  it('is removed, once, when nothing happens on it', () => {
    const remove: AgendaCommand = { type: 'RemoveAgendaDay', data: { date: on('2015-06-15') } };
    given(...set)
      .when(remove)
      .then({ type: 'AgendaDayRemoved', data: { agendaId: 'a1', date: on('2015-06-15') } });
    given(...ready)
      .when(remove)
      .thenNothing();
    given(...set, slotAdded())
      .when(remove)
      .thenRejected({ code: 'agenda.day_not_empty', date: on('2015-06-15') });
  });
});

describe('a clash', () => {
  const council = {
    meetingId: 'council',
    name: { en: 'Council', fr: 'Conseil' },
    start: on('2015-06-13'),
    end: on('2015-06-15'),
    place: 'Brussels',
    source: 's',
  };
  const noted: AgendaEvent = { type: 'AgendaOtherMeetingNoted', data: { agendaId: 'a1', ...council } };
  const detected: AgendaEvent = {
    type: 'AgendaClashDetected',
    data: { agendaId: 'a1', clashId: 'council@2015-06-15', date: on('2015-06-15'), meetingId: 'council', name: council.name },
  };
  const waive: AgendaCommand = { type: 'WaiveAgendaClash', data: { actor: ada, clashId: 'council@2015-06-15', reason } };
  const waived: AgendaEvent = {
    type: 'AgendaClashWaived',
    data: { agendaId: 'a1', clashId: 'council@2015-06-15', reason, waivedBy: ada.accreditationId },
  };
  it('is warned of when a day falls on a meeting on record or noted, and never refused', () => {
    given(...ready)
      .when(day('2015-06-15', { otherMeetings: [council] }))
      .then(dayAdded, detected);
    given(...ready, noted)
      .when(day('2015-06-15'))
      .then(dayAdded, detected);
    given(...ready, noted)
      .when(day('2015-06-16'))
      .then({ ...dayAdded, data: { agendaId: 'a1', date: on('2015-06-16'), title } });
  });
  it('is warned of when a meeting is noted that falls on a day', () => {
    given(...ready, dayAdded)
      .when({ type: 'NoteOtherMeeting', data: council })
      .then(noted, detected);
    given(...ready, dayAdded, noted, detected)
      .when({ type: 'NoteOtherMeeting', data: council })
      .thenNothing();
    given(...ready, noted)
      .when({ type: 'NoteOtherMeeting', data: { ...council, place: 'x' } })
      .thenRejected({ code: 'agenda.other_meeting_known', meeting: 'council' });
    given(...ready)
      .when({ type: 'NoteOtherMeeting', data: { ...council, end: on('2015-06-12') } })
      .thenRejected({ code: 'agenda.meeting_dates_reversed', start: on('2015-06-13'), end: on('2015-06-12') });
  });
  it('is waived with a reason, once, and goes with its day', () => {
    given(...ready, dayAdded, noted, detected)
      .when(waive)
      .then(waived);
    given(...ready, dayAdded, noted, detected, waived)
      .when(waive)
      .thenNothing();
    given(...ready)
      .when(waive)
      .thenRejected({ code: 'agenda.clash_unknown', clash: 'council@2015-06-15' });
    const removed: AgendaEvent = { type: 'AgendaDayRemoved', data: { agendaId: 'a1', date: on('2015-06-15') } };
    expect(stateAfter(...ready, dayAdded, noted, detected, removed).clashes).toStrictEqual([]);
  });
});

describe('a room', () => {
  const add: AgendaCommand = { type: 'AddAgendaRoom', data: { roomId: 'r1', name: title, capacity: 200 } };
  it('is added and removed, once, when nothing is in it', () => {
    given(...ready)
      .when(add)
      .then(room('r1'));
    given(...ready, room('r1'))
      .when(add)
      .thenNothing();
    given(...ready, room('r1'))
      .when({ type: 'AddAgendaRoom', data: { roomId: 'r1', name: title, capacity: null } })
      .thenRejected({ code: 'agenda.room_exists', room: 'r1' });
    given(...set)
      .when({ type: 'RemoveAgendaRoom', data: { roomId: 'r2' } })
      .then({ type: 'AgendaRoomRemoved', data: { agendaId: 'a1', roomId: 'r2' } });
    given(...ready)
      .when({ type: 'RemoveAgendaRoom', data: { roomId: 'r2' } })
      .thenNothing();
    given(...set, slotAdded())
      .when({ type: 'RemoveAgendaRoom', data: { roomId: 'r1' } })
      .thenRejected({ code: 'agenda.room_not_empty', room: 'r1' });
  });
});
