import { accredited, because, brussels, officer, type AgendaDesk } from './agenda-desk.ts';
import { text } from './opened.ts';

const slotAt =
  (roomId: string) =>
  (day: number, from: string, to: string, more: object = {}) => ({
    roomId,
    start: brussels(`2015-06-${day}T${from}`),
    end: brussels(`2015-06-${day}T${to}`),
    title: text('Slot'),
    itemIds: [],
    ...more,
  });

/** What an agenda with an item refuses about days, rooms and slots; two slots at one time in two rooms are left behind. */
export const refuseDaysRoomsAndSlots = async (at: AgendaDesk): Promise<void> => {
  const { application, refused, done, make, of } = at;
  await refused('/days', { date: '2015-06-15', title: text('First') }, 'agenda.dates_not_fixed');
  await refused('/freeze-date', { daysBefore: 5 }, 'agenda.dates_not_fixed');
  const dates = { conferenceId: 'RIC-2015', start: '2015-06-15', end: '2015-06-16', source: 's' } as never;
  await application.done(officer, 'fixConferenceDates', dates);
  await refused('/days', { date: '2015-06-17', title: text('Third') }, 'agenda.day_outside_meeting');
  await done('/days', { date: '2015-06-15', title: text('First') });
  await refused('/days', { date: '2015-06-15', title: text('Again') }, 'agenda.day_exists');
  await refused('/slots', slotAt(of('room'))(15, '09:00', '10:00'), 'agenda.room_unknown');
  await make('room', 'roomId', '/rooms', { name: text('Hall'), capacity: 200 });
  await refused('/slots', slotAt(of('room'))(16, '09:00', '10:00'), 'agenda.day_unknown');
  await make('second room', 'roomId', '/rooms', { name: text('Room 2'), capacity: null });
  await refused('/slots', slotAt(of('room'))(15, '10:00', '09:00'), 'agenda.slot_reversed');
  await refused('/slots', { ...slotAt(of('room'))(15, '23:00', '23:30'), end: brussels('2015-06-16T00:30') }, 'agenda.slot_over_midnight');
  await make('slot', 'slotId', '/slots', slotAt(of('room'))(15, '09:00', '10:00', { itemIds: [of('item')] }));
  await refused('/slots', slotAt(of('room'))(15, '09:59', '10:30'), 'agenda.slot_overlaps');
  const elsewhere = { roomId: of('second room') };
  await refused('/slots', slotAt(of('room'))(15, '09:30', '10:30', { ...elsewhere, itemIds: [of('item')] }), 'agenda.item_in_two_slots');
  await make('second slot', 'slotId', '/slots', slotAt(of('room'))(15, '09:30', '10:30', elsewhere));
  await refused('/slots/none/title', { title: text('None') }, 'agenda.slot_unknown');
  await refused(`/rooms/${of('room')}/remove`, null, 'agenda.room_not_empty');
  await refused('/days/2015-06-15/remove', null, 'agenda.day_not_empty');
};

/** What an agenda with two slots at one time refuses about speakers and other meetings. */
export const refuseSpeakersAndMeetings = async (at: AgendaDesk): Promise<void> => {
  const { application, refused, done, make, of } = at;
  const [p1, p2, p3] = [await accredited(application, 'KE'), await accredited(application, 'DE'), await accredited(application, 'AD')];
  const invite = (person: string, part = 'speaker') => ({ person, part });
  await make('speaker', 'speakerId', `/slots/${of('slot')}/speakers`, invite(p1));
  await done(`/slots/${of('slot')}/speakers`, invite(p2, 'moderator'));
  await refused(`/slots/${of('slot')}/speakers`, invite(p1), 'agenda.speaker_exists');
  await refused(`/slots/${of('slot')}/speakers`, invite(p3, 'moderator'), 'agenda.slot_has_moderator');
  await refused(`/slots/${of('second slot')}/speakers`, invite(p1), 'agenda.person_in_two_slots');
  await refused('/speakers/none/confirm', null, 'agenda.speaker_unknown');
  const meeting = { meetingId: 'EAC', name: text('Committee'), start: '2015-06-15', end: '2015-06-15', place: 'Arusha', source: 's' };
  await refused('/other-meetings', { ...meeting, end: '2015-06-14' }, 'agenda.meeting_dates_reversed');
  await done('/other-meetings', meeting);
  await refused('/other-meetings', { ...meeting, name: text('Other') }, 'agenda.other_meeting_known');
  await refused('/clash-waivers', { clashId: 'none', ...because('accepted') }, 'agenda.clash_unknown');
};
