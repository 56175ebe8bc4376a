import type { AnyDomainEvent, Instant } from '../../domain/src/index.ts';
import type { ReadModelTransaction } from './storage/read-database.ts';

/** What comes with every event besides its data. */
export interface Envelope {
  readonly stream: string;
  readonly revision: number;
  /** Place in the ledger, 0-based; null for events outside it (drafts, credentials). */
  readonly ledgerIndex: number | null;
  readonly occurredAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly actingFor: string | null;
  /** Hash of the workflow definition that the event's instance ran on. */
  readonly policy: string;
  readonly audience: 'internal' | 'addressee' | 'members' | 'public';
}

type EventOf<T extends AnyDomainEvent['type']> = Extract<AnyDomainEvent, { readonly type: T }>;

/** Pure: rows follow from the event and the rows before, nothing else. */
export type Handler<T extends AnyDomainEvent['type']> = (tx: ReadModelTransaction, event: EventOf<T> & Envelope) => void;

/** One read model: its tables and how they follow from the log. */
export interface Projection {
  readonly name: string;
  /** Counts up whenever a handler changes what it writes; the read models are then built anew. */
  readonly version: number;
  readonly tables: readonly string[];
  /** Tables whose rows never change and are reached only through rows of `tables`: looking back needs no second copy of them. */
  readonly immutableTables?: readonly string[];
  readonly ddl: string;
  /** Whether past rows are kept for looking back; true unless told. */
  readonly keepsRows?: boolean;
  /**
   * What becomes of an event that it cannot take: `stop` (unless told) keeps it standing before the event; `park` puts aside the
   * event and all later ones of its key, so that the rows of other keys go on.
   */
  readonly onPoison?: 'stop' | 'park';
  /** Key whose events are taken in order or not at all; the stream unless told. */
  readonly sequenceKey?: (event: { readonly type: string } & Envelope) => string;
  readonly handlers: { readonly [T in AnyDomainEvent['type']]?: Handler<T> };
  /** Called for every ledgered event, whatever its type. */
  readonly every?: (tx: ReadModelTransaction, event: { readonly type: string; readonly data: object } & Envelope) => void;
}
