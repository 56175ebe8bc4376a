import { same } from '../../kernel/index.ts';
import type { AgendaContent, AgendaProgramme, AgendaSlot, AgendaSpeaker } from '../agenda.content.ts';
import { compareLists, type Pair } from './compare-lists.ts';
import type { AgendaChange } from './difference.values.ts';

const noProgramme: AgendaProgramme = { days: [], rooms: [], slots: [] };

const unless = (equal: boolean, change: AgendaChange): readonly AgendaChange[] => (equal ? [] : [change]);

/** Somebody in the part of one who left takes his place; nobody else is told as changed. */
const speakerChanges = ({ from, to }: Pair<AgendaSlot>): readonly AgendaChange[] => {
  const { slotId } = to;
  const { added, dropped, common } = compareLists<AgendaSpeaker>(from.speakers, to.speakers, ({ speakerId }) => speakerId);
  const nthOf = (list: readonly AgendaSpeaker[], speaker: AgendaSpeaker): number =>
    list.filter(({ part }) => part === speaker.part).indexOf(speaker);
  const successorOf = (gone: AgendaSpeaker): AgendaSpeaker | undefined =>
    added.filter(({ part }) => part === gone.part)[nthOf(dropped, gone)];
  const successors = dropped.flatMap((gone) => successorOf(gone) ?? []);
  return [
    ...common
      .filter((pair) => !same(pair.from, pair.to))
      .map((pair): AgendaChange => ({ change: 'speaker_changed', slotId, from: pair.from, to: pair.to })),
    ...dropped.map((gone): AgendaChange => {
      const successor = successorOf(gone);
      return successor === undefined
        ? { change: 'speaker_dropped', slotId, speaker: gone }
        : { change: 'speaker_changed', slotId, from: gone, to: successor };
    }),
    ...added
      .filter((speaker) => !successors.includes(speaker))
      .map((speaker): AgendaChange => ({ change: 'speaker_added', slotId, speaker })),
  ];
};

const slotChanges = (pair: Pair<AgendaSlot>): readonly AgendaChange[] => {
  const { from, to } = pair;
  const { slotId } = to;
  const times = [
    { start: from.start, end: from.end },
    { start: to.start, end: to.end },
  ] as const;
  return [
    ...unless(same(from.title, to.title), { change: 'slot_retitled', slotId, from: from.title, to: to.title }),
    ...unless(same(times[0], times[1]), { change: 'slot_time_changed', slotId, from: times[0], to: times[1] }),
    ...unless(from.roomId === to.roomId, { change: 'slot_room_changed', slotId, from: from.roomId, to: to.roomId }),
    ...unless(same(from.itemIds, to.itemIds), { change: 'slot_items_changed', slotId, from: from.itemIds, to: to.itemIds }),
    ...speakerChanges(pair),
  ];
};

const compareDays = (earlier: AgendaProgramme, later: AgendaProgramme): readonly AgendaChange[] => {
  const { added, dropped, common } = compareLists(earlier.days, later.days, ({ date }) => date);
  return [
    ...added.map(({ date, title }): AgendaChange => ({ change: 'day_added', date, title })),
    ...dropped.map(({ date, title }): AgendaChange => ({ change: 'day_dropped', date, title })),
    ...common.flatMap(({ from, to }) =>
      unless(same(from.title, to.title), { change: 'day_retitled', date: to.date, from: from.title, to: to.title }),
    ),
  ];
};

const compareRooms = (earlier: AgendaProgramme, later: AgendaProgramme): readonly AgendaChange[] => {
  const { added, dropped } = compareLists(earlier.rooms, later.rooms, ({ roomId }) => roomId);
  return [
    ...added.map(({ roomId, name }): AgendaChange => ({ change: 'room_added', roomId, name })),
    ...dropped.map(({ roomId, name }): AgendaChange => ({ change: 'room_dropped', roomId, name })),
  ];
};

/** What became of days, rooms, slots and speakers. */
export const compareProgrammes = (earlier: AgendaContent, later: AgendaContent): readonly AgendaChange[] => {
  const [before, after] = [earlier.programme ?? noProgramme, later.programme ?? noProgramme];
  const slots = compareLists<AgendaSlot>(before.slots, after.slots, ({ slotId }) => slotId);
  return [
    ...compareDays(before, after),
    ...compareRooms(before, after),
    ...slots.added.map(({ slotId, start, title }): AgendaChange => ({ change: 'slot_added', slotId, start, title })),
    ...slots.dropped.map(({ slotId, start, title }): AgendaChange => ({ change: 'slot_dropped', slotId, start, title })),
    ...slots.common.flatMap(slotChanges),
  ];
};
