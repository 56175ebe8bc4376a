import type { Language } from '../../../domain/src/index.ts';

const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const;

const parts = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
};

const dayOf = (day: number, language: Language): string => (language === 'fr' && day === 1 ? '1er' : String(day));

/** `14 September 2015`, `1er septembre 2015`. @param date  `2015-09-14`, or longer */
export const longDate = (date: string, language: Language): string => {
  const { year, month, day } = parts(date);
  return `${dayOf(day, language)} ${months[language][month - 1] ?? ''} ${year}`;
};

/** `14 – 16 October 2015`, `28 September – 2 October 2015`: as working documents print the days of a meeting. */
export const dateRange = (start: string, end: string, language: Language): string => {
  const [first, last] = [parts(start), parts(end)];
  const isOneMonth = first.year === last.year && first.month === last.month;
  const opening = `${dayOf(first.day, language)}${isOneMonth ? '' : ` ${months[language][first.month - 1] ?? ''}`}`;
  return `${opening} – ${longDate(end, language)}`;
};

/** `Brussels, 29 January 2015`, `Bruxelles, le 29 janvier 2015`. @param place  a town, or a house and its town */
export const placeAndDate = (place: string, date: string, language: Language): string => {
  const town = place.split(', ').at(-1) ?? place;
  const name = language === 'fr' && town === 'Brussels' ? 'Bruxelles' : town;
  return `${name}, ${language === 'fr' ? 'le ' : ''}${longDate(date, language)}`;
};

/** `09:30 – 11:00`. */
export const timeRange = (start: string, end: string): string => `${start.slice(11, 16)} – ${end.slice(11, 16)}`;
