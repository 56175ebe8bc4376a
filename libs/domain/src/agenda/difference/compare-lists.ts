/** One entry in two versions of a list. */
export interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

export interface ListDifference<T> {
  readonly added: readonly T[];
  readonly dropped: readonly T[];
  readonly common: readonly Pair<T>[];
}

/** What came, what went and what stayed of a list, by id; in the order of the later list, what went in that of the earlier. */
export const compareLists = <T>(earlier: readonly T[], later: readonly T[], idOf: (entry: T) => string): ListDifference<T> => {
  const before = earlier.map(idOf);
  const after = later.map(idOf);
  return {
    added: later.filter((entry) => !before.includes(idOf(entry))),
    dropped: earlier.filter((entry) => !after.includes(idOf(entry))),
    common: later.flatMap((to) => {
      const from = earlier[before.indexOf(idOf(to))];
      return from === undefined ? [] : [{ from, to }];
    }),
  };
};

/** For each place the length of the longest rising run that ends there, and the place before it in that run. */
const runsOf = (ranks: readonly number[]): readonly { readonly length: number; readonly before: number }[] => {
  const runs: { length: number; before: number }[] = [];
  ranks.forEach((rank) => {
    let best = { length: 1, before: -1 };
    runs.forEach((run, earlier) => {
      if ((ranks[earlier] ?? rank) < rank && run.length >= best.length) best = { length: run.length + 1, before: earlier };
    });
    runs.push(best);
  });
  return runs;
};

/** Places of the longest rising subsequence of some numbers. */
const longestRise = (ranks: readonly number[]): readonly number[] => {
  const runs = runsOf(ranks);
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  const places: number[] = [];
  for (let place = runs.findLastIndex(({ length }) => length === longest); place >= 0; place = runs[place]?.before ?? -1)
    places.push(place);
  return places;
};

/**
 * Ids that changed their place among those that both lists have: the fewest that have to be moved to turn one order into the other.
 * What only came or went moves nobody.
 */
export const movedIn = (earlier: readonly string[], later: readonly string[]): readonly string[] => {
  const stayed = later.filter((id) => earlier.includes(id));
  const ranks = stayed.map((id) => earlier.indexOf(id));
  const still = longestRise(ranks);
  return stayed.filter((_id, place) => !still.includes(place));
};

/** The id before another in a list; null for the first. */
export const idBefore = (ids: readonly string[], id: string): string | null => ids[ids.indexOf(id) - 1] ?? null;
