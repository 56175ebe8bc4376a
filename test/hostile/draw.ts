import { readFileSync } from 'node:fs';
import type { Chance } from '../support/chance.ts';

export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
}>;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const described = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Every operation of the description. */
export const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

/** 515 strings that software stumbles over (minimaxir/big-list-of-naughty-strings, MIT). */
const naughtyStrings = (JSON.parse(readFileSync('test/fixtures/hostile/naughty-strings.base64.json', 'utf8')) as readonly string[]).map(
  (text) => Buffer.from(text, 'base64').toString('utf8'),
);

const ownStrings = [
  '../../../../etc/passwd',
  '..%2f..%2fevents.db',
  '\u0000',
  '\ud800',
  '\u202Eabc',
  'a\u0301'.repeat(2_000),
  'x'.repeat(70_000),
  '=1+1',
  "' OR 1=1 --",
];
const notStrings: readonly [unknown, ...unknown[]] = [
  null,
  true,
  [],
  {},
  [[]],
  -1,
  0,
  1.5,
  2 ** 53,
  1e308,
  [{}],
  { toString: 'x' },
  { $ref: '#' },
];
const fromOutside = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '$salt', 'actor', 'role', 'audience'] as const;

const oneOf = <T>(chance: Chance, from: readonly T[], otherwise: T): T => from[chance.below(Math.max(1, from.length))] ?? otherwise;

export const naughty = (chance: Chance): string => oneOf(chance, chance.below(5) === 0 ? ownStrings : naughtyStrings, '');

const resolved = (schema: Schema): Schema => {
  if (schema.$ref !== undefined) return resolved(described.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  return schema.allOf?.[0] === undefined ? schema : resolved(schema.allOf[0]);
};

/** Something that a schema takes, as far as it can be told. */
const sample = (chance: Chance, given: Schema, depth = 0): unknown => {
  const schema = resolved(given);
  if (schema.enum !== undefined) return oneOf(chance, schema.enum, null);
  if (schema.example !== undefined) return schema.example;
  const types = [schema.type ?? 'object'].flat();
  return byType(chance, schema, oneOf(chance, types, 'string'), depth);
};

const textFor = (chance: Chance, { minLength = 1, maxLength = 20 }: Schema): string =>
  'words '.repeat(40).slice(0, Math.max(minLength, Math.min(maxLength, 1 + chance.below(30))));

const numberFor = (chance: Chance, { minimum = 0, maximum = 1_000 }: Schema): number =>
  minimum + chance.below(Math.max(1, Math.min(1_000, maximum - minimum)));

const byType = (chance: Chance, schema: Schema, type: string, depth: number): unknown => {
  if (type === 'string') return textFor(chance, schema);
  if (type === 'integer' || type === 'number') return numberFor(chance, schema);
  if (type === 'boolean') return chance.below(2) === 0;
  if (type === 'null') return null;
  if (type === 'array')
    return depth > 5 ? [] : Array.from({ length: chance.below(3) }, () => sample(chance, schema.items ?? {}, depth + 1));
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, sample(chance, member, depth + 1)]));
};

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Spoils one place of a body. */
const spoil = (chance: Chance, body: unknown): unknown => {
  if (!isMembers(body)) return chance.below(2) === 0 ? naughty(chance) : chance.pick(notStrings);
  const names = Object.keys(body);
  const name = oneOf(chance, names, 'nothing');
  switch (chance.below(6)) {
    case 0:
      return { ...body, [name]: spoil(chance, body[name]) };
    case 1:
      return { ...body, [name]: naughty(chance) };
    case 2:
      return { ...body, [name]: chance.pick(notStrings) };
    case 3:
      return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
    case 4:
      return { ...body, [naughty(chance).slice(0, 50)]: naughty(chance) };
    default:
      return Object.defineProperty({ ...body }, chance.pick(fromOutside), { value: { polluted: true }, enumerable: true });
  }
};

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies that are no JSON, or too much of it. */
const broken = (chance: Chance, text: string): string | Uint8Array => {
  const kinds: readonly [() => string | Uint8Array, ...(() => string | Uint8Array)[]] = [
    () => text.slice(0, chance.below(Math.max(1, text.length))),
    () => `\uFEFF${text}`,
    () => Buffer.from([0xff, 0xfe, 0x7b, 0xc3, 0x28]),
    () => text.replace('{', '{"a":1,"a":2,'),
    () => deep(chance.pick([31, 32, 33, 1_000, 100_000])),
    () => `{"a":${'9'.repeat(400)}}`,
    () => `"${'x'.repeat(256 * 1_024)}"`,
    () => '',
    () => '{"__proto__":{"polluted":true}}',
    () => '{"constructor":{"prototype":{"polluted":true}}}',
    () => 'NaN',
  ];
  return chance.pick(kinds)();
};

/** The body of an operation: as it should be, spoiled, or none that anybody could read. */
export const drawBody = (
  chance: Chance,
  { requestBody }: Operation,
): { readonly body: string | Uint8Array | null; readonly type: string } => {
  const [[type, { schema }] = ['application/json', { schema: {} }]] = Object.entries(requestBody?.content ?? {});
  let value = sample(chance, schema);
  for (let times = chance.below(6) - 2; times > 0; times -= 1) value = spoil(chance, value);
  const text = JSON.stringify(value);
  const sent = chance.below(8) === 0 ? broken(chance, text) : text;
  const other = chance.pick([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'a/b; charset=\u00ff',
  ]);
  return { body: requestBody === undefined && chance.below(3) > 0 ? null : sent, type: chance.below(10) === 0 ? other : type };
};

/** The address of an operation with what may stand in it, or may not. */
export const drawPath = (chance: Chance, path: string, { parameters = [] }: Operation, known: readonly string[]): string => {
  const filled = path.replaceAll(/\{\w+\}/g, () => {
    const text = chance.below(6) === 0 ? naughty(chance).slice(0, 150) : oneOf(chance, known, 'nothing');
    return encodeURIComponent(text.toWellFormed()) || 'x';
  });
  const query = new URLSearchParams();
  for (const { name, in: place, schema = {} } of parameters)
    if (place === 'query' && chance.below(8) === 0)
      query.append(name, chance.below(2) === 0 ? String(sample(chance, schema)) : naughty(chance).slice(0, 500));
  if (chance.below(12) === 0)
    query.append(chance.pick(['asOf', 'limit', 'cursor', 'q', '__proto__', 'dryRun']), naughty(chance).slice(0, 500));
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
};
