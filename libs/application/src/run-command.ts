import type { AnyDomainEvent, Decider, DomainEvent, Rejection } from '../../domain/src/index.ts';
import {
  domainData,
  fold,
  handleCommand,
  loadStream,
  uuidV5,
  type CommandResult,
  type EventMetadata,
  type RecordedEvent,
  type Revision,
} from '../../event-store/src/index.ts';
import { audienceOf } from './audience.ts';
import { hashOf } from './canonical.ts';
import type { CommandAnswer, CommandContext, CommandOutcome, Environment, UseCase } from './contract.ts';
import { stillGranted } from './grants/still-granted.ts';
import { authoriseCommand, coveredByToken } from './procedure/authorise-command.ts';
import { judgeBy, judgeReach, type Given, type Instance } from './procedure/instance.ts';
import { hasOwners, ownersOf } from './procedure/owners.ts';
import { generalPolicy, proceduresOf } from './procedure/procedures.ts';
import { changesSince, isKeptFrom, revisionFor, type Seen } from './told-revision.ts';
import { upcasters } from './upcasters.ts';

/** The id of a command: one subject's key names one command for ever (DESIGN §5). */
export const commandIdOf = ({ caller, idempotencyKey }: CommandContext): string => uuidV5(`${caller.accreditationId}\n${idempotencyKey}`);

export const refused = <R extends Rejection>(rejection: R): CommandOutcome => ({ kind: 'refused', rejection });

/** A command with its name checked against the procedure before anything else is looked at. */
export const useCase = <Input>(name: string, run: UseCase<Input>['run']): UseCase<Input> => ({
  name,
  run: async (env, input, context) => {
    const forbidden = coveredByToken(context.caller, name) ?? (await authoriseCommand(env, context.caller, name));
    return forbidden === null ? run(env, input, context) : refused(forbidden);
  },
});

/** What is decided on which stream. */
export interface Work<S, C extends Given, E extends DomainEvent, R extends Rejection> {
  readonly decider: Decider<S, C, E, R>;
  readonly id: string;
  readonly command: C;
  /** What the client sent: the same key with another input is refused. */
  readonly input: unknown;
  /** Set when one request needs several appends: the id of this one. */
  readonly commandId?: string;
  /** Fills in what only the procedure of the instance knows: its stage, its version. */
  readonly fill?: (command: C, instance: Instance) => C;
}

const toAnswer = (
  object: string,
  id: string,
  events: readonly RecordedEvent[],
  revision: bigint | null,
  position: bigint | null,
): CommandAnswer => ({
  object,
  id,
  revision: String(revision ?? 0n),
  position: position === null ? null : String(position),
  events: events.map((event) => ({ type: event.type, data: domainData(event, upcasters) })),
});

/** The stream of some work as its caller looks at it. */
const seenBy = <S, C extends Given, E extends DomainEvent, R extends Rejection>(
  { caller }: CommandContext,
  { decider }: Work<S, C, E, R>,
  events: readonly RecordedEvent[],
): Seen => {
  const { category } = decider;
  // Whoever is not kept from anything need not be looked up.
  const isAddressee =
    !isKeptFrom(caller, category) ||
    decider.readsProcedure === true ||
    !hasOwners(category) ||
    ownersOf(category, fold(decider, events, upcasters)).some((owner) => owner === caller.member);
  return { caller, category, events, isAddressee };
};

const stale = (seen: Seen, expected: Revision, actual: Revision | null): CommandOutcome => {
  const rejection = {
    code: 'revision.stale',
    expected: String(expected),
    actual: String(actual ?? 'none'),
    changes: changesSince(seen, expected),
  };
  return refused(rejection);
};

/** The answer with the revision as its caller counts it. */
const countedFor = async <S, C extends Given, E extends DomainEvent, R extends Rejection>(
  env: Environment,
  context: CommandContext,
  work: Work<S, C, E, R>,
  outcome: CommandOutcome,
): Promise<CommandOutcome> => {
  const { category } = work.decider;
  if (outcome.kind !== 'done' || !isKeptFrom(context.caller, category)) return outcome;
  const { events } = await loadStream(env.store, `${category}-${work.id}`);
  const upTo = events.filter(({ revision }) => revision <= BigInt(outcome.answer.revision));
  const revision = String(revisionFor(seenBy(context, work, upTo)) ?? 0n);
  return { ...outcome, answer: { ...outcome.answer, revision } };
};

