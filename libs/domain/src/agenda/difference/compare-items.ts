import { same } from '../../kernel/index.ts';
import type { AgendaContent, AgendaHeading, AgendaItem, PinnedDocument } from '../agenda.content.ts';
import { hasTopic } from '../checks.ts';
import { itemLabel, romanNumeral } from '../numbering.ts';
import { compareLists, idBefore, movedIn, type Pair } from './compare-lists.ts';
import type { AgendaChange, ItemTopicEdition } from './difference.values.ts';

interface Placed {
  readonly item: AgendaItem;
  readonly heading: AgendaHeading;
  readonly label: string;
  readonly after: string | null;
}

const placedIn = ({ headings }: AgendaContent): readonly Placed[] =>
  headings.flatMap(({ items, ...heading }) => {
    const ids = items.map(({ itemId }) => itemId);
    return items.map((item) => ({
      item,
      heading,
      label: itemLabel(heading.number, item.letter),
      after: idBefore(ids, item.itemId),
    }));
  });

const unless = (equal: boolean, change: AgendaChange): readonly AgendaChange[] => (equal ? [] : [change]);

const topicOf = (item: AgendaItem): ItemTopicEdition | null =>
  hasTopic(item) ? { reference: item.topicReference, contentHash: item.topicContentHash, sponsors: item.sponsors } : null;

const isOtherEdition = (a: PinnedDocument, b: PinnedDocument): boolean => a.work === b.work && a.language === b.language && !same(a, b);

const documentChanges = ({ from, to }: Pair<Placed>): readonly AgendaChange[] => {
  const [before, after] = [from.item.documents ?? [], to.item.documents ?? []];
  const of = { itemId: to.item.itemId, label: to.label };
  const isNew = (document: PinnedDocument): boolean => !before.some((pinned) => same(pinned, document));
  const isGone = (document: PinnedDocument): boolean => !after.some((pinned) => same(pinned, document));
  const changed = after.filter(isNew).map((document): AgendaChange => {
    const earlier = before.filter(isGone).find((pinned) => isOtherEdition(pinned, document));
    return earlier === undefined
      ? { change: 'document_added', ...of, document }
      : { change: 'document_edition_changed', ...of, from: earlier, to: document };
  });
  const dropped = before
    .filter((document) => isGone(document) && !after.some((pinned) => isOtherEdition(pinned, document)))
    .map((document): AgendaChange => ({ change: 'document_dropped', ...of, document }));
  return [...changed, ...dropped];
};

const itemChanges = (pair: Pair<Placed>): readonly AgendaChange[] => {
  const { from, to } = pair;
  const of = { itemId: to.item.itemId, label: to.label };
  const [a, b] = [from.item, to.item];
  const notes = [a.annotation ?? null, b.annotation ?? null] as const;
  const topics = [topicOf(a), topicOf(b)] as const;
  return [
    ...unless(same(a.title, b.title), { change: 'item_retitled', ...of, from: a.title, to: b.title }),
    ...unless(same(a.actionLabels, b.actionLabels), { change: 'action_labels_changed', ...of, from: a.actionLabels, to: b.actionLabels }),
    ...unless(same(notes[0], notes[1]), { change: 'annotation_changed', ...of, from: notes[0], to: notes[1] }),
    ...unless(same(topics[0], topics[1]), { change: 'topic_edition_changed', ...of, from: topics[0], to: topics[1] }),
    ...documentChanges(pair),
  ];
};

const idsUnder = (placed: readonly Placed[], headingId: string): readonly string[] =>
  placed.filter(({ heading }) => heading.headingId === headingId).map(({ item }) => item.itemId);

const placeChange = ({ from, to }: Pair<Placed>, before: readonly Placed[], after: readonly Placed[]): readonly AgendaChange[] => {
  const { itemId, title } = to.item;
  const { headingId } = to.heading;
  const stayed = from.heading.headingId === headingId;
  if (stayed && !movedIn(idsUnder(before, headingId), idsUnder(after, headingId)).includes(itemId))
    return unless(from.item.letter === to.item.letter, { change: 'item_renumbered', itemId, from: from.item.letter, to: to.item.letter });
  const places = { from: { headingId: from.heading.headingId, label: from.label }, to: { headingId, label: to.label } };
  return [{ change: 'item_moved', itemId, title, ...places, after: to.after }];
};

/** What became of the items, in the order of the later version. */
export const compareItems = (earlier: AgendaContent, later: AgendaContent): readonly AgendaChange[] => {
  const [before, after] = [placedIn(earlier), placedIn(later)];
  const { added, dropped, common } = compareLists(before, after, ({ item }) => item.itemId);
  return [
    ...added.map(({ item, heading, label, after: behind }): AgendaChange => {
      const { itemId, title } = item;
      return { change: 'item_added', itemId, label, title, headingId: heading.headingId, after: behind };
    }),
    ...dropped.map(({ item: { itemId, title }, label }): AgendaChange => ({ change: 'item_dropped', itemId, label, title })),
    ...common.flatMap((pair) => [...placeChange(pair, before, after), ...itemChanges(pair)]),
  ];
};

const headingChanges = ({ from, to }: Pair<AgendaHeading>): readonly AgendaChange[] => {
  const of = { headingId: to.headingId, label: romanNumeral(to.number) };
  return [
    ...unless(same(from.title, to.title), { change: 'heading_retitled', ...of, from: from.title, to: to.title }),
    ...unless(from.number === to.number, {
      change: 'heading_renumbered',
      headingId: to.headingId,
      from: romanNumeral(from.number),
      to: of.label,
    }),
    ...unless(from.theme === to.theme, { change: 'heading_theme_changed', ...of, from: from.theme, to: to.theme }),
  ];
};

/** What became of the headings, in the order of the later version. */
export const compareHeadings = (earlier: AgendaContent, later: AgendaContent): readonly AgendaChange[] => {
  const idOf = ({ headingId }: AgendaHeading): string => headingId;
  const [before, after] = [earlier.headings.map(idOf), later.headings.map(idOf)];
  const { added, dropped, common } = compareLists<AgendaHeading>(earlier.headings, later.headings, idOf);
  const moved = movedIn(before, after);
  const at = ({ headingId, number, title }: AgendaHeading) => ({ headingId, label: romanNumeral(number), title });
  return [
    ...added.map((heading): AgendaChange => ({ change: 'heading_added', ...at(heading), after: idBefore(after, heading.headingId) })),
    ...dropped.map((heading): AgendaChange => ({ change: 'heading_dropped', ...at(heading) })),
    ...common.flatMap((pair): readonly AgendaChange[] => [
      ...unless(!moved.includes(pair.to.headingId), {
        change: 'heading_moved',
        ...at(pair.to),
        after: idBefore(after, pair.to.headingId),
      }),
      ...headingChanges(pair),
    ]),
  ];
};
