import type { ParsedCode, ParsedHeader } from './parsed-document.ts';

const symbolPattern = /^([A-Z]{2})(\d{4})([EF])(\d?)([a-z]?)$/;
const symbolToken = /(?:^|[^A-Za-z0-9])([A-Z]{2}\d{4}[EF]\d?[a-z]?)(?![A-Za-z0-9])/g;

/** Whether a line holds nothing but a document symbol, as running page headers do. */
export const isSymbolLine = (text: string): boolean => symbolPattern.test(text);

/** Reads a symbol; null when the text is none. */
export const readCode = (text: string, from: ParsedCode['from'], line: number): ParsedCode | null => {
  const match = symbolPattern.exec(text);
  if (match === null) return null;
  const [raw, series = '', number = '', language = 'E', version = '', suffix = ''] = match;
  return {
    raw,
    series,
    number: Number(number),
    language: language === 'F' ? 'F' : 'E',
    version: version === '' ? null : Number(version),
    suffix: suffix === '' ? null : suffix,
    from,
    line,
  };
};

/** Document symbols that a text cites, in order. Ordinals such as `71ST` are none. */
export const citedSymbols = (text: string): readonly string[] => [...text.matchAll(symbolToken)].map(([, symbol = '']) => symbol);

const monthNames: readonly (readonly string[])[] = [
  ['january', 'janvier'],
  ['february', 'février', 'fevrier'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'août', 'aout'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'décembre', 'decembre'],
];

const monthNumber = (name: string): number => monthNames.findIndex((names) => names.includes(name.toLowerCase())) + 1;

/** ISO date of a day that exists; null otherwise. */
const isoDate = (year: string, month: number, day: string): string | null => {
  const days = [
    31,
    (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0 ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (month < 1 || Number(day) < 1 || Number(day) > (days[month - 1] ?? 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const rangePattern = /(?:^|\s)(\d{1,2})(?:er)?(?: (\p{L}{3,9}))? ?(?:[-–—]|to|au|à) ?(\d{1,2})(?:er)? (\p{L}{3,9}) (\d{4})(?!\d)/u;

/** `3 – 6 March 2015`, `28 September – 2 October 2015`, `du 3 au 6 mars 2015`. */
export const readDateRange = (text: string): ParsedHeader['sessionDates'] => {
  const match = rangePattern.exec(text);
  if (match === null) return null;
  const [, startDay = '', startMonth, endDay = '', endMonth = '', year = ''] = match;
  const start = isoDate(year, monthNumber(startMonth ?? endMonth), startDay);
  const end = isoDate(year, monthNumber(endMonth), endDay);
  return start === null || end === null || end < start ? null : { start, end, raw: text };
};

const placePattern = /^(\p{Lu}[\p{L}' -]{1,60}), (?:le )?(\d{1,2})(?:er)? (\p{L}{3,9}) (\d{4})\.?$/u;

/** `Brussels, 29 January 2015`, `Bruxelles, le 29 janvier 2015`, with or without a full stop. */
export const readPlaceAndDate = (text: string): { readonly place: string; readonly date: string } | null => {
  const match = placePattern.exec(text);
  if (match === null) return null;
  const [, place = '', day = '', month = '', year = ''] = match;
  const date = isoDate(year, monthNumber(month), day);
  return date === null ? null : { place, date };
};

const ordinal = '(?:st|nd|rd|th|ère|ere|er|re|ème|eme|e)?s?';
const sessionsPattern = new RegExp(`(?:^|[^\\d])(\\d{1,4})${ordinal} ?/ ?(\\d{1,4})${ordinal} sessions?`, 'iu');

/** `207th/208th Sessions`, `207ème/208ème sessions`: the two numbers of one meeting. */
export const readSessions = (text: string): readonly [number, number] | null => {
  const match = sessionsPattern.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
};

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Roman number; 0 when it is written against the rules. */
const romanValue = (roman: string): number => {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(roman)) return 0;
  const values = Array.from(roman, (digit) => romanValues[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
};

const itemPattern = /^(?:Item|Point) ([IVXLC]{1,9})(?: ?[-–—.]? ?\(?([a-z])\)?(?![A-Za-zÀ-ÿ]))?(?![A-Za-z])/;

/** `Item IX - a on the agenda`, `Item III.b`, `Item II (b)`, `Item V`, `Point IX a) de l’ordre du jour`. */
export const readAgendaItem = (text: string, line: number): ParsedHeader['agendaItem'] => {
  const match = itemPattern.exec(text);
  const roman = match?.[1] ?? '';
  const number = romanValue(roman);
  return match === null || number === 0 ? null : { roman, number, sub: match[2] ?? null, raw: text, line };
};

const committees: Readonly<Record<string, string>> = {
  PC: 'PTC',
  SP: 'Policy Commission',
  SC: 'Council',
  NC: 'Harmonized System Committee',
};

/** The body that a document series belongs to; null when the series is not known. */
export const committeeOf = (series: string): string | null => committees[series] ?? null;
