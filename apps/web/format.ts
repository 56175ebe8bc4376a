import { interfaceTexts } from './texts/interface.texts.ts';

/** Languages of the interface. */
export type Language = 'en' | 'fr';

const noBreak = '\u00A0';
const narrow = '\u202F';

/** French binding spaces, put in when shown and never in what is stored: before `: ; ? !` and inside guillemets. */
export const bindFrench = (text: string): string => text.replace(/ ([:;?!»])/g, `${noBreak}$1`).replace(/« /g, `«${noBreak}`);

/** A whole number with thousands set apart: 2,914 or 2 914. */
export const formatNumber = (value: number, language: Language): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, language === 'fr' ? narrow : ',');

/** A table of what some pages say, in the two working languages. */
export type TextTable = Readonly<Record<string, { readonly en: string; readonly fr: string }>>;

type Facts = Readonly<Record<string, string | number>>;

/** One text in a language with `{facts}` filled in, numbers as the language writes them. */
export const fillIn = (language: Language, text: { readonly en: string; readonly fr: string }, facts: Facts = {}): string => {
  const filled = text[language].replace(/\{(\w+)\}/g, (_match, name: string) => {
    const fact = facts[name];
    return typeof fact === 'number' ? formatNumber(fact, language) : (fact ?? '');
  });
  return language === 'fr' ? bindFrench(filled) : filled;
};

/** Speaks the words of a table: every area of the pages has its own. */
export const sayFrom =
  <T extends TextTable>(table: T) =>
  (language: Language, key: keyof T, facts: Facts = {}): string =>
    fillIn(language, table[key] ?? { en: '', fr: '' }, facts);

/** The words that all pages share. */
export const say = sayFrom(interfaceTexts);

const locales = { en: 'en-GB', fr: 'fr-BE' } as const;

/** One for each way of writing: making one costs more than a page, and a megabyte of memory that is given back late. */
const formats = new Map<string, Intl.DateTimeFormat>();

const inZone = (instant: string, language: Language, options: Intl.DateTimeFormatOptions): string => {
  const way = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(way) ?? new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Brussels', ...options });
  formats.set(way, format);
  return format.format(new Date(instant));
};

/** `31 March 2015`, `31 mars 2015`: the day in Brussels. */
export const formatDay = (instant: string, language: Language): string =>
  inZone(instant, language, { day: 'numeric', month: 'long', year: 'numeric' });

const clockTime = (instant: string, language: Language): string => {
  const [hours = '', minutes = ''] = inZone(instant, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
  return language === 'fr' ? `${Number(hours)}${noBreak}h${noBreak}${minutes}` : `${hours}:${minutes}`;
};

/** `3 February 2015, 09:00`, `3 février 2015, 9 h 00`: in Brussels. */
export const formatMoment = (instant: string, language: Language): string =>
  `${formatDay(instant, language)}, ${clockTime(instant, language)}`;

/** `Tuesday 31 March 2015, 23:59 in Brussels`, `mardi 31 mars 2015 à 23 h 59 à Bruxelles`. */
export const formatDeadline = (instant: string, language: Language): string => {
  const day = inZone(instant, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
  return language === 'fr' ? `${day}, ${clockTime(instant, language)} à Bruxelles` : `${day}, ${clockTime(instant, language)} in Brussels`;
};

/** A calendar date without a time. */
export const formatDate = (date: string, language: Language): string => formatDay(`${date}T12:00:00Z`, language);

/** `3–6 March 2015`; months in between when they differ. */
export const formatDateRange = (start: string, end: string, language: Language): string => {
  const sameMonth = start.slice(0, 7) === end.slice(0, 7);
  const first = sameMonth ? String(Number(start.slice(8))) : inZone(`${start}T12:00:00Z`, language, { day: 'numeric', month: 'long' });
  return `${first}${sameMonth ? '–' : ' – '}${formatDate(end, language)}`;
};

/** `June 2015`: all that is known. */
export const formatMonth = (month: string, language: Language): string =>
  inZone(`${month}-15T12:00:00Z`, language, { month: 'long', year: 'numeric' });

/** Whole days in Brussels from one instant to another; 0 on the same day. */
export const daysBetween = (from: string, to: string): number => {
  const day = (instant: string): number =>
    Date.parse(`${inZone(instant, 'en', { year: 'numeric', month: '2-digit', day: '2-digit' }).split('/').reverse().join('-')}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
};
