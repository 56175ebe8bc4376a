import type { RecordedEvent, Revision } from '../../event-store.port.ts';

interface Kept {
  readonly last: Revision;
  readonly lowest: Revision;
  readonly events: readonly RecordedEvent[];
}

const mostStreams = 2_048;
/** Some 16 MB of what is usually recorded. */
const mostEvents = 8_192;
/** Most events of a stream that is kept: what commands load again and again is short. */
export const longestKept = 64;

/**
 * Short streams as they were last read. Recorded events never change, so what was read is good as long as the stream still shows
 * the same revisions; whoever asks has looked that up, and another process may append meanwhile.
 */
export class StreamCache {
  readonly #kept = new Map<string, Kept>();
  #events = 0;

  /** The stream's shown events, or null when they have to be read. */
  get(streamId: string, last: Revision, lowest: Revision): readonly RecordedEvent[] | null {
    const kept = this.#kept.get(streamId);
    if (kept?.last !== last || kept.lowest !== lowest) return null;
    this.#kept.delete(streamId);
    this.#kept.set(streamId, kept);
    return kept.events;
  }

  put(streamId: string, lowest: Revision, events: readonly RecordedEvent[]): void {
    const last = events.at(-1)?.revision;
    if (last === undefined || events.length > longestKept) return;
    this.#forget(streamId);
    this.#kept.set(streamId, { last, lowest, events });
    this.#events += events.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostStreams && this.#events <= mostEvents) return;
      this.#forget(oldest);
    }
  }

  #forget(streamId: string): void {
    this.#events -= this.#kept.get(streamId)?.events.length ?? 0;
    this.#kept.delete(streamId);
  }
}
