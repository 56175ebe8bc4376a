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
// many different things two texts share. No weight was chosen by the samples of the demonstration, though their ranks were seen.
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

/** A text whose terms have their weights, for texts of its own language or of the other one. */
interface Weighed {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

const weigh = (terms: Terms, kinds: Kinds, rarityOf: Rarity): Weighed => {
  const found = new Map<string, number>();
  let sum = 0;
  for (const { kind, key, rarity, count, isName } of terms.values()) {
    if (kinds[kind] === 0) continue;
    const repeated = count === 1 ? 1 : 1 + weights.repetition * Math.log(count);
    const weight = kinds[kind] * rarityOf(rarity) ** weights.rarity * repeated * (isName ? weights.name : 1);
    found.set(key, weight);
    sum += weight * weight;
  }
  return { weights: found, length: Math.sqrt(sum) };
};

interface Shared {
  readonly key: string;
  readonly product: number;
}

const sharedOf = (a: Weighed, b: Weighed): readonly Shared[] => {
  const shared: Shared[] = [];
  for (const [key, mine] of a.weights) {
    const other = b.weights.get(key);
    if (other !== undefined) shared.push({ key, product: mine * other });
  }
  return shared;
};

const matchOf = (a: Terms, b: Terms, { key, product }: Shared, sum: number): readonly Match[] => {
  const [mine, other] = [a.get(key), b.get(key)];
  return mine === undefined || other === undefined ? [] : [{ kind: mine.kind, a: mine.words, b: other.words, share: product / sum }];
};

/** Compares texts by what is rare among them. Weighs each text once, however often it is compared. */
export interface Comparison {
  /** How alike two texts are: a score that ranks pairs of one log (0: nothing in common; 1 and more: much). */
  readonly scoreOf: (a: Compared, b: Compared) => number;
  /** What two texts share, the most telling first. */
  readonly matchesOf: (a: Compared, b: Compared) => readonly Match[];
}

/** Scores are the angle between the weighted terms, times how many different things are shared. */
export const comparisonBy = (rarityOf: Rarity): Comparison => {
  const weighed = { sameLanguage: new Map<Terms, Weighed>(), acrossLanguages: new Map<Terms, Weighed>() };
  const both = (a: Compared, b: Compared): { readonly a: Weighed; readonly b: Weighed; readonly shared: readonly Shared[] } => {
    const relation = a.language === b.language ? 'sameLanguage' : 'acrossLanguages';
    const of = ({ terms }: Compared): Weighed => {
      const known = weighed[relation].get(terms) ?? weigh(terms, weights[relation], rarityOf);
      weighed[relation].set(terms, known);
      return known;
    };
    const [one, two] = [of(a), of(b)];
    return { a: one, b: two, shared: sharedOf(one, two) };
  };
  return {
    scoreOf: (a, b) => {
      const { a: one, b: two, shared } = both(a, b);
      const sum = shared.reduce((total, { product }) => total + product, 0);
      if (sum === 0) return 0;
      const angle = sum / (one.length * two.length);
      return angle * shared.length ** weights.breadth * (a.theme === b.theme ? 1 : weights.otherTheme);
    },
    matchesOf: (a, b) => {
      const { shared } = both(a, b);
      const sum = shared.reduce((total, { product }) => total + product, 0);
      return shared
        .filter(({ product }) => product > 0)
        .toSorted((one, two) => two.product - one.product || (one.key < two.key ? -1 : 1))
        .flatMap((each) => matchOf(a.terms, b.terms, each, sum));
    },
  };
};
