import { StreamNotFound } from './errors.ts';
import type { EventStore, RecordedEvent, Revision } from './event-store.port.ts';

/** A whole stream; `revision` is null when there is none (or it is soft-deleted). */
export interface LoadedStream {
  readonly revision: Revision | null;
  readonly events: readonly RecordedEvent[];
}

/** Reads a stream from its start. @throws StreamDeleted when it is tombstoned, Unavailable */
export const loadStream = async (store: EventStore, streamId: string): Promise<LoadedStream> => {
  try {
    const events = await Array.fromAsync(store.readStream(streamId));
    return { revision: events.at(-1)?.revision ?? null, events };
  } catch (error) {
    if (error instanceof StreamNotFound) return { revision: null, events: [] };
    throw error;
  }
};
