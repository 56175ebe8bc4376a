/** The list with one entry put right before another, or at the end when there is no other. Entries are told apart by their id. */
export const placed = <T>(
  list: readonly T[],
  { id, before, idOf }: { readonly id: string; readonly before: string | null; readonly idOf: (entry: T) => string },
): readonly T[] => {
  const moved = list.filter((entry) => idOf(entry) === id);
  const others = list.filter((entry) => idOf(entry) !== id);
  const index = before === null ? -1 : others.findIndex((entry) => idOf(entry) === before);
  return index === -1 ? [...others, ...moved] : [...others.slice(0, index), ...moved, ...others.slice(index)];
};
