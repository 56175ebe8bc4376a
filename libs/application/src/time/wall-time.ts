import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, Deadline, Instant } from '../../../domain/src/index.ts';

/** The Secretariat's own zone. */
export const brussels = 'Europe/Brussels';

/** A time as a clock on the wall shows it somewhere. */
export interface WallTime {
  /** `2015-03-31T23:59`. */
  readonly wallTime: string;
  /** IANA zone. */
  readonly zone: string;
}

export type WallTimeRejection =
  | { readonly code: 'deadline.bad_wall_time'; readonly wallTime: string }
  | { readonly code: 'deadline.bad_zone'; readonly zone: string }
  /** The clocks go forward over it: the hour does not exist. */
  | { readonly code: 'deadline.nonexistent_hour'; readonly wallTime: string; readonly zone: string }
  /** The clocks go back over it: the hour comes twice. */
  | { readonly code: 'deadline.ambiguous_hour'; readonly wallTime: string; readonly zone: string };

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const plainTime = (wallTime: string): Temporal.PlainDateTime | null => {
  if (!pattern.test(wallTime)) return null;
  try {
    return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const toInstant = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/** The deadline that a wall time in a zone means, or why it means none. Wall time to the minute, `2015-03-31T23:59`. */
export const resolveWallTime = (
  wallTime: string,
  zone: string,
): { readonly deadline: Deadline } | { readonly rejection: WallTimeRejection } => {
  const plain = plainTime(wallTime);
  if (plain === null) return { rejection: { code: 'deadline.bad_wall_time', wallTime } };
  if (!isZone(zone)) return { rejection: { code: 'deadline.bad_zone', zone } };
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { deadline: { wallTime, zone, instant: toInstant(earlier.epochMilliseconds) } };
  const exists = later.toPlainDateTime().equals(plain);
  return { rejection: { code: exists ? 'deadline.ambiguous_hour' : 'deadline.nonexistent_hour', wallTime, zone } };
};

/** Reads an RFC 3339 instant with its offset; null for anything else, such as a day that does not exist. */
export const parseInstant = (text: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  try {
    return toInstant(Temporal.Instant.from(text).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The calendar date in Brussels at an instant. */
export const brusselsDate = (instant: Instant): CalendarDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(brussels).toPlainDate().toString() as CalendarDate;

/** What a clock in Brussels shows at an instant, to the minute. */
export const brusselsWallTime = (instant: Instant): WallTime => {
  const wallTime = Temporal.Instant.from(instant).toZonedDateTimeISO(brussels).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { wallTime, zone: brussels };
};

/** The next 09:00 in Brussels on a later day. */
export const nextMorning = (now: Instant): Instant => {
  const tomorrow = Temporal.Instant.from(now).toZonedDateTimeISO(brussels).toPlainDate().add({ days: 1 });
  return toInstant(tomorrow.toZonedDateTime({ timeZone: brussels, plainTime: '09:00' }).epochMilliseconds);
};

/** Whether there is a time zone of this name. */
export const zoneExists = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The wall time of an instant in a zone, `23:15`. @throws RangeError for a zone that there is not */
export const wallTimeIn = (zone: string, at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The same wall time in Brussels some months earlier; a day that month does not have becomes its last. */
export const monthsBefore = (now: Instant, months: number): Instant =>
  toInstant(Temporal.Instant.from(now).toZonedDateTimeISO(brussels).subtract({ months }).epochMilliseconds);
