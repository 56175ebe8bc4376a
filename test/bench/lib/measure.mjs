// Interleaved repetitions, medians and ratios: the machine's noise falls on all candidates alike.

/** Median of some figures. */
export const median = (figures) => {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Quartile distance over the median: how far the figures lie apart. */
export const spread = (figures) => {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
  return (at(0.75) - at(0.25)) / median(figures);
};

/** Calls `once` from so many writers at once until the time is over. @returns calls per second */
export const ratePerSecond = async (once, writers, milliseconds) => {
  const begun = performance.now();
  const end = begun + milliseconds;
  let done = 0;
  let next = 0;
  const write = async () => {
    while (performance.now() < end) {
      await once(next++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return done / ((performance.now() - begun) / 1_000);
};

/** Measures every candidate in turn, again and again. @returns name → figures */
export const interleaved = async (candidates, repetitions, measure) => {
  const figures = new Map(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < repetitions; round += 1)
    for (const candidate of candidates) figures.get(candidate.name).push(await measure(candidate, round));
  return figures;
};

const number = (value) => Math.round(value).toLocaleString('en');

/** A table of medians, with the ratio of the first column to each. */
export const table = (title, figures, unit) => {
  const [ours] = figures.keys();
  const base = median(figures.get(ours));
  const rows = [...figures].map(
    ([name, all]) => `| ${name} | ${number(median(all))} | ±${Math.round(spread(all) * 100)} % | ${(base / median(all)).toFixed(2)} |`,
  );
  return [`### ${title}`, '', `| | ${unit}, median | quartiles | ours ÷ this |`, '|---|---:|---:|---:|', ...rows, ''].join('\n');
};
