import { isOfProcedure, reject, type Decider, type Decision, type DomainEvent, type Rejection } from '../../domain/src/kernel/index.ts';
import { appendWithRetry } from './append-with-retry.ts';
import { withoutLedgerMarks } from './erased.ts';
import { EventStoreError, WrongExpectedVersion } from './errors.ts';
import type { EventMetadata, EventStore, GlobalPosition, Json, NewEvent, RecordedEvent, Revision } from './event-store.port.ts';
import { loadStream, type LoadedStream } from './load-stream.ts';
import { currentSchema, upcast, type Upcasters } from './upcasters.ts';
import { derivedId } from './uuid.ts';

/** Three times in a row somebody else was first; the client reads again and decides anew. */
export class ConflictError extends EventStoreError {
  readonly code = 'conflict';
  constructor(streamId: string, cause: WrongExpectedVersion) {
    super(`${streamId}: changed three times while the command was being decided; ${cause.message}`, {
      retryable: false,
      outcome: 'not_applied',
      cause,
    });
  }
}

/** What a procedure says of a command to an instance, told anew at each attempt from the stream as it was loaded. */
export interface Verdict<C> {
  /** Why the procedure does not let it be given; null when it does. */
  readonly refusal: Rejection | null;
  /** The refusal is about who gives it, not about when or how: nothing else is then looked at. */
  readonly isAboutWho: boolean;
  /** Hash of the definition version that governs the instance; stamped on what is recorded. */
  readonly policy: string;
  /** The command with what only the procedure knows filled in. */
  readonly command: C;
}

export interface CommandHandling<S, C, E extends DomainEvent, R extends Rejection> {
  readonly store: EventStore;
  readonly decider: Decider<S, C, E, R>;
  readonly stream: string;
  readonly command: C;
  /** Everything but `schema`, by event type (the audience depends on it). Must hold `commandId` and `requestHash`. */
  readonly metadata: (eventType: E['type']) => EventMetadata;
  readonly commandId: string;
  readonly requestHash: string;
  /** The only source of randomness: salts. */
  readonly random: (bytes: number) => Uint8Array;
  readonly upcasters: Upcasters;
  /** Absent where no procedure governs. */
  readonly procedure?: (events: readonly RecordedEvent[], state: S, command: C) => Verdict<C>;
  /** Asked right before each append: why it may not be made after all, or what is to be stored of the asking. */
  readonly beforeAppend?: () => Promise<{ readonly refusal: Rejection } | { readonly metadata: EventMetadata }>;
  /** Revision the caller has seen; null when he does not care. */
  readonly ifMatch: Revision | null;
  /** How the caller counts revisions, when it does not count every event; null when it knows of none. */
  readonly revisionSeenIn?: (events: readonly RecordedEvent[]) => Revision | null;
  readonly dryRun: boolean;
}

export type CommandResult<E, R> =
  /** Recorded now, or found recorded by an earlier attempt of the same command; events are read back from the store. */
  | {
      readonly kind: 'recorded' | 'replayed';
      readonly events: readonly RecordedEvent[];
      readonly revision: Revision;
      readonly position: GlobalPosition | null;
    }
  | { readonly kind: 'nothing'; readonly revision: Revision | null }
  | { readonly kind: 'wouldRecord'; readonly events: readonly E[] }
  | { readonly kind: 'rejected'; readonly rejection: R | Rejection }
  | { readonly kind: 'keyReused' }
  /** The stream has gone on since; `events` are all of it. */
  | { readonly kind: 'stale'; readonly expected: Revision; readonly actual: Revision | null; readonly events: readonly RecordedEvent[] };

/** Data as the domain knows it: in its current shape and without what only the ledger needs. */
export const domainData = ({ type, data, metadata }: RecordedEvent, upcasters: Upcasters): object => {
  const current = upcast(upcasters, type, Number(metadata['schema'] ?? '1'), data);
  if (typeof current !== 'object' || current === null) return {};
  return withoutLedgerMarks(current);
};

/** State that follows from a loaded stream. */
export const fold = <S, C, E extends DomainEvent, R extends Rejection>(
  decider: Decider<S, C, E, R>,
  events: readonly RecordedEvent[],
  upcasters: Upcasters,
): S =>
  events
    .filter(({ type }) => decider.readsProcedure === true || !isOfProcedure(type))
    .reduce((state, event) => decider.evolve(state, { type: event.type, data: domainData(event, upcasters) } as E), decider.initialState);

const saltOf = (data: Json | undefined): unknown =>
  typeof data === 'object' && data !== null && '$salt' in data ? data['$salt'] : undefined;

const earlierAnswer = <E, R>(loaded: LoadedStream, commandId: string, requestHash: string): CommandResult<E, R> | null => {
  const events = loaded.events.filter(({ metadata }) => metadata['commandId'] === commandId);
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.metadata['requestHash'] !== requestHash) return { kind: 'keyReused' };
  return { kind: 'replayed', events, revision: last.revision, position: last.position };
};

