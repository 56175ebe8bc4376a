import { uuidV5, type EventStore, type NewEvent, type RecordedEvent } from '../../libs/event-store/src/index.ts';

/** A store whose appends go another way; everything else is the store itself. */
export const withAppend = (store: EventStore, append: EventStore['append']): EventStore => ({
  ...store,
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  append,
});

/** An event of no meaning, named. */
export const thing = (name: string): NewEvent => ({ id: uuidV5(name), type: 'ThingHappened', data: { name }, metadata: {} });

/** So many of them. */
export const things = (count: number, prefix = 'e'): readonly NewEvent[] =>
  Array.from({ length: count }, (_event, index) => thing(`${prefix}${index}`));

/** What they were named. */
export const thingNames = (events: readonly RecordedEvent[]): readonly string[] =>
  events.map(({ data }) => (data as { name: string }).name);

/** What the work said when it failed. */
export const complaintOf = (work: () => unknown): string => {
  try {
    work();
    return 'nothing was thrown';
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
};
