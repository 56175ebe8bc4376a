import type { Json } from '../../../event-store/src/index.ts';

/**
 * One field of an object before and after a step. Paths read `content.title`, `sponsors[member=KE].leftAt` for an element that has a name
 * of its own, `rows[2].text` for one that has only a place, `themes[=DISPUTES]` for a value in a list, and `items[]` for the order of those
 * that were there before and still are. What was not there, or is there no longer, is left out.
 */
export interface FieldChange {
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isLeaf = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (isList(value) ? value.length === 0 : Object.keys(value).length === 0);

const plain = /^[A-Za-z_$][\w$]*$/;
const member = (path: string, name: string): string => {
  if (!plain.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
};

const written = (key: string): string => (/^[\w./:-]+$/.test(key) ? key : JSON.stringify(key));

/** Names by which elements of a list are told apart, the most telling first. */
const names = ['id', 'code', 'member', 'mergeId', 'edition', 'version', 'number', 'language', 'day', 'date', 'symbol', 'name', 'stream'];

const isName = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const valuesOf = (list: readonly unknown[], name: string): readonly unknown[] =>
  list.map((element) => (isFields(element) ? element[name] : undefined));

const tellsApart = (list: readonly unknown[], name: string): boolean => {
  const values = valuesOf(list, name);
  return values.every(isName) && new Set(values).size === values.length;
};

/** The field that names each element of both lists; null when none does. */
const nameOf = (before: readonly unknown[], after: readonly unknown[]): string | null => {
  const first = after[0] ?? before[0];
  if (!isFields(first)) return null;
  const candidates = [...Object.keys(first).filter((name) => name.endsWith('Id')), ...names];
  return candidates.find((name) => name in first && tellsApart(before, name) && tellsApart(after, name)) ?? null;
};

interface Keyed {
  readonly key: string;
  readonly element: unknown;
}

const areValues = (list: readonly unknown[]): boolean =>
  list.every((element) => typeof element !== 'object' || element === null) && new Set(list).size === list.length;

/** How the elements of two lists are told apart: by a name, by being what they are, or by their place. */
const keying = (before: readonly unknown[], after: readonly unknown[]): ((list: readonly unknown[]) => readonly Keyed[]) => {
  if (areValues(before) && areValues(after)) return (list) => list.map((element) => ({ key: `[=${written(String(element))}]`, element }));
  const name = nameOf(before, after);
  if (name === null) return (list) => list.map((element, place) => ({ key: `[${place}]`, element }));
  return (list) => list.map((element) => ({ key: `[${name}=${written(String(isFields(element) ? element[name] : ''))}]`, element }));
};

const orderOf = (path: string, before: readonly string[], after: readonly string[]): readonly FieldChange[] => {
  const [stayed, stay] = [before.filter((key) => after.includes(key)), after.filter((key) => before.includes(key))];
  return stayed.join() === stay.join() ? [] : [{ path: `${path}[]`, before: stayed, after: stay }];
};

const listChanges = (before: readonly unknown[], after: readonly unknown[], path: string): readonly FieldChange[] => {
  const keyed = keying(before, after);
  const [old, young] = [keyed(before), keyed(after)];
  const [oldKeys, youngKeys] = [old.map(({ key }) => key), young.map(({ key }) => key)];
  const [was, is] = [new Map(old.map(({ key, element }) => [key, element])), new Map(young.map(({ key, element }) => [key, element]))];
  const all = [...new Set([...oldKeys, ...youngKeys])];
  return [...all.flatMap((key) => fieldChanges(was.get(key), is.get(key), `${path}${key}`)), ...orderOf(path, oldKeys, youngKeys)];
};

const leavesOf = (value: unknown, path: string): readonly (readonly [string, Json])[] => {
  if (value === undefined) return [];
  if (isLeaf(value)) return [[path, value as Json]];
  if (isList(value)) {
    const keyed = keying([], value)(value);
    return keyed.flatMap(({ key, element }) => leavesOf(element, `${path}${key}`));
  }
  return Object.entries(value as Fields).flatMap(([name, held]) => leavesOf(held, member(path, name)));
};

const replaced = (before: unknown, after: unknown, path: string): readonly FieldChange[] => {
  const [was, is] = [new Map(leavesOf(before, path)), new Map(leavesOf(after, path))];
  const all = [...new Set([...was.keys(), ...is.keys()])];
  return all.flatMap((leaf): readonly FieldChange[] => {
    const [old, young] = [was.get(leaf), is.get(leaf)];
    if (JSON.stringify(old) === JSON.stringify(young)) return [];
    return [{ path: leaf, ...(old === undefined ? {} : { before: old }), ...(young === undefined ? {} : { after: young }) }];
  });
};

const areFilledLists = (before: unknown, after: unknown): boolean =>
  isList(before) && isList(after) && before.length > 0 && after.length > 0;

/** Two objects are looked into field by field; below the top, an empty one is a value like any other. */
const areFilledFields = (before: unknown, after: unknown, isWhole: boolean): boolean =>
  isFields(before) && isFields(after) && (isWhole || (!isLeaf(before) && !isLeaf(after)));

/** Every field that differs between two states of an object, in the order of the later one; none when they say the same. */
export const fieldChanges = (before: unknown, after: unknown, path = ''): readonly FieldChange[] => {
  // What a step does not touch is the very same: nothing below it has to be looked at.
  if (Object.is(before, after)) return [];
  if (areFilledLists(before, after)) return listChanges(before as readonly unknown[], after as readonly unknown[], path);
  if (!areFilledFields(before, after, path === '')) return replaced(before, after, path);
  const [was, is] = [before as Fields, after as Fields];
  const fields = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return fields.flatMap((name) => fieldChanges(was[name], is[name], member(path, name)));
};
