import type { AgendaContent, AgendaItem } from '../../libs/domain/src/index.ts';
import { editing, lineOf, text, type Edited, type HeadingWithItems, type Tape } from './edit-scripts.ts';

const { editItem, editSlot, itemOf, slotOf } = editing;

interface Leaving {
  readonly item: AgendaItem;
  readonly to: string;
}

interface Sorted {
  readonly staying: readonly AgendaItem[];
  readonly leaving: readonly Leaving[];
  readonly lines: readonly string[];
}

/** Which items of a heading are dropped, leave for another heading, get another letter, or are edited where they are. */
const sortItems = ({ headingId, items }: HeadingWithItems, others: readonly string[], tape: Tape): Sorted => {
  const staying: AgendaItem[] = [];
  const leaving: Leaving[] = [];
  const lines: string[] = [];
  for (const item of items) {
    const fate = tape.below(8);
    const { value, lines: edits } = editItem(item, tape);
    if (fate === 5) lines.push(lineOf('item_dropped', item.itemId));
    else lines.push(...edits);
    const to = others[tape.below(Math.max(1, others.length))];
    if (fate === 6 && to !== undefined && to !== headingId) leaving.push({ item: { ...value, headingId: to, letter: 'z' }, to });
    else if (fate === 7) {
      lines.push(lineOf('item_renumbered', item.itemId, item.letter, `${item.letter}x`));
      staying.push({ ...value, letter: `${item.letter}x` });
    } else if (fate !== 5) staying.push(value);
  }
  return { staying, leaving, lines };
};

/** One entry moved past at least two that stay: then nobody can say that it was the others that moved. */
const firstToLast = <T>(list: readonly T[]): readonly T[] => [...list.slice(1), ...list.slice(0, 1)];

const editHeading = (heading: HeadingWithItems, tape: Tape): Edited<HeadingWithItems> => {
  const lines: string[] = [];
  let value = heading;
  if (tape.once(4)) {
    lines.push(lineOf('heading_retitled', heading.headingId, heading.title, text('Other heading')));
    value = { ...value, title: text('Other heading') };
  }
  if (tape.once(4)) {
    const roman = ['', 'I', 'II', 'III', 'IV', 'V'];
    lines.push(lineOf('heading_renumbered', heading.headingId, roman[heading.number], `X${roman[heading.number] ?? ''}`));
    value = { ...value, number: heading.number + 10 };
  }
  return { value, lines };
};

const before = (ids: readonly string[], id: string): string | null => ids[ids.indexOf(id) - 1] ?? null;

const editHeadings = (content: AgendaContent, tape: Tape): Edited<readonly HeadingWithItems[]> => {
  const lines: string[] = [];
  const dropped = content.headings.filter(() => tape.once(6)).map(({ headingId }) => headingId);
  const kept = content.headings.filter(({ headingId }) => !dropped.includes(headingId));
  lines.push(...dropped.map((headingId) => lineOf('heading_dropped', headingId)));
  const gone = content.headings.filter(({ headingId }) => dropped.includes(headingId)).flatMap(({ items }) => items);
  lines.push(...gone.map(({ itemId }) => lineOf('item_dropped', itemId)));
  const ids = kept.map(({ headingId }) => headingId);
  const sorted = kept.map((heading) => ({ heading, ...sortItems(heading, ids, tape) }));
  lines.push(...sorted.flatMap((entry) => entry.lines));
  const arrivals = sorted.flatMap(({ heading, leaving }) => leaving.map((move) => ({ ...move, from: heading.headingId })));
  const next = sorted.map(({ heading, staying }) => {
    const { value, lines: edits } = editHeading(heading, tape);
    lines.push(...edits);
    const isMoved = staying.length >= 3 && tape.once(2);
    const coming = arrivals.filter(({ to }) => to === heading.headingId).map(({ item }) => item);
    const fresh = tape.once(3) ? [itemOf(`n${heading.headingId}`, heading.headingId, 20, tape)] : [];
    const items = [...coming, ...(isMoved ? firstToLast(staying) : staying), ...fresh];
    const order = items.map(({ itemId }) => itemId);
    const mover = isMoved ? staying.slice(0, 1) : [];
    lines.push(
      ...mover.map(({ itemId }) => lineOf('item_moved', itemId, heading.headingId, [heading.headingId, before(order, itemId)])),
      ...fresh.map(({ itemId }) => lineOf('item_added', itemId, null, [heading.headingId, before(order, itemId)])),
      ...arrivals
        .filter(({ to }) => to === heading.headingId)
        .map(({ item, from }) => lineOf('item_moved', item.itemId, from, [heading.headingId, before(order, item.itemId)])),
    );
    return { ...value, items };
  });
  return orderHeadings(next, tape, lines);
};

