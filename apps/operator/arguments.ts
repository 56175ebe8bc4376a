/** What stood on the command line: words, options with a value, and switches. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
}

/**
 * Reads a command line.
 *
 * @param valued  names of the options that take a value
 * @returns the arguments, or the sentence that says what is wrong with them
 */
export const readArguments = (
  argv: readonly string[],
  known: { readonly valued: readonly string[]; readonly switches: readonly string[] },
): Arguments | { readonly wrong: string } => {
  const words: string[] = [];
  const options: Record<string, string> = {};
  const switches = new Set<string>();
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const name = word.slice(2);
    if (!word.startsWith('--')) words.push(word);
    else if (known.switches.includes(name)) switches.add(name);
    else if (known.valued.includes(name)) {
      const value = argv[at + 1];
      if (value === undefined) return { wrong: `--${name} needs a value.` };
      options[name] = value;
      at += 1;
    } else return { wrong: `There is no option ${word}.` };
  }
  return { words, options, switches };
};
