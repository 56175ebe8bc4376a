import { itemLabel, type AgendaChange, type AgendaContent } from '../../../domain/src/index.ts';
import type { RichText } from '../../../documents/src/index.ts';
import type { AgendaDifferenceView } from '../../../projections/src/index.ts';
import type { Draft, Scribe } from './scribe.ts';

/** Kinds of change in words; whatever is none of these is told by its own name. */
const kinds: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  added: { en: 'added', fr: 'ajouté' },
  dropped: { en: 'dropped', fr: 'supprimé' },
  moved: { en: 'moved', fr: 'déplacé' },
  retitled: { en: 'retitled', fr: 'nouvel intitulé' },
  reworded: { en: 'reworded', fr: 'reformulé' },
  renumbered: { en: 'renumbered', fr: 'renuméroté' },
  changed: { en: 'changed', fr: 'modifié' },
  final: { en: 'became final', fr: 'devenu définitif' },
};

const subjects: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  agenda: { en: 'Agenda', fr: 'Ordre du jour' },
  heading: { en: 'Heading', fr: 'Rubrique' },
  item: { en: 'Item', fr: 'Point' },
  action: { en: 'What is asked of the item', fr: 'Ce qui est demandé pour le point' },
  annotation: { en: 'Annotation', fr: 'Annotation' },
  topic: { en: 'Topic behind the item', fr: 'Thème à l’origine du point' },
  document: { en: 'Document', fr: 'Document' },
  omission: { en: 'Priority left out', fr: 'Priorité absente' },
  day: { en: 'Day', fr: 'Jour' },
  room: { en: 'Room', fr: 'Salle' },
  slot: { en: 'Slot', fr: 'Créneau' },
  speaker: { en: 'Speaker', fr: 'Intervenant' },
};

const kindOf = (scribe: Scribe, change: string): string => {
  const words = change.split('_');
  const subject = subjects[words[0] ?? '']?.[scribe.language] ?? words[0] ?? '';
  return scribe.pair(subject, kinds[words.at(-1) ?? '']?.[scribe.language] ?? change.replaceAll('_', ' '));
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What readers call what versions name by ids. */
type Names = Readonly<Record<string, string>>;

/** Of two versions: items by their labels, slots by their times, rooms by their names, speakers by their Members. */
const namesIn = (scribe: Scribe, versions: readonly AgendaContent[]): Names =>
  Object.fromEntries(
    versions.flatMap(({ headings, programme }) => [
      ...headings.flatMap(({ number, items }) => items.map(({ itemId, letter }) => [itemId, itemLabel(number, letter)] as const)),
      ...(programme?.rooms ?? []).map(({ roomId, name }) => [roomId, scribe.say(name)] as const),
      ...(programme?.slots ?? []).flatMap(({ slotId, start, speakers }) => [
        [slotId, start.wallTime.replace('T', ' ')] as const,
        ...speakers.map(({ person, part, member }) => [person, member === null ? scribe.word(part) : scribe.member(member)] as const),
      ]),
    ]),
  );

const toldObject = (scribe: Scribe, names: Names, value: Readonly<Record<string, unknown>>): string => {
  if ('en' in value || 'fr' in value) return scribe.say(value);
  const shown = ['symbol', 'label', 'reference', 'wallTime', 'start', 'person'].find((name) => value[name] !== undefined);
  const end = 'end' in value ? ` – ${told(scribe, names, value['end'])}` : '';
  return shown === undefined ? '' : `${told(scribe, names, value[shown])}${end}`;
};

/** One side of a change as a reader knows it: a text, a time, a place, a symbol. */
function told(scribe: Scribe, names: Names, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => told(scribe, names, each)).join(', ');
  if (typeof value === 'string') return names[value] ?? value;
  return isObject(value) ? toldObject(scribe, names, value) : value === null || value === undefined ? '—' : `${value as number}`;
}

const sidesOf = (change: AgendaChange): { readonly from: unknown; readonly to: unknown; readonly title: unknown } => {
  const { from, to, title, name, reason, document, speaker } = change as unknown as Readonly<Record<string, unknown>>;
  return { from, to, title: title ?? name ?? reason ?? document ?? speaker };
};

const wordingOf = (scribe: Scribe, names: Names, change: AgendaChange): RichText => {
  const { from, to, title } = sidesOf(change);
  const name = told(scribe, names, title);
  if (from !== undefined || to !== undefined) {
    const before = title === undefined ? [] : [{ text: scribe.pair(name, '') }];
    return [
      ...before,
      { text: told(scribe, names, from), mark: 'removed' as const },
      { text: ' ' },
      { text: told(scribe, names, to), mark: 'added' as const },
    ];
  }
  if (change.change.endsWith('_added')) return [{ text: name, mark: 'added' }];
  return change.change.endsWith('_dropped') ? [{ text: name, mark: 'removed' }] : name;
};

const placeOf = (scribe: Scribe, names: Names, change: AgendaChange): string => {
  const { label, theme, date, slotId, to } = change as unknown as Readonly<Record<string, unknown>>;
  if (typeof theme === 'string' && label === undefined) return scribe.theme(theme);
  const place = [label, date, slotId, isObject(to) ? to['label'] : to].find((found) => typeof found === 'string') ?? '';
  return names[place] ?? place;
};

/**
 * A later version with what it changes marked, by a word and a line, in the order of the agenda (rows C4, C5).
 *
 * @param versions  both, for what their ids are called
 */
export const differenceDocument = (
  scribe: Scribe,
  difference: AgendaDifferenceView,
  versions: readonly AgendaContent[],
  title: string,
  cover: readonly string[],
): Draft => {
  const { from, to, changes, fromHash, toHash } = difference;
  const names = namesIn(scribe, versions);
  if (changes.length === 0) scribe.paragraph(scribe.word('sameVersions'));
  else
    scribe.table(
      scribe.word('changes'),
      [
        [scribe.word('place'), 2],
        [scribe.word('change'), 3],
        [scribe.word('wording'), 8],
      ],
      changes.map((change) => [placeOf(scribe, names, change), kindOf(scribe, change.change), wordingOf(scribe, names, change)]),
    );
  for (const [version, hash] of [[from, fromHash] as const, [to, toHash] as const])
    if (hash !== null) scribe.note(scribe.word('hashOf', { version, hash }));
  return {
    symbol: scribe.symbol(difference.agendaId, 'DIFFERENCE', `v${from}-v${to}`),
    title,
    subtitle: scribe.word('differences', { from, to }),
    agendaItem: null,
    cover,
    blocks: scribe.blocks,
  };
};
