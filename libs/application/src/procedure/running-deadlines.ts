import {
  calendarDecider,
  closedOn,
  secretariatCalendar,
  type CalendarEvent,
  type Instant,
  type WorkingCalendar,
} from '../../../domain/src/index.ts';
import { domainData, loadStream, type EventStore, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { secretariatCalendarId } from '../time/secretariat-calendar.ts';
import { brusselsDate, resolveWallTime } from '../time/wall-time.ts';
import { upcasters } from '../upcasters.ts';
import { DeadlineClock, noDeadlines, type DeadlineEvent, type DeadlineKnowledge } from './deadline-clock.ts';
import { proceduresOf, type Procedures } from './procedures.ts';

/**
 * When the Secretariat works, as it was known at an instant: what was recorded at that very instant is not yet looked at, so that
 * reading the record again, with everything that was added since, counts the same.
 */
const calendarAt = (days: readonly CalendarEvent[], instant: Instant): WorkingCalendar => {
  const known = days.filter(({ data }) => data.recordedAt < instant);
  return closedOn(secretariatCalendar, known.reduce(calendarDecider.evolve, calendarDecider.initialState).closed);
};

/** Closing days of the Secretariat as they were put on record. */
export const closingDaysIn = async (store: EventStore): Promise<readonly CalendarEvent[]> => {
  const { events } = await loadStream(store, `calendar-${secretariatCalendarId}`);
  return events.map((event) => ({ type: event.type, data: domainData(event, upcasters) }) as CalendarEvent);
};

/** What deadlines are counted by: procedures and closing days as they were looked up, time in Brussels. */
export const deadlineKnowledge = (
  proceduresIn: (category: string) => Procedures | undefined,
  closingDays: () => readonly CalendarEvent[],
): DeadlineKnowledge => ({
  definitionOf: (category, policy) => proceduresIn(category)?.of(policy).definition ?? null,
  calendarAt: (instant) => calendarAt(closingDays(), instant),
  resolve: resolveWallTime,
  dateAt: brusselsDate,
});

/** A deadline that runs, and when it is due; null while its clock stands still. */
export interface RunningDeadline {
  readonly deadline: string;
  readonly dueAt: Instant | null;
}

const isNearer = (one: RunningDeadline, two: RunningDeadline): number =>
  (one.dueAt ?? '9').localeCompare(two.dueAt ?? '9') || one.deadline.localeCompare(two.deadline);

const justBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString() as Instant;

/** Deadlines that run after some events of one instance, the nearest first: what would fire, and what stands still. */
export const deadlinesAfter = (clock: DeadlineClock, events: readonly DeadlineEvent[]): readonly RunningDeadline[] => {
  let state = noDeadlines;
  const timers = new Map<string, Instant>();
  for (const event of events) {
    const step = clock.pass(state, event);
    state = step.state;
    for (const change of step.outputs) {
      if (change.kind === 'setTimer') timers.set(change.timer, justBefore(change.due));
      else timers.delete(change.timer);
    }
  }
  return Object.keys(state.running)
    .map((deadline) => ({ deadline, dueAt: timers.get(deadline) ?? null }))
    .sort(isNearer);
};

const toDeadlineEvent = (event: RecordedEvent): DeadlineEvent => ({
  type: event.type,
  data: domainData(event, upcasters),
  stream: event.streamId,
  occurredAt: (event.metadata['occurredAt'] ?? '') as Instant,
  policy: event.metadata['policy'] ?? '',
});

/** The clock that deadlines of a category are counted by, as the record stands; null where no procedure governs. */
export const deadlineClockOf = async (store: EventStore, category: string): Promise<DeadlineClock | null> => {
  const procedures = await proceduresOf(store, category);
  const days = await closingDaysIn(store);
  const knowledge = deadlineKnowledge(
    () => procedures ?? undefined,
    () => days,
  );
  return procedures === null ? null : new DeadlineClock(knowledge);
};

/**
 * Deadlines that run for one instance, the nearest first, told from its own stream.
 *
 * @param upTo  last revision that counts: what came later is not looked at
 */
export const runningDeadlines = async (
  { store }: Pick<Environment, 'store'>,
  clock: DeadlineClock,
  stream: string,
  upTo: bigint,
): Promise<readonly RunningDeadline[]> => {
  const { events } = await loadStream(store, stream);
  return deadlinesAfter(clock, events.filter(({ revision }) => revision <= upTo).map(toDeadlineEvent));
};
