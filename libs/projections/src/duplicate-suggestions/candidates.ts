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

/** How many texts before a place have a key, and so how rare it is. */
export interface KeyStanding {
  readonly key: string;
  readonly found: number;
  readonly rarity: number;
}

// Every posting says how many there were with it, so that a key is counted by one look at its last one.
const foundSql = `
  SELECT j.value AS key, (SELECT k.ordinal FROM duplicate_key k WHERE k.key = j.value AND k.place < ? ORDER BY k.place DESC LIMIT 1) AS found
    FROM json_each(?) j`;

const rarityOf = (found: number, before: number): number => Math.max(0, Math.log((orderOf(before) + 1) / (found + 0.5)));

/** How rare each key is among the texts before a place. */
export const standingsOf = (db: ReadDatabase, keys: readonly string[], before: number): readonly KeyStanding[] =>
  db.all<{ key: string; found: number | null }>(foundSql, before, JSON.stringify(keys)).map(({ key, found }) => {
    const count = found ?? 0;
    return { key, found: count, rarity: rarityOf(count, before) };
  });

/** Rarity of keys among the texts up to a place, 0 for what all of them have. */
export const raritiesOf = (db: ReadDatabase, keys: readonly string[], upTo: number): ReadonlyMap<string, number> =>
  new Map(standingsOf(db, keys, upTo + 1).map(({ key, rarity }) => [key, rarity]));

/** However many texts have a key, so many of them are looked at: the last ones. What a new text costs does not grow with the log. */
const lastSeen = 24;

/** The keys that say most, and how many texts are taken from them. */
const mostKeys = 24;
const mostPlaces = 320;

const placesSql = `
  SELECT (SELECT group_concat(place)
            FROM (SELECT k.place FROM duplicate_key k WHERE k.key = j.value AND k.place < ? ORDER BY k.place DESC LIMIT ${lastSeen})) AS places
    FROM json_each(?) j ORDER BY j.key`;

/** The keys that say most among those that any text has, the rarest first. */
const tellingOf = (standings: readonly KeyStanding[]): readonly KeyStanding[] => {
  const telling = standings
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.rarity - a.rarity || (a.key < b.key ? -1 : 1))
    .slice(0, mostKeys);
  let places = 0;
  return telling.filter(({ found }) => {
    const isWanted = places < mostPlaces;
    places += Math.min(found, lastSeen);
    return isWanted;
  });
};

export interface Candidate {
  readonly place: number;
  /** Part of what is rare in the text that the candidate has too, in millionths. */
  readonly score: number;
}

const square = (x: number): number => x * x;

/** The last texts that have a key, for each of some keys. */
const placesWith = (db: ReadDatabase, standings: readonly KeyStanding[], before: number): readonly (readonly number[])[] =>
  db
    .all<{ places: string | null }>(placesSql, before, JSON.stringify(standings.map(({ key }) => key)))
    .map(({ places }) => (places === null ? [] : places.split(',').map(Number)));

/**
 * Texts of the same kind before a place that have most of the rare keys, best first.
 *
 * @param standings  of the keys of the text that is compared, before the same place
 * @param most  how many are told, of either language
 */
export const candidatesFor = (
  db: ReadDatabase,
  standings: readonly KeyStanding[],
  { before, kind, most }: { readonly before: number; readonly kind: 'practice' | 'topic'; readonly most: number },
): readonly Candidate[] => {
  const whole = standings.reduce((sum, standing) => sum + square(standing.rarity), 0);
  const telling = tellingOf(standings);
  const sums = new Map<number, number>();
  placesWith(db, telling, before).forEach((places, index) => {
    const weight = square(telling[index]?.rarity ?? 0);
    for (const place of places) if (kindOf(place) === kind) sums.set(place, (sums.get(place) ?? 0) + weight);
  });
  return [...sums]
    .map(([place, sum]) => ({ place, score: Math.round((1_000_000 * sum) / whole) }))
    .sort((a, b) => b.score - a.score || b.place - a.place)
    .slice(0, most);
};
