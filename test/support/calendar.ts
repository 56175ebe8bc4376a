import ICAL from 'ical.js';

/** An entry as an independent reader of calendars understands it. */
export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly place: string | null;
  readonly categories: string;
  /** In UTC, or a date. */
  readonly start: string;
  readonly end: string;
  /** False where nobody is busy by it. */
  readonly takesTime: boolean;
}

const momentOf = (time: ICAL.Time): string => (time.isDate ? time.toString() : time.toJSDate().toISOString());

const toEntry = (component: ICAL.Component): ReadEntry => {
  const event = new ICAL.Event(component);
  const said = (name: string): string | null => component.getFirstPropertyValue(name)?.toString() ?? null;
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: said('status') ?? '',
    summary: event.summary,
    place: said('location'),
    categories: said('categories') ?? '',
    start: momentOf(event.startDate),
    end: momentOf(event.endDate),
    takesTime: said('transp') !== 'TRANSPARENT',
  };
};

/** Reads a calendar with `ical.js`, its time zones included. */
export const readCalendar = (text: string): { readonly name: string; readonly entries: readonly ReadEntry[] } => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return {
    name: root.getFirstPropertyValue('name')?.toString() ?? '',
    entries: root.getAllSubcomponents('vevent').map(toEntry),
  };
};

/** What a calendar shows that imported one copy after the other: by id, the highest sequence wins (RFC 5546 §2.1.5). */
export const imported = (...copies: readonly (readonly ReadEntry[])[]): readonly ReadEntry[] => {
  const kept = new Map<string, ReadEntry>();
  for (const entry of copies.flat()) {
    const known = kept.get(entry.uid);
    if (known === undefined || entry.sequence >= known.sequence) kept.set(entry.uid, entry);
  }
  return [...kept.values()].filter(({ status }) => status !== 'CANCELLED').sort((a, b) => (a.uid < b.uid ? -1 : 1));
};
