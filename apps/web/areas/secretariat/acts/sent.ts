import type { Bilingual, CodedReason, WorkingText } from '../../../../../libs/domain/src/index.ts';

/** What is wrong with a field before anything is decided. */
export type FaultCode = 'missing' | 'tooLong' | 'malformed';

export interface Fault {
  readonly field: string;
  readonly fault: FaultCode;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const codePattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const wallTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Limits of what is typed, in characters; the same as over the programming interface. */
export const longest = { line: 300, title: 2_000, reason: 4_000, text: 20_000 } as const;

/** A form as it was sent, read field by field; what is wrong is gathered, so that all of it can be told at once. */
export class Sent {
  readonly #fields: Readonly<Record<string, string>>;
  readonly #faults: Fault[] = [];

  constructor(fields: Readonly<Record<string, string>>) {
    this.#fields = fields;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** As it was typed; empty when it is not there. */
  raw(name: string): string {
    return (this.#fields[name] ?? '').replaceAll('\r\n', '\n').trim();
  }

  #wrong(field: string, fault: FaultCode): void {
    this.#faults.push({ field, fault });
  }

  #shaped(name: string, pattern: RegExp): string {
    const value = this.raw(name);
    if (value === '') this.#wrong(name, 'missing');
    else if (!pattern.test(value)) this.#wrong(name, 'malformed');
    return value;
  }

  id(name: string): string {
    return this.#shaped(name, idPattern);
  }

  /** Null when nothing was chosen. */
  idOrNone(name: string): string | null {
    return this.raw(name) === '' ? null : this.#shaped(name, idPattern);
  }

  code(name: string): string {
    return this.#shaped(name, codePattern);
  }

  date(name: string): string {
    return this.#shaped(name, datePattern);
  }

  /** A wall time in Brussels. */
  wallTime(name: string): { readonly wallTime: string; readonly zone: string } {
    return { wallTime: this.#shaped(name, wallTimePattern), zone: 'Europe/Brussels' };
  }

  wallTimeOrNone(name: string): { readonly wallTime: string; readonly zone: string } | null {
    return this.raw(name) === '' ? null : this.wallTime(name);
  }

  whole(name: string): number {
    return Number(this.#shaped(name, /^\d{1,9}$/));
  }

  wholeOrNone(name: string): number | null {
    return this.raw(name) === '' ? null : this.whole(name);
  }

  #short(name: string, most: number): string {
    const value = this.raw(name);
    if (value.length > most) this.#wrong(name, 'tooLong');
    return value;
  }

  text(name: string, most: number = longest.line): string {
    if (this.raw(name) === '') this.#wrong(name, 'missing');
    return this.#short(name, most);
  }

  /** Empty when nothing was typed. */
  textOrNone(name: string, most: number = longest.line): string | null {
    const value = this.#short(name, most);
    return value === '' ? null : value;
  }

  /** One of some words. */
  oneOf<W extends string>(name: string, words: readonly [W, ...W[]]): W {
    const value = this.raw(name);
    const found = words.find((word) => word === value);
    if (found === undefined) this.#wrong(name, value === '' ? 'missing' : 'malformed');
    return found ?? words[0];
  }

  /** Those of some words whose boxes were ticked. */
  chosen(name: string): readonly string[] {
    const prefix = `${name}.`;
    return Object.keys(this.#fields).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  }

  /** In both languages. */
  both(name: string, most: number = longest.title): Bilingual {
    return { en: this.text(`${name}.en`, most), fr: this.text(`${name}.fr`, most) };
  }

  bothOrNone(name: string): Bilingual | null {
    return this.raw(`${name}.en`) === '' && this.raw(`${name}.fr`) === '' ? null : this.both(name);
  }

  /** In at least one language. */
  either(name: string): WorkingText {
    const [en, fr] = [this.#short(`${name}.en`, longest.reason), this.#short(`${name}.fr`, longest.reason)];
    if (en === '' && fr === '') this.#wrong(`${name}.en`, 'missing');
    return { ...(en === '' ? {} : { en }), ...(fr === '' ? {} : { fr }) };
  }

  /** Why, as a code of the procedure's list and in words. */
  reason(): CodedReason {
    return { code: this.code('reason.code'), text: this.either('reason.text') };
  }

  reasonOrNone(): CodedReason | null {
    return this.raw('reason.code') === '' ? null : this.reason();
  }
}
