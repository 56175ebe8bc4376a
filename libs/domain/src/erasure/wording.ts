/** What stands where wording was erased: the same in both working languages, so that nobody takes it for what was said. */
export const erasedWording = '[erased / effacé]';

/** Data of an event without the wording that people put into them. */
export interface WithoutWording {
  readonly left: object;
  /** What the Member itself said in the contribution, as far as it is told apart enough to be looked for elsewhere. */
  readonly said: readonly string[];
}

/** Characters of the shortest text that is looked for elsewhere: shorter ones occur by chance. */
export const shortestTelling = 12;

/** Members whose texts are what somebody wrote, wherever they stand in an event of a contribution, its files and its translations. */
const written: readonly string[] = [
  'title',
  'text',
  'context',
  'instrument',
  'lessons',
  'measure',
  'reason',
  'answer',
  'questions',
  'note',
  'name',
  // Of a text alone, without salt: whoever guesses the text would know it.
  'sourceHash',
];

/** Members of what somebody wrote that are codes all the same. */
const codes: readonly string[] = ['code', 'language'];

/** An account of a practice has a result that is wording; other results are codes. */
const isWording = (path: readonly string[]): boolean => {
  const last = path.at(-1) ?? '';
  if (codes.includes(last)) return false;
  return path.some((name) => written.includes(name)) || (last === 'result' && path.includes('practice'));
};

/** What a contribution consists of, the files that hang on it aside. */
const isSaid = (path: readonly string[]): boolean => path.includes('content') && !path.includes('attachments');

type Tell = (text: string, path: readonly string[]) => void;

const clean = (value: unknown, path: readonly string[], tell: Tell): unknown => {
  if (typeof value === 'string') {
    if (value === '' || value === erasedWording || !isWording(path)) return value;
    tell(value, path);
    return erasedWording;
  }
  if (Array.isArray(value)) return value.map((member) => clean(member, path, tell));
  return typeof value === 'object' && value !== null ? cleanMembers(value, path, tell) : value;
};

const cleanMembers = (value: object, path: readonly string[], tell: Tell): object =>
  Object.fromEntries(Object.entries(value).map(([name, member]): [string, unknown] => [name, clean(member, [...path, name], tell)]));

/**
 * Takes the wording out of the data of an event of a contribution: what people wrote, in which they may have named anybody. Codes, ids,
 * instants, counts and hashes stay, so that everything that follows from the event still follows.
 */
export const withoutWording = (data: object): WithoutWording => {
  const said: string[] = [];
  const left = cleanMembers(data, [], (text, path) => {
    if (isSaid(path) && text.length >= shortestTelling) said.push(text);
  });
  return { left, said };
};
