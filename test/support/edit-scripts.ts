import type {
  AgendaChange,
  AgendaContent,
  AgendaHeading,
  AgendaItem,
  AgendaSlot,
  AgendaSpeaker,
  PinnedDocument,
} from '../../libs/domain/src/index.ts';
import { member, on, until, who } from './domain.ts';

/** Draws from a tape of numbers; nought once it is used up, which is always the plainest choice. */
export class Tape {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    const drawn = this.#numbers[this.#next] ?? 0;
    this.#next += 1;
    return drawn % limit;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }
}

/** What a change says, in one line: what, of which object, from what, to what. */
export const lineOf = (change: string, id: string, from: unknown = null, to: unknown = null): string =>
  `${change} ${id} ${JSON.stringify(from)} ${JSON.stringify(to)}`;

const idOf = (change: AgendaChange): string => {
  for (const key of ['itemId', 'headingId', 'slotId', 'theme', 'date', 'roomId'])
    if (key in change) return String(Reflect.get(change, key));
  return '';
};

/** The same line, read from a difference. Where something stands is told by its heading and by what stands before it. */
export const toLine = (told: AgendaChange): string => {
  if (told.change === 'item_moved') return lineOf(told.change, told.itemId, told.from.headingId, [told.to.headingId, told.after]);
  if (told.change === 'item_added') return lineOf(told.change, told.itemId, null, [told.headingId, told.after]);
  if ('after' in told) return lineOf(told.change, told.headingId, null, told.after);
  if ('document' in told) return lineOf(told.change, told.itemId, null, told.document);
  if ('speaker' in told) return lineOf(told.change, told.slotId, null, told.speaker);
  return 'from' in told ? lineOf(told.change, idOf(told), told.from, told.to) : lineOf(told.change, idOf(told));
};

export const text = (words: string) => ({ en: words, fr: `${words} (fr)` });

const documentOf = (id: string, edition: number): PinnedDocument => ({
  documentId: `${id}-${edition}`,
  work: `PC${id}`,
  symbol: `PC${id}E${edition}`,
  language: 'en',
  contentHash: `hash of ${id} edition ${edition}`,
});

const itemOf = (id: string, headingId: string, place: number, tape: Tape): AgendaItem => ({
  itemId: id,
  headingId,
  letter: String.fromCharCode(97 + place),
  title: text(`Item ${id}`),
  actionLabels: ['for_decision'],
  topicId: `t-${id}`,
  topicReference: `KE-${id}`,
  topicContentHash: 'edition 1',
  sponsors: [member('KE')],
  guidanceId: 'g',
  ...(tape.once(2) ? { documents: [documentOf(id, 1)] } : {}),
  ...(tape.once(2) ? { annotation: { en: `About ${id}` } } : {}),
});

const speakerOf = (id: string, standing: 'invited' | 'confirmed' = 'invited'): AgendaSpeaker => ({
  speakerId: id,
  part: 'speaker',
  person: who(id).accreditationId,
  member: null,
  standing,
});

const slotOf = (id: string, tape: Tape): AgendaSlot => ({
  slotId: id,
  roomId: 'r1',
  start: until('2015-06-15T07:00:00.000Z'),
  end: until('2015-06-15T08:00:00.000Z'),
  title: text(`Slot ${id}`),
  itemIds: [],
  speakers: Array.from({ length: tape.below(3) }, (_unused, place) => speakerOf(`${id}-p${place}`)),
});

/** A whole agenda as the tape has it. */
export const contentFrom = (tape: Tape): AgendaContent => ({
  agendaId: 'a1',
  version: 1,
  title: text('Agenda'),
  headings: Array.from({ length: 1 + tape.below(5) }, (_unused, place) => ({
    headingId: `h${place}`,
    number: place + 1,
    title: text(`Heading ${place}`),
    theme: null,
    items: Array.from({ length: tape.below(6) }, (_none, nth) => itemOf(`i${place}${nth}`, `h${place}`, nth, tape)),
  })),
  omittedPriorities: Array.from({ length: tape.below(3) }, (_unused, place) => ({ theme: `T${place}`, reason: text('No contribution') })),
  programme: {
    days: [{ date: on('2015-06-15'), title: text('First day') }],
    rooms: ['r1', 'r2'].map((roomId) => ({ roomId, name: text(roomId), capacity: null })),
    slots: Array.from({ length: tape.below(4) }, (_unused, place) => slotOf(`s${place}`, tape)),
  },
});

