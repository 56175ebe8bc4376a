import type { ReadDatabase } from '../storage/read-database.ts';

/**
 * Place of a text in the order of arrival, times four, with its kind and language in the two lowest bits: postings alone then tell
 * what may be compared with what.
 */
export const placeOf = (order: number, kind: 'practice' | 'topic', language: 'en' | 'fr'): number =>
  order * 4 + (kind === 'practice' ? 2 : 0) + (language === 'fr' ? 1 : 0);

export const orderOf = (place: number): number => Math.floor(place / 4);
export const kindOf = (place: number): 'practice' | 'topic' => ((place & 2) === 0 ? 'topic' : 'practice');
export const languageAt = (place: number): 'en' | 'fr' => ((place & 1) === 0 ? 'en' : 'fr');

/** However many texts have a key, so many of them are looked at: the last ones. What a new text costs does not grow with the log. */
const lastSeen = 24;

/** The keys that say most, and how many texts are taken from them. */
const mostKeys = 24;
const mostPlaces = 320;

interface Seen {
  readonly key: string;
  /** How many, the earliest, and all of the last texts that have the key. */
  readonly seen: string | null;
}

interface KeyStanding {
  readonly key: string;
  readonly rarity: number;
  readonly places: string;
}

const seenSql = `
  SELECT j.value AS key,
         (SELECT count(*) || ' ' || min(place) || ' ' || group_concat(place)
            FROM (SELECT k.place FROM duplicate_key k WHERE k.key = j.value AND k.place < ? ORDER BY k.place DESC LIMIT ${lastSeen})) AS seen
    FROM json_each(?) j`;

/** Exact while few texts have the key; beyond that, told from how far back the last ones reach. */
const frequency = (count: number, earliest: number, before: number): number =>
  count < lastSeen ? count : Math.max(count, (count * orderOf(before)) / Math.max(1, orderOf(before) - orderOf(earliest)));

const rarity = (found: number, before: number): number => Math.max(0, Math.log((orderOf(before) + 1) / (found + 0.5)));

/** How rare each key is among the texts before a place, and which of them have it. */
const standingsOf = (db: ReadDatabase, keys: readonly string[], before: number): readonly KeyStanding[] =>
  db.all<Seen>(seenSql, before, JSON.stringify(keys)).map(({ key, seen }) => {
    if (seen === null) return { key, rarity: rarity(0, before), places: '' };
    const [count = '0', earliest = '0', places = ''] = seen.split(' ');
    return { key, rarity: rarity(frequency(Number(count), Number(earliest), before), before), places };
  });

/** Rarity of keys among the texts up to a place, 0 for what all of them have. */
export const raritiesOf = (db: ReadDatabase, keys: readonly string[], upTo: number): ReadonlyMap<string, number> =>
  new Map(standingsOf(db, keys, upTo + 1).map((standing) => [standing.key, standing.rarity]));

export interface Candidate {
  readonly place: number;
  /** Part of what is rare in the text that the candidate has too, in millionths. */
  readonly score: number;
}

const square = (x: number): number => x * x;

/**
 * Texts of the same kind before a place that have most of the rare keys, best first.
 *
 * @param keys  of the text that is compared
 * @param most  how many are told, of either language
 */
export const candidatesFor = (
  db: ReadDatabase,
  keys: readonly string[],
  { before, kind, most }: { readonly before: number; readonly kind: 'practice' | 'topic'; readonly most: number },
): readonly Candidate[] => {
  const standings = standingsOf(db, keys, before);
  const whole = standings.reduce((sum, standing) => sum + square(standing.rarity), 0);
  const telling = standings
    .filter(({ places }) => places !== '')
    .sort((a, b) => b.rarity - a.rarity || (a.key < b.key ? -1 : 1))
    .slice(0, mostKeys);
  const sums = new Map<number, number>();
  let taken = 0;
  for (const standing of telling) {
    if (taken >= mostPlaces) break;
    for (const text of standing.places.split(',')) {
      const place = Number(text);
      if (kindOf(place) === kind) sums.set(place, (sums.get(place) ?? 0) + square(standing.rarity));
      taken += 1;
    }
  }
  return [...sums]
    .map(([place, sum]) => ({ place, score: Math.round((1_000_000 * sum) / whole) }))
    .sort((a, b) => b.score - a.score || b.place - a.place)
    .slice(0, most);
};
