import {
  accreditationDecider,
  standingAt,
  type AccreditationEvent,
  type AccreditationState,
  type Instant,
} from '../../../domain/src/index.ts';
import { domainData, type EventStore, type RecordedEvent } from '../../../event-store/src/index.ts';
import { upcasters } from '../upcasters.ts';

/** Something that was recorded under a right that had just ended: the end came in between the look and the append. */
export interface GrantOverrun {
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly actor: string;
  readonly grant: string;
  readonly occurredAt: string;
  /** Why the right no longer held. */
  readonly code: string;
  /** Milliseconds from the last change of the accreditation to the event. */
  readonly lateMs: number;
}

/** What a log says of the rights under which it was written. */
export interface GrantAudit {
  /** Events that somebody accredited gave. */
  readonly checked: number;
  /** Of those that are not the program's own: without a grant, or under one that was never recorded. */
  readonly without: readonly { readonly eventId: string; readonly stream: string; readonly type: string }[];
  readonly overruns: readonly GrantOverrun[];
}

interface Followed {
  readonly state: AccreditationState;
  readonly revision: bigint;
  readonly changedAt: string;
}

const ownActors: ReadonlySet<string> = new Set(['setup', 'process']);

const isOwn = ({ metadata }: RecordedEvent): boolean => metadata['role'] === 'process' || ownActors.has(metadata['actor'] ?? '');

/** Reads a log once, in its order, and holds each event against what was recorded of its grant up to there. */
class Auditor {
  readonly #known = new Map<string, Followed>();
  readonly overruns: GrantOverrun[] = [];
  readonly without: { readonly eventId: string; readonly stream: string; readonly type: string }[] = [];
  checked = 0;

  read(event: RecordedEvent): void {
    if (!isOwn(event)) this.#check(event);
    if (event.streamId.startsWith('accreditation-')) this.#follow(event);
  }

  #follow(event: RecordedEvent): void {
    const before = this.#known.get(event.streamId)?.state ?? accreditationDecider.initialState;
    const told = { type: event.type, data: domainData(event, upcasters) } as AccreditationEvent;
    const changedAt = event.metadata['occurredAt'] ?? '';
    this.#known.set(event.streamId, { state: accreditationDecider.evolve(before, told), revision: event.revision, changedAt });
  }

  #check({ id, streamId, type, metadata }: RecordedEvent): void {
    const { grant = '', actor = '', occurredAt = '' } = metadata;
    const followed = this.#grantOf(grant, actor);
    if (followed === null) {
      this.without.push({ eventId: id, stream: streamId, type });
      return;
    }
    this.checked += 1;
    const refusal = this.#refusalAt(followed, occurredAt as Instant);
    if (refusal === null) return;
    const lateMs = Date.parse(occurredAt) - Date.parse(refusal.changedAt);
    this.overruns.push({ eventId: id, stream: streamId, type, actor, grant, occurredAt, code: refusal.code, lateMs });
  }

  /** The accreditation of an actor, if the revision that a grant names was on record. */
  #grantOf(grant: string, actor: string): Followed | null {
    const [, stream = '', revision = '0'] = /^(accreditation-.+)@(\d+)$/.exec(grant) ?? [];
    const followed = this.#known.get(stream) ?? null;
    const isOwn = stream === `accreditation-${actor}`;
    return isOwn && followed !== null && followed.revision >= BigInt(revision) ? followed : null;
  }

  /** Why the right did not hold at an instant, and since when; null when it did. A lent right falls with its lender's. */
  #refusalAt({ state, changedAt }: Followed, now: Instant): { readonly code: string; readonly changedAt: string } | null {
    const standing = standingAt(state, now);
    if (!standing.valid) return { code: standing.code, changedAt };
    const lender = standing.delegatedBy === null ? undefined : this.#known.get(`accreditation-${standing.delegatedBy}`);
    if (lender === undefined || standingAt(lender.state, now).valid) return null;
    return { code: 'accreditation.lender_not_valid', changedAt: lender.changedAt };
  }
}

/** Holds every event against the grant it was recorded under. */
export const auditGrants = async (store: Pick<EventStore, 'readAll'>): Promise<GrantAudit> => {
  const auditor = new Auditor();
  for await (const event of store.readAll()) auditor.read(event);
  const { checked, without, overruns } = auditor;
  return { checked, without, overruns };
};