const orderHeadings = (next: readonly HeadingWithItems[], tape: Tape, lines: readonly string[]): Edited<readonly HeadingWithItems[]> => {
  const isMoved = next.length >= 3 && tape.once(3);
  const ordered = isMoved ? firstToLast(next) : next;
  const added = tape.once(4) ? [{ headingId: 'new', number: 99, title: text('New heading'), theme: null, items: [] }] : [];
  const value = [...added, ...ordered];
  const ids = value.map(({ headingId }) => headingId);
  const mover = isMoved ? next.slice(0, 1) : [];
  return {
    value,
    lines: [
      ...lines,
      ...added.map(({ headingId }) => lineOf('heading_added', headingId, null, before(ids, headingId))),
      ...mover.map(({ headingId }) => lineOf('heading_moved', headingId, null, before(ids, headingId))),
    ],
  };
};

/** A renumbered item is told as moved when it is moved too: its letter is not told twice. */
const withoutDoubles = (lines: readonly string[]): readonly string[] => {
  const moved = lines.filter((line) => line.startsWith('item_moved ')).map((line) => line.split(' ')[1]);
  return lines.filter((line) => !(line.startsWith('item_renumbered ') && moved.includes(line.split(' ')[1])));
};

const editOmissions = (omissions: AgendaContent['omittedPriorities'], tape: Tape): Edited<AgendaContent['omittedPriorities']> => {
  const [first, ...rest] = omissions;
  if (first === undefined) return { value: omissions, lines: [] };
  if (tape.once(2)) return { value: rest, lines: [lineOf('omission_dropped', first.theme)] };
  const reason = text('Other reason');
  return { value: [{ ...first, reason }, ...rest], lines: [lineOf('omission_reworded', first.theme, first.reason, reason)] };
};

/** A second version of an agenda, and the line of everything that was done to it, in no order. */
export const editAgenda = (content: AgendaContent, tape: Tape): Edited<AgendaContent> => {
  const { value: headings, lines } = editHeadings(content, tape);
  const programme = content.programme ?? { days: [], rooms: [], slots: [] };
  const gone = programme.slots.filter(() => tape.once(5));
  const slots = programme.slots.filter((slot) => !gone.includes(slot)).map((slot) => editSlot(slot, tape));
  const fresh = tape.once(3) ? [slotOf('fresh', tape)] : [];
  const omitted = editOmissions(content.omittedPriorities, tape);
  const retitled = tape.once(3);
  const final = tape.once(3);
  return {
    value: {
      ...content,
      version: 2,
      title: retitled ? text('Other agenda') : content.title,
      headings,
      omittedPriorities: omitted.value,
      programme: { ...programme, slots: [...slots.map(({ value }) => value), ...fresh] },
      ...(final ? { final } : {}),
    },
    lines: [
      ...withoutDoubles(lines),
      ...gone.map(({ slotId }) => lineOf('slot_dropped', slotId)),
      ...slots.flatMap((slot) => slot.lines),
      ...fresh.map(({ slotId }) => lineOf('slot_added', slotId)),
      ...omitted.lines,
      ...(retitled ? [lineOf('agenda_retitled', '', content.title, text('Other agenda'))] : []),
      ...(final ? [lineOf('agenda_became_final', '')] : []),
    ],
  };
};
