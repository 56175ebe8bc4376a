import { child, elements, valueOf, type XmlElement } from './xml.ts';

interface Level {
  readonly format: string;
  /** `%1.` */
  readonly text: string;
  readonly start: number;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** The mark that Word prints before a paragraph. */
export type PrintedMark = { readonly kind: 'bullet' } | { readonly kind: 'label'; readonly label: string; readonly format: string };

const levelOf = (element: XmlElement): Level => ({
  format: valueOf(element, 'w:numFmt') ?? 'decimal',
  text: valueOf(element, 'w:lvlText') ?? '',
  start: Number(valueOf(element, 'w:start') ?? '1'),
});

const numberOf = (element: XmlElement): number => Number(element.attributes['ilvl'] ?? '0');

const named = (top: XmlElement | undefined, name: string): readonly XmlElement[] =>
  top === undefined ? [] : elements(top).filter((each) => each.name === name);

const readLists = (part: XmlElement | null): ReadonlyMap<string, List> => {
  const top = part === null ? undefined : child(part, 'w:numbering');
  const abstracts = new Map(
    named(top, 'w:abstractNum').map((each) => [
      each.attributes['abstractNumId'] ?? '',
      new Map(named(each, 'w:lvl').map((level) => [numberOf(level), levelOf(level)])),
    ]),
  );
  return new Map(
    named(top, 'w:num').map((each) => {
      const abstractId = valueOf(each, 'w:abstractNumId') ?? '';
      const overrides = named(each, 'w:lvlOverride');
      const own = overrides.flatMap((override) => named(override, 'w:lvl').map((level) => [numberOf(override), levelOf(level)] as const));
      const restarts = overrides.flatMap((override) => {
        const start = valueOf(override, 'w:startOverride');
        return start === undefined ? [] : [[numberOf(override), Number(start)] as const];
      });
      const levels = new Map([...(abstracts.get(abstractId) ?? []), ...own]);
      return [each.attributes['numId'] ?? '', { abstractId, levels, restarts: new Map(restarts) }];
    }),
  );
};

const romanSigns = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

const roman = (value: number): string => {
  let rest = Math.min(value, 4_999);
  return romanSigns
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join('');
};

/** `a` … `z`, `aa` …, as Word counts. */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 10));

const printed = (value: number, format: string): string => {
  const count = Math.max(1, value);
  switch (format) {
    case 'lowerLetter':
      return letter(count);
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    default:
      return String(value);
  }
};

/** Counts as Word does: lists of one design share their numbers, a deeper level begins anew below each number above it. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(part: XmlElement | null) {
    this.#lists = readLists(part);
  }

  #count(numId: string, list: List, indent: number): readonly number[] {
    const counts = this.#counts.get(list.abstractId) ?? [];
    const place = `${numId}/${indent}`;
    const restart = this.#begun.has(place) ? undefined : list.restarts.get(indent);
    this.#begun.add(place);
    const next = restart ?? (counts[indent] === undefined ? (list.levels.get(indent)?.start ?? 1) : counts[indent] + 1);
    const above = Array.from({ length: indent }, (_, at) => counts[at] ?? list.levels.get(at)?.start ?? 1);
    const kept = [...above, next];
    this.#counts.set(list.abstractId, kept);
    return kept;
  }

  /** The mark of the next paragraph of a list; null when it has none. */
  next(numId: string, indent: number): PrintedMark | null {
    const list = this.#lists.get(numId);
    const level = list?.levels.get(indent);
    if (list === undefined || level === undefined || level.format === 'none') return null;
    if (level.format === 'bullet') return { kind: 'bullet' };
    const counts = this.#count(numId, list, indent);
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return printed(counts[at] ?? 1, list.levels.get(at)?.format ?? 'decimal');
    });
    return label.trim() === '' ? null : { kind: 'label', label: label.trim(), format: level.format };
  }
}
