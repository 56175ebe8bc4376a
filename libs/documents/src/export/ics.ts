import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import type { OutLanguage } from './table.ts';

/** A wall time in a zone, as announced. */
export interface CalendarTime {
  /** `2015-06-15T09:30`. */
  readonly wallTime: string;
  /** IANA zone. */
  readonly zone: string;
}

/** An entry of a calendar. */
export interface CalendarEntry {
  /** Stable for ever: a calendar that knows it replaces what it has. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** When this wording was recorded, RFC 3339 in UTC. */
  readonly changedAt: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly categories?: readonly string[];
  /** From one wall time to another, a last moment, or whole days. */
  readonly when:
    | { readonly start: CalendarTime; readonly end: CalendarTime }
    | { readonly moment: CalendarTime }
    | { readonly date: string; readonly until?: string };
}

export interface Calendar {
  readonly name: string;
  readonly language: OutLanguage;
  readonly entries: readonly CalendarEntry[];
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const foldOctets = 74;

/** Folds a content line so that no line has more than 75 octets and no character is cut (RFC 5545 §3.1). */
const folded = (line: string): string => {
  let [length, result] = [0, ''];
  for (const character of line) {
    const octets = Buffer.byteLength(character, 'utf8');
    if (length + octets > foldOctets) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
};

const basicDate = (date: string): string => date.replaceAll('-', '');
const basicTime = (wallTime: string): string => `${wallTime.slice(0, 16).replace(/[-:]/g, '')}00`;
const basicInstant = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The day after a date: an end is the first day that is not part of it. */
const dayAfter = (date: string): string => basicDate(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10));

const timesOf = ({ when }: CalendarEntry): readonly string[] => {
  if ('date' in when)
    return [`DTSTART;VALUE=DATE:${basicDate(when.date)}`, `DTEND;VALUE=DATE:${dayAfter(when.until ?? when.date)}`, 'TRANSP:TRANSPARENT'];
  // Without an end it is over when it begins (RFC 5545 §3.6.1): nobody is busy by it.
  if ('moment' in when) return [`DTSTART;TZID=${when.moment.zone}:${basicTime(when.moment.wallTime)}`, 'TRANSP:TRANSPARENT'];
  return [
    `DTSTART;TZID=${when.start.zone}:${basicTime(when.start.wallTime)}`,
    `DTEND;TZID=${when.end.zone}:${basicTime(when.end.wallTime)}`,
  ];
};

const told = (name: string, text: string | undefined): readonly string[] => (text === undefined ? [] : [`${name}:${escaped(text)}`]);

const linesOf = (entry: CalendarEntry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(entry.uid)}`,
  `DTSTAMP:${basicInstant(entry.changedAt)}`,
  `LAST-MODIFIED:${basicInstant(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `STATUS:${entry.status}`,
  ...timesOf(entry),
  ...told('SUMMARY', entry.summary),
  ...told('DESCRIPTION', entry.description),
  ...told('LOCATION', entry.location),
  ...(entry.url === undefined ? [] : [`URL:${entry.url}`]),
  ...(entry.categories === undefined ? [] : [`CATEGORIES:${entry.categories.map(escaped).join(',')}`]),
  'END:VEVENT',
];

const zonesOf = (entries: readonly CalendarEntry[]): readonly string[] => {
  const zones = entries.flatMap(({ when }) => {
    if ('date' in when) return [];
    return 'moment' in when ? [when.moment.zone] : [when.start.zone, when.end.zone];
  });
  return [...new Set(zones)].sort();
};

/** The component that says when clocks change in a zone. @throws Error for a zone that nobody knows */
const zoneLines = (zone: string): readonly string[] => {
  if (!tzlib_get_timezones(false).includes(zone)) throw new Error(`no such time zone: ${zone}`);
  const [block = ''] = tzlib_get_ical_block(zone);
  return block.split('\r\n');
};

/** A calendar as iCalendar (RFC 5545), with a component for each zone. The same entries give the same bytes. */
export const toIcs = ({ name, language, entries }: Calendar): string => {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Rapporteur//Calendar//${language.toUpperCase()}`, 'CALSCALE:GREGORIAN'];
  const titles = ['METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'];
  const lines = [...head, ...titles, ...zonesOf(entries).flatMap(zoneLines), ...entries.flatMap(linesOf), 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
