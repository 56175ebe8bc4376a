import { parseArgs } from 'node:util';

/** What stood on the command line: words, options with a value, and switches. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
}

/** The names that a command line may carry. */
export interface KnownArguments {
  /** Options that take a value. */
  readonly valued: readonly string[];
  readonly switches: readonly string[];
}

const isWrongUsage = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

/** Reads a command line. @returns the arguments, or the sentence that says what is wrong with them */
export const readArguments = (argv: readonly string[], known: KnownArguments): Arguments | { readonly wrong: string } => {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  known.valued.forEach((name) => (options[name] = { type: 'string' }));
  known.switches.forEach((name) => (options[name] = { type: 'boolean' }));
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const given = Object.entries(values);
    return {
      words: positionals,
      options: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      switches: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    };
  } catch (error) {
    if (isWrongUsage(error)) return { wrong: error.message };
    throw error;
  }
};
