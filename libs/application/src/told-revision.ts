import { domainData, type RecordedEvent, type Revision } from '../../event-store/src/index.ts';
import { readsInternal } from '../../identity/src/index.ts';
import { governedCategory } from '../../workflow/src/index.ts';
import type { Caller } from './contract.ts';
import { upcasters } from './upcasters.ts';

/** Members and observers; what the program does by itself is nobody's to be kept from. */
const isOutside = ({ member, role }: Caller): boolean => member !== null || role === 'observer';

/** Whether events of a category are kept from a caller: its revisions are then counted without them. */
export const isKeptFrom = (caller: Caller, category: string): boolean =>
  !readsInternal(caller) && isOutside(caller) && governedCategory(category) !== null;

/** A stream as somebody looks at it. */
export interface Seen {
  readonly caller: Caller;
  readonly category: string;
  readonly events: readonly RecordedEvent[];
  /** Whether he is told what its addressees are; a contribution's are the Members behind it. */
  readonly isAddressee: boolean;
}

/** Events of a stream that a caller may know of, in the order of the stream. */
const knownTo = ({ caller, category, events, isAddressee }: Seen): readonly RecordedEvent[] => {
  if (!isKeptFrom(caller, category)) return events;
  const kept = isAddressee ? ['internal'] : ['internal', 'addressee'];
  return events.filter(({ metadata }) => !kept.includes(metadata['audience'] ?? 'internal'));
};

/**
 * The revision of a stream as a caller counts it: who does not read what is internal counts without it, so that no number tells
 * him that something was.
 *
 * @returns null when there is no such stream
 */
export const revisionFor = (seen: Seen): Revision | null => {
  const { caller, category, events } = seen;
  if (!isKeptFrom(caller, category)) return events.at(-1)?.revision ?? null;
  // From 0 on, also where there is nothing that he may know of but that it is there.
  return events.length === 0 ? null : BigInt(Math.max(0, knownTo(seen).length - 1));
};

/** One step that was taken since a caller looked. */
export interface ChangeSince {
  readonly type: string;
  /** What it says anew, by the names of its data. */
  readonly fields: readonly string[];
  readonly role: string;
  /** Who took it; told to those who read what is internal. */
  readonly by?: string;
  readonly at: string;
}

const isWhoOrWhen = (field: string): boolean => /(By|At|Id|Hash)$/.test(field) || field === 'id' || field === 'object';

/** What happened to an instance after the revision that a caller has seen, as far as he may know. */
export const changesSince = (seen: Seen, revisionSeen: Revision): readonly ChangeSince[] => {
  const isCounted = isKeptFrom(seen.caller, seen.category);
  return knownTo(seen)
    .filter(({ revision }, place) => (isCounted ? BigInt(place) : revision) > revisionSeen)
    .map((event) => ({
      type: event.type,
      fields: Object.keys(domainData(event, upcasters))
        .filter((field) => !isWhoOrWhen(field))
        .sort(),
      role: event.metadata['role'] ?? '',
      ...(isCounted ? {} : { by: event.metadata['actor'] ?? '' }),
      at: event.metadata['occurredAt'] ?? '',
    }));
};
