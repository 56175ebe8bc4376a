import type { FastifyRequest } from 'fastify';
import { interfaceTexts } from '../texts/interface.texts.ts';
import type { Bilingual } from '../../../libs/domain/src/index.ts';
import { fillIn } from '../format.ts';
import type { FormProblem } from './form-state.ts';

type Fields = Readonly<Record<string, string>>;

/** Reads one value from the fields of a form, or says what is wrong with it. */
export type FieldReader<T> = (fields: Fields, name: string) => { readonly value: T } | { readonly problem: Bilingual };

/** Readers by the name of what they read. */
export type FormShape = Readonly<Record<string, FieldReader<unknown>>>;

/** What a form of a shape says. */
export type FormValues<S extends FormShape> = { readonly [K in keyof S]: S[K] extends FieldReader<infer T> ? T : never };

const both = (key: keyof typeof interfaceTexts, facts: Readonly<Record<string, number>> = {}): Bilingual => ({
  en: fillIn('en', interfaceTexts[key], facts),
  fr: fillIn('fr', interfaceTexts[key], facts),
});

/** Text as it was typed: composed once, lines ended as everywhere, without blanks around it. */
const typed = (fields: Fields, name: string): string => (fields[name] ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim();

/** Counted in characters as people count them. */
const lengthOf = (text: string): number => Array.from(text).length;

/** A text that has to be there. @param max  characters */
export const text =
  (max: number): FieldReader<string> =>
  (fields, name) => {
    const value = typed(fields, name);
    if (value === '') return { problem: both('fieldMissing') };
    return lengthOf(value) > max ? { problem: both('fieldTooLong', { max }) } : { value };
  };

/** A text that may be left out; null when it is. */
export const optionalText =
  (max: number): FieldReader<string | null> =>
  (fields, name) =>
    typed(fields, name) === '' ? { value: null } : text(max)(fields, name);

/** One of some words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): FieldReader<T> =>
  (fields, name) => {
    const value = words.find((word) => word === fields[name]);
    return value === undefined ? { problem: both('fieldNotChosen') } : { value };
  };

/** One of some words, or none. */
export const optionalOneOf =
  <const T extends string>(words: readonly T[]): FieldReader<T | null> =>
  (fields, name) => ({ value: words.find((word) => word === fields[name]) ?? null });

/** A code, an id, a name of ours: whether it means anything is decided elsewhere. */
export const code: FieldReader<string> = (fields, name) =>
  /^[\w.:/@-]{1,200}$/.test(fields[name] ?? '') ? { value: fields[name] ?? '' } : { problem: both('fieldNotChosen') };

export const optionalCode: FieldReader<string | null> = (fields, name) =>
  (fields[name] ?? '') === '' ? { value: null } : code(fields, name);

/** A box that was ticked. */
export const ticked: FieldReader<boolean> = (fields, name) => ({ value: (fields[name] ?? '') !== '' });

/** Boxes of one group, `themes.ORIGIN` and so on: the part after the dot of those that were ticked. */
export const tickedOf: FieldReader<readonly string[]> = (fields, name) => ({
  value: Object.keys(fields)
    .filter((field) => field.startsWith(`${name}.`) && fields[field] !== '')
    .map((field) => field.slice(name.length + 1))
    .filter((part) => /^[\w.:/@-]{1,200}$/.test(part)),
});

/** A date, `2015-03-31`. */
export const date: FieldReader<string> = (fields, name) => {
  const value = fields[name] ?? '';
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDate ? { value } : { problem: both('fieldNoDate') };
};

/** A local time to the minute, `2015-03-31T23:59`. */
export const wallTime: FieldReader<string> = (fields, name) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(fields[name] ?? '') ? { value: fields[name] ?? '' } : { problem: both('fieldNoDate') };

/** A whole number. */
export const wholeNumber =
  (min: number, max: number): FieldReader<number> =>
  (fields, name) => {
    const value = /^-?\d{1,9}$/.test(fields[name] ?? '') ? Number(fields[name]) : Number.NaN;
    return value >= min && value <= max ? { value } : { problem: both('fieldNoNumber', { min, max }) };
  };

/** Fields of the form that was sent. */
export const fieldsOf = ({ body }: FastifyRequest): Fields =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body)
    ? Object.fromEntries(Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {};

/** Everything a form says, or everything that is wrong with it at once. */
export const readFields = <S extends FormShape>(
  fields: Fields,
  shape: S,
): { readonly values: FormValues<S> } | { readonly problems: readonly FormProblem[] } => {
  const read = Object.entries(shape).map(([name, reader]) => ({ name, ...reader(fields, name) }));
  const problems = read.flatMap((one) => ('problem' in one ? [{ field: one.name, text: one.problem }] : []));
  if (problems.length > 0) return { problems };
  const values = Object.fromEntries(read.map((one) => [one.name, 'value' in one ? one.value : null]));
  return { values: values as FormValues<S> };
};
