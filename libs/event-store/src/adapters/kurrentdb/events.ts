import type { ResolvedEvent } from '@kurrent/kurrentdb-client';
import { MalformedEvent } from '../../errors.ts';
import type { EventMetadata, GlobalPosition, Json, RecordedEvent } from '../../event-store.port.ts';

/** The recorded event as the client hands it over. */
type Handed = NonNullable<ResolvedEvent['event']>;

const isOurs = (event: Handed | undefined): event is Handed =>
  event?.isJson === true && !event.type.startsWith('$') && !event.streamId.startsWith('$');

const metadataIn = ({ streamId, revision, metadata }: Handed): EventMetadata => {
  const seen: unknown = metadata ?? {};
  if (typeof seen !== 'object' || seen === null || seen instanceof Uint8Array || Array.isArray(seen))
    throw new MalformedEvent(streamId, revision);
  return seen as EventMetadata;
};

/** Where an event stands in the log: its commit position. What old transactions wrote has two positions and is not ours. */
const positionOf = ({ streamId, revision, position }: Handed): GlobalPosition => {
  if (position === undefined || position.commit !== position.prepare) throw new MalformedEvent(streamId, revision);
  return position.commit as GlobalPosition;
};

/** The event as readers of the port get it, or null for what the server wrote for itself. @throws MalformedEvent */
export const toRecorded = ({ event }: ResolvedEvent): RecordedEvent | null => {
  if (!isOurs(event)) return null;
  return {
    id: event.id,
    type: event.type,
    streamId: event.streamId,
    revision: event.revision,
    data: event.data as Json,
    metadata: metadataIn(event),
    position: positionOf(event),
  };
};
