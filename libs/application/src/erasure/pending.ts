import { erasureDecider, type AccreditationId, type ErasureState, type ErasureSubject } from '../../../domain/src/index.ts';
import { fold, type EventStore, type RecordedEvent } from '../../../event-store/src/index.ts';
import { upcasters } from '../upcasters.ts';

/** An erasure that two persons decided. */
export interface DecidedErasure {
  readonly erasureId: string;
  readonly subject: ErasureSubject;
  readonly requestedBy: AccreditationId;
  readonly approvedBy: AccreditationId;
  /** Events that were listed so far. */
  readonly events: number;
}

/** The erasure as it is to be carried out; null while it is not decided, was refused, or is carried out. */
export const decidedErasure = (state: ErasureState): DecidedErasure | null => {
  if (state.status !== 'approved' || state.approvedBy === null) return null;
  const { erasureId, subject, requestedBy, approvedBy, events } = state;
  return { erasureId, subject, requestedBy, approvedBy, events: events.length };
};

/** Events of every erasure on record, by stream, in the order in which they were asked for. */
export const erasureStreams = async (store: EventStore): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> => {
  const streams = new Map<string, RecordedEvent[]>();
  for await (const event of store.readAll({ filter: { streamPrefixes: ['erasure-'] } }))
    streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), event]);
  return streams;
};

/** Erasures that two persons decided and that are not carried out to the end yet, in the order in which they were asked for. */
export const pendingErasures = async (store: EventStore): Promise<readonly DecidedErasure[]> =>
  [...(await erasureStreams(store)).values()].flatMap((events) => decidedErasure(fold(erasureDecider, events, upcasters)) ?? []);