const toNewEvents = <S, C, E extends DomainEvent, R extends Rejection>(
  handling: CommandHandling<S, C, E, R>,
  events: readonly E[],
  policy: EventMetadata,
): readonly NewEvent[] =>
  events.map((event, index) => ({
    id: derivedId(handling.commandId, 'event', index),
    type: event.type,
    data: { ...event.data, $salt: Buffer.from(handling.random(16)).toString('hex') },
    metadata: { ...handling.metadata(event.type), ...policy, schema: String(currentSchema(handling.upcasters, event.type)) },
  }));

/** Whether the stored events are those that were sent now: an earlier attempt of the same command drew other salts. */
const areOurs = (sent: readonly NewEvent[], stored: readonly RecordedEvent[]): boolean =>
  sent.every(({ data }, index) => saltOf(data) === saltOf(stored[index]?.data));

const record = async <S, C, E extends DomainEvent, R extends Rejection>(
  handling: CommandHandling<S, C, E, R>,
  expected: Revision | 'no_stream',
  events: readonly E[],
  policy: EventMetadata,
): Promise<CommandResult<E, R>> => {
  const { store, stream } = handling;
  const sent = toNewEvents(handling, events, policy);
  const { nextExpectedRevision, position } = await appendWithRetry(store, stream, expected, sent);
  // Ids decide, bytes do not: the answer is built from what is stored, which may be an earlier attempt's bytes.
  const first = nextExpectedRevision - BigInt(events.length) + 1n;
  const stored = await Array.fromAsync(store.readStream(stream, { from: first, maxCount: events.length }));
  if (stored[0]?.metadata['requestHash'] !== handling.requestHash) return { kind: 'keyReused' };
  return { kind: areOurs(sent, stored) ? 'recorded' : 'replayed', events: stored, revision: nextExpectedRevision, position };
};

/** Asks once more whether it may be appended, and appends. */
const recordIfStillGranted: typeof record = async (handling, expected, events, policy) => {
  const asked = (await handling.beforeAppend?.()) ?? { metadata: {} };
  if ('refusal' in asked) return { kind: 'rejected', rejection: asked.refusal };
  return record(handling, expected, events, { ...policy, ...asked.metadata });
};

/**
 * What procedure and domain say: first who may, then the domain, whose refusal says more, then the rest of the procedure.
 * What had already been done is nothing new, whatever the procedure says of it now.
 */
const judge = <S, C, E extends DomainEvent, R extends Rejection>(
  { decider, procedure, command, upcasters }: CommandHandling<S, C, E, R>,
  { events }: LoadedStream,
): { readonly decision: Decision<E, R | Rejection>; readonly policy: EventMetadata } => {
  const state = fold(decider, events, upcasters);
  const verdict = procedure?.(events, state, command);
  if (verdict === undefined) return { decision: decider.decide(command, state), policy: {} };
  const { refusal, isAboutWho } = verdict;
  const policy = { policy: verdict.policy };
  if (refusal !== null && isAboutWho) return { decision: reject(refusal), policy };
  const decision = decider.decide(verdict.command, state);
  const records = decision.accepted && decision.events.length > 0;
  return { decision: refusal !== null && records ? reject(refusal) : decision, policy };
};

const attempt = async <S, C, E extends DomainEvent, R extends Rejection>(
  handling: CommandHandling<S, C, E, R>,
): Promise<CommandResult<E, R>> => {
  const { store, stream, commandId, requestHash, ifMatch } = handling;
  const loaded = await loadStream(store, stream);
  const earlier = earlierAnswer<E, R>(loaded, commandId, requestHash);
  if (earlier !== null) return earlier;
  const { revision: last, events } = loaded;
  const actual = handling.revisionSeenIn === undefined ? last : handling.revisionSeenIn(events);
  if (ifMatch !== null && ifMatch !== actual) return { kind: 'stale', expected: ifMatch, actual, events };
  const { decision, policy } = judge(handling, loaded);
  if (!decision.accepted) return { kind: 'rejected', rejection: decision.rejection };
  if (handling.dryRun) return { kind: 'wouldRecord', events: decision.events };
  if (decision.events.length === 0) return { kind: 'nothing', revision: loaded.revision };
  return recordIfStillGranted(handling, loaded.revision ?? 'no_stream', decision.events, policy);
};

/**
 * Loads, looks for an earlier answer, decides and appends; when somebody else was first, up to three times.
 *
 * @returns what was recorded (read back), refused, or would be recorded; never a guess
 * @throws ConflictError after the third loss; Unavailable and the other store failures
 */
export const handleCommand = async <S, C, E extends DomainEvent, R extends Rejection>(
  handling: CommandHandling<S, C, E, R>,
): Promise<CommandResult<E, R>> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(handling);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion)) throw error;
      if (tries === 3) throw new ConflictError(handling.stream, error);
    }
  }
};
