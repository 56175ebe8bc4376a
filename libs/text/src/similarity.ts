import type { Language } from '../../domain/src/kernel/index.ts';
import type { Term, Terms } from './terms.ts';

/** What is known of a text when it is compared. */
export interface Compared {
  readonly language: Language;
  readonly theme: string;
  readonly terms: Terms;
}

/** One thing that two texts share, in the words of each, with its part of the likeness. */
export interface Match {
  readonly kind: Term['kind'];
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** From 0 to 1; all of a pair's add up to 1. */
  readonly share: number;
}

/** Rarity of a key: the natural logarithm of how few texts have it; 0 when all do. */
export type Rarity = (key: string) => number;

// Chosen on 124 invented texts (test/fixtures/duplicates): notions count more than words, names little; what matters most is how
// many different things two texts share. The samples of the demonstration were not looked at for it.
const weights = {
  sameLanguage: { stem: 1, notion: 1.3, cognate: 0.3 },
  acrossLanguages: { stem: 0, notion: 1, cognate: 0.7 },
  name: 0.4,
  repetition: 0.5,
  rarity: 0.85,
  breadth: 0.75,
  otherTheme: 0.7,
} as const;

type Kinds = Readonly<Record<Term['kind'], number>>;

const weightOf = ({ kind, rarity, count, isName }: Term, kinds: Kinds, rarityOf: Rarity): number =>
  kinds[kind] * rarityOf(rarity) ** weights.rarity * (1 + weights.repetition * Math.log(count)) * (isName ? weights.name : 1);

const lengthOf = (terms: Terms, kinds: Kinds, rarityOf: Rarity): number => {
  let sum = 0;
  for (const term of terms.values()) sum += weightOf(term, kinds, rarityOf) ** 2;
  return Math.sqrt(sum);
};

const sharedTerms = (a: Terms, b: Terms, kinds: Kinds): readonly (readonly [Term, Term])[] =>
  [...a.values()].flatMap((term) => {
    const other = kinds[term.kind] === 0 ? undefined : b.get(term.key);
    return other === undefined ? [] : [[term, other] as const];
  });

/**
 * How alike two texts are: the angle between their weighted terms, times how many they share.
 *
 * @returns a score that ranks pairs of one log (0: nothing in common; 1 and more: much), and what they share, most telling first
 */
export const likeness = (a: Compared, b: Compared, rarityOf: Rarity): { readonly score: number; readonly matches: readonly Match[] } => {
  const kinds = a.language === b.language ? weights.sameLanguage : weights.acrossLanguages;
  const products = sharedTerms(a.terms, b.terms, kinds).map(([mine, other]) => ({
    mine,
    other,
    product: weightOf(mine, kinds, rarityOf) * weightOf(other, kinds, rarityOf),
  }));
  const sum = products.reduce((total, { product }) => total + product, 0);
  if (sum === 0) return { score: 0, matches: [] };
  const angle = sum / (lengthOf(a.terms, kinds, rarityOf) * lengthOf(b.terms, kinds, rarityOf));
  const score = angle * products.length ** weights.breadth * (a.theme === b.theme ? 1 : weights.otherTheme);
  const matches = products
    .toSorted((one, two) => two.product - one.product || (one.mine.key < two.mine.key ? -1 : 1))
    .map(({ mine, other, product }) => ({ kind: mine.kind, a: mine.words, b: other.words, share: product / sum }));
  return { score, matches };
};
