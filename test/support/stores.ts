import { readdirSync, readlinkSync } from 'node:fs';
import { Unavailable, uuidV5, type EventStore, type NewEvent, type RecordedEvent } from '../../libs/event-store/src/index.ts';

/** A store whose appends go another way; everything else is the store itself. */
export const withAppend = (store: EventStore, append: EventStore['append']): EventStore => ({
  ...store,
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  append,
});

/** A store that carries out the next appends and loses their answers, or loses them on the way there. */
export const losing = (store: EventStore, losses: ('answer' | 'request')[]): EventStore =>
  withAppend(store, async (...args) => {
    const loss = losses.shift();
    if (loss === 'answer') await store.append(...args);
    if (loss !== undefined) throw new Unavailable('the line is down', 'inflight');
    return store.append(...args);
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

/** Paths that this process has open; empty where that cannot be asked. */
export const openFiles = (): readonly string[] =>
  process.platform === 'linux' ? readdirSync('/proc/self/fd').map((file) => targetOf(`/proc/self/fd/${file}`)) : [];

/** The listing itself is open while it is made, and gone when it is looked at. */
const targetOf = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};