const toOutcome = <S, C extends Given, E extends DomainEvent, R extends Rejection>(
  context: CommandContext,
  work: Work<S, C, E, R>,
  result: CommandResult<E, Rejection>,
): CommandOutcome => {
  const { id } = work;
  const object = work.decider.category;
  switch (result.kind) {
    case 'recorded':
    case 'replayed':
      return {
        kind: 'done',
        replayed: result.kind === 'replayed',
        answer: toAnswer(object, id, result.events, result.revision, result.position),
      };
    case 'nothing':
      return { kind: 'done', replayed: false, answer: toAnswer(object, id, [], result.revision, null) };
    case 'wouldRecord':
      return { kind: 'wouldRecord', events: result.events };
    case 'rejected':
      return refused(result.rejection);
    case 'keyReused':
      return refused({ code: 'idempotency.key_reused' });
    case 'stale':
      return stale(seenBy(context, work, result.events), result.expected, result.actual);
  }
};

/** The flat metadata of an event (DESIGN §5), all but its schema. */
const metadataFor = (env: Environment, { caller, correlationId, causationId }: CommandContext, commandId: string, requestHash: string) => {
  const occurredAt = env.clock.now();
  return (type: string): EventMetadata => ({
    $correlationId: correlationId,
    $causationId: causationId ?? commandId,
    commandId,
    requestHash,
    actor: caller.accreditationId,
    role: caller.role,
    actingFor: caller.member ?? '',
    grant: caller.grant,
    policy: generalPolicy,
    audience: audienceOf(type as AnyDomainEvent['type']),
    occurredAt,
  });
};

/** Decides one command on one stream and records what follows, with an answer built from what is stored. */
export const runCommand = async <S, C extends Given, E extends DomainEvent, R extends Rejection>(
  env: Environment,
  context: CommandContext,
  work: Work<S, C, E, R>,
): Promise<CommandOutcome> => {
  const commandId = work.commandId ?? commandIdOf(context);
  const requestHash = hashOf({ command: work.command.type, input: work.input });
  const { decider, id, command } = work;
  const procedures = await proceduresOf(env.store, decider.category);
  // The procedure's own decider knows no Member: what it does is nobody's in particular.
  const owners = (state: S) => (decider.readsProcedure === true ? [] : ownersOf(decider.category, state));
  const result = await handleCommand<S, C, E, R>({
    store: env.store,
    decider,
    stream: `${decider.category}-${id}`,
    command,
    commandId,
    requestHash,
    metadata: metadataFor(env, context, commandId, requestHash),
    random: env.random,
    upcasters,
    procedure:
      procedures === null
        ? judgeReach<S, C>(decider.category, context.caller)
        : judgeBy<S, C>(procedures, decider.category, context.caller, owners, work.fill),
    beforeAppend: () => stillGranted(env, context.caller),
    ifMatch: context.ifMatch,
    revisionSeenIn: (events) => revisionFor(seenBy(context, work, events)),
    dryRun: context.dryRun,
  });
  return countedFor(env, context, work, toOutcome(context, work, result));
};

/** The stored answer to a command whose events are in this stream already; null when it is not among them. */
export const replayOf = (
  context: CommandContext,
  stored: {
    readonly object: string;
    readonly id: string;
    readonly events: readonly RecordedEvent[];
    readonly command: string;
    readonly input: unknown;
  },
): CommandOutcome | null => {
  const commandId = commandIdOf(context);
  const events = stored.events.filter(({ metadata }) => metadata['commandId'] === commandId);
  const last = events.at(-1);
  if (last === undefined) return null;
  const same = last.metadata['requestHash'] === hashOf({ command: stored.command, input: stored.input });
  return same
    ? { kind: 'done', replayed: true, answer: toAnswer(stored.object, stored.id, events, last.revision, last.position) }
    : refused({ code: 'idempotency.key_reused' });
};

/** State of another object, read from its own stream right before a decision that depends on it. */
export const stateOf = async <S, C, E extends DomainEvent, R extends Rejection>(
  env: Environment,
  decider: Decider<S, C, E, R>,
  id: string,
): Promise<S> => fold(decider, (await loadStream(env.store, `${decider.category}-${id}`)).events, upcasters);
