import type { EventStore } from '../../libs/event-store/src/index.ts';

/** A store whose appends go another way; everything else is the store itself. */
export const withAppend = (store: EventStore, append: EventStore['append']): EventStore => ({
  ...store,
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  append,
});
