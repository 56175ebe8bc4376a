import type { ContributionContent } from '../../../domain/src/index.ts';
import type { DifferencePart, WordingDifference } from '../views.ts';

/** Up to here words are matched one by one; of longer texts that differ throughout only the beginning and the end are. */
const mostCells = 4_000_000;

/** Words and the blanks between them. */
const tokensOf = (text: string): readonly string[] => text.match(/\s+|\S+/g) ?? [];

/** How many leading tokens two texts share, at most `most`. */
const sharedAtFront = (a: readonly string[], b: readonly string[], most: number): number => {
  let count = 0;
  while (count < most && a[count] === b[count]) count += 1;
  return count;
};

const sharedAtEnd = (a: readonly string[], b: readonly string[], most: number): number => {
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
};

/** Lengths of the longest common subsequences of all ends of two texts. */
const commonLengths = (a: readonly string[], b: readonly string[]): ((i: number, j: number) => number) => {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
};

const part = (kind: DifferencePart['kind'], tokens: readonly string[]): readonly DifferencePart[] =>
  tokens.length === 0 ? [] : [{ kind, text: tokens.join('') }];

const between = (a: readonly string[], b: readonly string[]): readonly DifferencePart[] => {
  if ((a.length + 1) * (b.length + 1) > mostCells) return [...part('removed', a), ...part('added', b)];
  const common = commonLengths(a, b);
  const parts: DifferencePart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(...part('same', a.slice(i, i + 1)));
      [i, j] = [i + 1, j + 1];
    } else if (j === b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) {
      parts.push(...part('removed', a.slice(i, i + 1)));
      i += 1;
    } else {
      parts.push(...part('added', b.slice(j, j + 1)));
      j += 1;
    }
  }
  return parts;
};

/** Neighbours of one kind are one part. */
const joined = (parts: readonly DifferencePart[]): readonly DifferencePart[] =>
  parts.reduce<readonly DifferencePart[]>((all, next) => {
    const last = all.at(-1);
    return last?.kind === next.kind ? [...all.slice(0, -1), { kind: last.kind, text: last.text + next.text }] : [...all, next];
  }, []);

/** Two texts word by word: joined without what was removed they are the later one, without what was added the earlier one. */
export const wordDifference = (before: string, after: string): readonly DifferencePart[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const front = sharedAtFront(a, b, Math.min(a.length, b.length));
  const end = sharedAtEnd(a, b, Math.min(a.length, b.length) - front);
  return joined([
    ...part('same', a.slice(0, front)),
    ...between(a.slice(front, a.length - end), b.slice(front, b.length - end)),
    ...part('same', a.slice(a.length - end)),
  ]);
};

const fields = [
  'language',
  'title',
  'text',
  'primaryTheme',
  'secondaryThemes',
  'economicCommunity',
  'purpose',
  'practice',
  'attachments',
] as const;

/** What a new wording changes. */
export const wordingDifference = (before: ContributionContent, after: ContributionContent): WordingDifference => ({
  changed: fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])),
  title: wordDifference(before.title, after.title),
  text: wordDifference(before.text, after.text),
});
