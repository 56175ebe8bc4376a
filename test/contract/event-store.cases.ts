/** The contract of `event-store` research §5.8, by number; why a number has no test yet. */
const notYet: Readonly<Record<string, readonly number[]>> = {
  'subscriptions come with the subscription port': [51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62],
  'stream settings and scavenge come with the engine piece': [66, 67, 68],
  'needs the protocol test server or a cluster': [29, 74, 76, 77, 80],
  'linearizability checker, power loss and torn pages come with the crash piece': [34, 88, 89, 90],
  'there is one schema so far': [91],
  'needs both engines': [92],
  'for files only: stands in the spec of the sqlite engine': [33, 75, 78, 85, 87],
  'stands in the spec of command handling': [35],
  'needs a response lost on the way; the retry itself is tested with a store that loses answers': [27, 28],
  'ordinals above 2^53 need a seeded store': [14],
  'bounded memory is measured with the benchmarks': [43],
};

/** Numbers that a suite has not covered, with the reason. */
export const uncovered = (covered: ReadonlySet<number>): readonly { readonly number: number; readonly reason: string }[] =>
  Array.from({ length: 92 }, (_, index) => index + 1)
    .filter((number) => !covered.has(number))
    .map((number) => ({
      number,
      reason: Object.entries(notYet).find(([, numbers]) => numbers.includes(number))?.[0] ?? 'NO REASON GIVEN',
    }));
