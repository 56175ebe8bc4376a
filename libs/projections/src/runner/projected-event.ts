import type { AnyDomainEvent, Instant } from '../../domain/src/index.ts';
import { domainData, isLedgered, type RecordedEvent, type Upcasters } from '../../event-store/src/index.ts';
import type { Envelope, Projection } from './projection.port.ts';
import type { ReadModelFile } from './storage/read-database.ts';

const audiences = ['internal', 'addressee', 'members', 'public'] as const;

/** The event as projections see it: domain data and an envelope. @param n  ledgered events before it */
export const toProjected = (
  event: RecordedEvent,
  n: number,
  upcasters: Upcasters,
): { readonly type: string; readonly data: object } & Envelope => ({
  type: event.type,
  data: domainData(event, upcasters),
  stream: event.streamId,
  revision: Number(event.revision),
  ledgerIndex: isLedgered(event.streamId) ? n : null,
  occurredAt: (event.metadata['occurredAt'] ?? '') as Instant,
  actor: event.metadata['actor'] ?? '',
  role: event.metadata['role'] ?? '',
  actingFor: event.metadata['actingFor'] === undefined || event.metadata['actingFor'] === '' ? null : event.metadata['actingFor'],
  audience: audiences.find((audience) => audience === event.metadata['audience']) ?? 'internal',
});

/** Gives one event to every projection that asks for its type, or for every ledgered event. */
export const applyOne = (projections: readonly Projection[], db: ReadModelFile, event: ReturnType<typeof toProjected>): void => {
  for (const { handlers, every } of projections) {
    if (event.ledgerIndex !== null) every?.(db, event);
    const handler = Object.hasOwn(handlers, event.type) ? handlers[event.type as AnyDomainEvent['type']] : undefined;
    // The log pairs each type with its data; the handler's parameter type says which.
    (handler as ((tx: ReadModelFile, event: object) => void) | undefined)?.(db, event);
  }
};
