/** Length in characters that people see; no upper or lower case, digit or sign is asked for (ASVS 5.0, 6.2.1 and 6.2.5). */
export const passwordLength = { min: 12, max: 128 } as const;

export type PasswordRejection =
  | { readonly code: 'password.too_short'; readonly min: number }
  | { readonly code: 'password.too_long'; readonly max: number }
  | { readonly code: 'password.easily_guessed' };

/** Guesses, as a power of ten, that a password has to stand. */
const guessesNeeded = 9;

type Guesses = (password: string, known: readonly string[]) => number;

/** Dictionaries are read when the first password is set: they take memory that a service without accounts never needs. */
const loadGuesses = async (): Promise<Guesses> => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password, known) => meter.check(password, [...known]).guessesLog10;
};

let guesses: Promise<Guesses> | null = null;

/** Words of this place, which are guessed first. */
const houseWords = ['rapporteur', 'secretariat', 'customs', 'douane', 'committee', 'wco', 'omd'];

/**
 * Why a password is not taken, or null. Looked up offline: 49,000 common passwords, keyboard walks, sequences, repetitions, dates, and
 * what is known of the person.
 *
 * @param known  words that belong to the person: name, address
 */
export const checkPassword = async (password: string, known: readonly string[]): Promise<PasswordRejection | null> => {
  const characters = Array.from(password.normalize('NFKC')).length;
  if (characters < passwordLength.min) return { code: 'password.too_short', min: passwordLength.min };
  if (characters > passwordLength.max) return { code: 'password.too_long', max: passwordLength.max };
  guesses ??= loadGuesses();
  const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  return (await guesses)(password, [...houseWords, ...words]) < guessesNeeded ? { code: 'password.easily_guessed' } : null;
};