interface Edited<T> {
  readonly value: T;
  readonly lines: readonly string[];
}

/** Changes to one item that leave it where it is. */
const editItem = (item: AgendaItem, tape: Tape): Edited<AgendaItem> => {
  const lines: string[] = [];
  let value = item;
  if (tape.once(4)) {
    lines.push(lineOf('item_retitled', item.itemId, item.title, text('Retitled')));
    value = { ...value, title: text('Retitled') };
  }
  if (tape.once(5)) {
    lines.push(lineOf('action_labels_changed', item.itemId, item.actionLabels, ['to_take_note']));
    value = { ...value, actionLabels: ['to_take_note'] };
  }
  if (tape.once(5)) {
    lines.push(lineOf('annotation_changed', item.itemId, item.annotation ?? null, { fr: 'Autre' }));
    value = { ...value, annotation: { fr: 'Autre' } };
  }
  if (tape.once(5) && 'topicId' in value) {
    const edition = { reference: value.topicReference, contentHash: value.topicContentHash, sponsors: value.sponsors };
    lines.push(lineOf('topic_edition_changed', item.itemId, edition, { ...edition, contentHash: 'edition 2' }));
    value = { ...value, topicContentHash: 'edition 2' };
  }
  return editDocuments(value, tape, lines);
};

const editDocuments = (item: AgendaItem, tape: Tape, lines: readonly string[]): Edited<AgendaItem> => {
  const [pinned] = item.documents ?? [];
  const other = documentOf(`${item.itemId}x`, 1);
  const next = documentOf(item.itemId, 2);
  switch (tape.below(6)) {
    case 3:
      return {
        value: { ...item, documents: [...(item.documents ?? []), other] },
        lines: [...lines, lineOf('document_added', item.itemId, null, other)],
      };
    case 4: {
      if (pinned === undefined) return { value: item, lines };
      const { documents: _documents, ...bare } = item;
      return { value: bare, lines: [...lines, lineOf('document_dropped', item.itemId, null, pinned)] };
    }
    case 5:
      return pinned === undefined
        ? { value: item, lines }
        : { value: { ...item, documents: [next] }, lines: [...lines, lineOf('document_edition_changed', item.itemId, pinned, next)] };
    default:
      return { value: item, lines };
  }
};

const editSpeakers = (slot: AgendaSlot, tape: Tape): Edited<AgendaSlot> => {
  const [first, ...rest] = slot.speakers;
  const guest = speakerOf(`${slot.slotId}-guest`);
  const kind = tape.below(6);
  if (kind === 2)
    return { value: { ...slot, speakers: [...slot.speakers, guest] }, lines: [lineOf('speaker_added', slot.slotId, null, guest)] };
  if (first === undefined || kind < 3) return { value: slot, lines: [] };
  if (kind === 3) return { value: { ...slot, speakers: rest }, lines: [lineOf('speaker_dropped', slot.slotId, null, first)] };
  const changed = kind === 4 ? guest : { ...first, standing: 'confirmed' as const };
  return { value: { ...slot, speakers: [changed, ...rest] }, lines: [lineOf('speaker_changed', slot.slotId, first, changed)] };
};

const editSlot = (slot: AgendaSlot, tape: Tape): Edited<AgendaSlot> => {
  const { value: spoken, lines: said } = editSpeakers(slot, tape);
  const lines = [...said];
  let value = spoken;
  if (tape.once(4)) {
    lines.push(lineOf('slot_retitled', slot.slotId, slot.title, text('Other slot')));
    value = { ...value, title: text('Other slot') };
  }
  if (tape.once(4)) {
    const times = { start: until('2015-06-15T12:00:00.000Z'), end: until('2015-06-15T13:00:00.000Z') };
    lines.push(lineOf('slot_time_changed', slot.slotId, { start: slot.start, end: slot.end }, times));
    value = { ...value, ...times };
  }
  if (tape.once(4)) {
    lines.push(lineOf('slot_room_changed', slot.slotId, 'r1', 'r2'));
    value = { ...value, roomId: 'r2' };
  }
  if (tape.once(5)) {
    lines.push(lineOf('slot_items_changed', slot.slotId, [], ['i00']));
    value = { ...value, itemIds: ['i00'] };
  }
  return { value, lines };
};

export const editing = { editItem, editSlot, itemOf, slotOf };
export type HeadingWithItems = AgendaHeading & { readonly items: readonly AgendaItem[] };
export type { Edited };
