import type { Instant } from '../../../domain/src/index.ts';
import { domainData, isLedgered, type RecordedEvent, type Upcasters } from '../../../event-store/src/index.ts';
import type { Envelope } from '../projection.port.ts';

const audiences = ['internal', 'addressee', 'members', 'public'] as const;

/** The event as projections see it: domain data and an envelope, each read from what is stored only when a projection asks for it. */
export class ProjectedEvent implements Envelope {
  readonly #recorded: RecordedEvent;
  readonly #upcasters: Upcasters;
  #data: object | undefined;
  readonly type: string;
  readonly stream: string;
  readonly ledgerIndex: number | null;

  /** @param n  ledgered events before it */
  constructor(recorded: RecordedEvent, n: number, upcasters: Upcasters) {
    this.#recorded = recorded;
    this.#upcasters = upcasters;
    this.type = recorded.type;
    this.stream = recorded.streamId;
    this.ledgerIndex = isLedgered(recorded.streamId) ? n : null;
  }

  get revision(): number {
    return Number(this.#recorded.revision);
  }

  /** @throws MalformedEvent, NewerSchema */
  get data(): object {
    return (this.#data ??= domainData(this.#recorded, this.#upcasters));
  }

  get occurredAt(): Instant {
    return this.#said('occurredAt') as Instant;
  }

  get actor(): string {
    return this.#said('actor');
  }

  get role(): string {
    return this.#said('role');
  }

  get actingFor(): string | null {
    const member = this.#said('actingFor');
    return member === '' ? null : member;
  }

  get policy(): string {
    return this.#said('policy');
  }

  get audience(): Envelope['audience'] {
    const said = this.#said('audience');
    return audiences.find((audience) => audience === said) ?? 'internal';
  }

  /** @throws MalformedEvent */
  #said(key: string): string {
    return this.#recorded.metadata[key] ?? '';
  }
}
