import type { EventFilter } from './event-store.port.ts';

/** Whether an event passes the filter; no filter lets everything through. */
export const matches = (
  filter: EventFilter | undefined,
  { streamId, type }: { readonly streamId: string; readonly type: string },
): boolean => {
  if (filter === undefined) return true;
  if ('streamPrefixes' in filter) return filter.streamPrefixes.some((prefix) => streamId.startsWith(prefix));
  if ('types' in filter) return filter.types.includes(type);
  return filter.typePrefixes.some((prefix) => type.startsWith(prefix));
};
