import { randomUUID } from 'node:crypto';
import type { ResolvedEvent } from '@kurrent/kurrentdb-client';
import type { NewEvent, StoredSettings, StreamSettings } from '../../event-store.port.ts';

/** Where the server keeps what is said of a stream. */
export const metaStreamOf = (streamId: string): string => `$$${streamId}`;

/** Settings as the server reads them. */
export const metaEventOf = ({ maxCount, truncateBefore }: StreamSettings): NewEvent => ({
  id: randomUUID(),
  type: '$metadata',
  data: {
    ...(maxCount === undefined ? {} : { $maxCount: maxCount }),
    ...(truncateBefore === undefined ? {} : { $tb: Number(truncateBefore) }),
  },
  metadata: {},
});

const numberAt = (data: unknown, key: string): number | null => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : null;
  // A soft delete is the largest number there is: no setting of ours.
  return Number.isSafeInteger(value) ? Number(value) : null;
};

/** What the last event of the metastream says. */
export const settingsIn = (resolved: ResolvedEvent | undefined): StoredSettings => {
  const event = resolved?.event;
  if (event === undefined) return { settings: {}, metaRevision: null };
  const maxCount = numberAt(event.data, '$maxCount');
  const truncateBefore = numberAt(event.data, '$tb');
  const settings = {
    ...(maxCount === null ? {} : { maxCount }),
    ...(truncateBefore === null ? {} : { truncateBefore: BigInt(truncateBefore) }),
  };
  return { settings, metaRevision: event.revision };
};
