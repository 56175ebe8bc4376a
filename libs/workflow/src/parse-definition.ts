import type { Definition } from './definition.ts';

type Shape = (value: unknown, path: string) => readonly string[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Shape = (value, path) => (typeof value === 'string' && value.trim() !== '' ? [] : [path]);
const name: Shape = (value, path) => (typeof value === 'string' && /^[A-Za-z*][A-Za-z_.]{0,63}$/.test(value) ? [] : [path]);
const yesOrNo: Shape = (value, path) => (typeof value === 'boolean' ? [] : [path]);
const count: Shape = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= 10_000 ? [] : [path];
const span: Shape = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value !== 0 && Math.abs(value) <= 10_000 ? [] : [path];
const timeOfDay: Shape = (value, path) => (typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? [] : [path]);
const oneOf =
  (...words: readonly string[]): Shape =>
  (value, path) =>
    typeof value === 'string' && words.includes(value) ? [] : [path];
const listOf =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((one, index) => shape(one, `${path}[${index}]`)) : [path];
const mapOf =
  (shape: Shape): Shape =>
  (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, one]) => [...name(key, `${path}.${key}`), ...shape(one, `${path}.${key}`)])
      : [path];
const record =
  (members: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path) => {
    if (!isRecord(value)) return [path];
    const extra = Object.keys(value).filter((key) => !Object.hasOwn(members, key) && !Object.hasOwn(optional, key));
    const needed = Object.entries(members).flatMap(([key, shape]) => shape(value[key], `${path}.${key}`));
    const given = Object.entries(optional).flatMap(([key, shape]) => (value[key] === undefined ? [] : shape(value[key], `${path}.${key}`)));
    return [...extra.map((key) => `${path}.${key}`), ...needed, ...given];
  };
const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, path) =>
    shapes.some((shape) => shape(value, path).length === 0) ? [] : [path];
const pair: Shape = (value, path) => (Array.isArray(value) && value.length === 2 ? listOf(name)(value, path) : [path]);

const term: Shape = either(
  ...['workingDays', 'days', 'months'].flatMap((unit) => [record({ [unit]: count }), record({ [unit]: span, from: name })]),
  record({ field: name }),
);

const wording = record({ en: text, fr: text });

const shape = record({
  name,
  version: count,
  title: wording,
  stages: listOf(record({ name, title: wording, milestone: name, final: yesOrNo, clock: oneOf('running', 'paused') })),
  commands: listOf(
    record({
      command: name,
      stages: listOf(name),
      roles: listOf(name),
      ownership: oneOf('any', 'own', 'other'),
      guards: listOf(record({ guard: name }, { list: name, field: name, values: listOf(text) })),
    }),
  ),
  transitions: listOf(record({ event: name, from: listOf(name), to: name }, { deadline: name })),
  reasons: mapOf(listOf(record({ code: name, title: wording }))),
  deadlines: listOf(
    record(
      { name, startsOn: listOf(name), stopsOn: listOf(name), after: term, fires: name },
      { at: timeOfDay, bound: oneOf('secretariat', 'member') },
    ),
  ),
  fourEyes: listOf(pair),
});

/**
 * Reads a definition from plain JSON.
 *
 * @returns the definition, or the paths at which it is not of the form (`definition.stages[2].clock`)
 */
export const parseDefinition = (value: unknown): { readonly definition: Definition } | { readonly malformed: readonly string[] } => {
  const malformed = shape(value, 'definition');
  return malformed.length === 0 ? { definition: value as Definition } : { malformed };
};
