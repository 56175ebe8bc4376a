import type { EncodedEvent } from '../../check-append.ts';
import { decode } from '../../encode.ts';
import type { GlobalPosition, RecordedEvent, Revision, StreamSettings } from '../../event-store.port.ts';
import { lowestShown } from '../../stream-settings.ts';

/** An event as memory keeps it. */
export interface StoredEvent extends EncodedEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly position: GlobalPosition;
}

/** One stream and what is said of it. */
export interface Stream {
  readonly events: StoredEvent[];
  hiddenBelow: bigint;
  softDeleted: boolean;
  tombstoned: boolean;
  settings: StreamSettings;
  metaRevision: Revision | null;
}

/** A stream of which nothing is known yet. */
export const emptyStream = (): Stream => ({
  events: [],
  hiddenBelow: 0n,
  softDeleted: false,
  tombstoned: false,
  settings: {},
  metaRevision: null,
});

/** First revision that a stream shows. */
export const lowestOf = ({ events, hiddenBelow, settings }: Stream): Revision =>
  lowestShown(hiddenBelow, BigInt(events.length) - 1n, settings);

/** The event as readers get it: a copy of its own. */
export const toRecorded = ({ data, metadata, ...event }: StoredEvent): RecordedEvent => ({
  ...event,
  data: decode(data, event.streamId, event.revision),
  metadata: decode(metadata, event.streamId, event.revision) as RecordedEvent['metadata'],
});
