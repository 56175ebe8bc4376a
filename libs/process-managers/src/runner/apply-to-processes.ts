import type { AnyDomainEvent, Instant, ProcessOutcomeEvent } from '../../../domain/src/index.ts';
import { domainData, uuidV5, type RecordedEvent, type Upcasters } from '../../../event-store/src/index.ts';
import type { ReadModelTransaction } from '../../../projections/src/index.ts';
import type { AnyProcess, CommandPort, Order, Output, ProcessEvent, Step } from './process.port.ts';

/** Commands that follow from commands that follow from commands: so far and no further. */
export const maxDepth = 32;

/** Due at once: before every instant. */
const atOnce = '';

/** What applying an event needs besides the tables. */
export interface Applying {
  readonly processes: readonly AnyProcess[];
  readonly upcasters: Upcasters;
  readonly commandIdOf: CommandPort['commandIdOf'];
  /** Told when something has to be looked at by a person. */
  readonly alert: (problem: string) => void;
}

interface Trigger {
  readonly event: ProcessEvent;
  readonly position: string;
  readonly correlationId: string;
  /** 0 for what a person did, else one more than what caused it. */
  readonly depth: number;
}

const isOutcome = (event: ProcessEvent): event is ProcessEvent<ProcessOutcomeEvent> =>
  event.type === 'ProcessCommandRefused' || event.type === 'ProcessCommandFoundDone';

const outcomeStates = { ProcessCommandRefused: 'refused', ProcessCommandFoundDone: 'nothing' } as const;

/** What is in the log needs not be given again. */
const settle = (tx: ReadModelTransaction, event: ProcessEvent, commandId: string): void => {
  const open = "state IN ('waiting', 'parked')";
  tx.run(`UPDATE effect SET state = 'given', problem = NULL WHERE command_id = ? AND ${open}`, commandId);
  if (!isOutcome(event)) return;
  const { effectId } = event.data;
  tx.run(`UPDATE effect SET state = ?, problem = NULL WHERE effect_id = ? AND ${open}`, outcomeStates[event.type], effectId);
};

const depthOf = (tx: ReadModelTransaction, event: ProcessEvent, commandId: string): number => {
  const [column, id] = isOutcome(event) ? ['effect_id', event.data.effectId] : ['command_id', commandId];
  return tx.get<{ depth: number }>(`SELECT depth FROM effect WHERE ${column} = ?`, id)?.depth ?? 0;
};

const insert = (
  tx: ReadModelTransaction,
  applying: Applying,
  key: { readonly process: string; readonly instance: string; readonly effectId: string },
  what: { readonly order: Order; readonly due: string; readonly timer: string | null; readonly epoch: number | null },
  { event, correlationId, depth: causeDepth }: Trigger,
): void => {
  // A timer that lets time pass begins a new chain; one that is due at once goes on with the old one.
  const depth = what.due > event.occurredAt ? 1 : causeDepth + 1;
  const tooDeep = depth > maxDepth;
  const problem = tooDeep ? `${key.process} ${key.instance}: ${what.order.name} is ${depth} commands away from what a person did` : null;
  if (problem !== null) applying.alert(problem);
  tx.run(
    `INSERT INTO effect (effect_id, command_id, process, instance, timer, epoch, due, name, input, trigger_id, correlation_id, depth, state, problem)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key.effectId,
    applying.commandIdOf(key.process, key.effectId),
    key.process,
    key.instance,
    what.timer,
    what.epoch,
    what.due,
    what.order.name,
    JSON.stringify(what.order.input),
    event.id,
    correlationId,
    depth,
    tooDeep ? 'parked' : 'waiting',
    problem,
  );
};

const cancelTimer = (tx: ReadModelTransaction, process: string, instance: string, timer: string): void => {
  tx.run(
    "UPDATE effect SET state = 'cancelled' WHERE process = ? AND instance = ? AND timer = ? AND state IN ('waiting', 'parked')",
    process,
    instance,
    timer,
  );
};

const nextEpoch = (tx: ReadModelTransaction, process: string, instance: string, timer: string): number =>
  (tx.get<{ last: number | null }>(
    'SELECT max(epoch) AS last FROM effect WHERE process = ? AND instance = ? AND timer = ?',
    process,
    instance,
    timer,
  )?.last ?? 0) + 1;

const carryOut = (
  tx: ReadModelTransaction,
  applying: Applying,
  at: { readonly process: string; readonly instance: string },
  output: Output,
  { trigger, ordinal }: { readonly trigger: Trigger; readonly ordinal: number },
): void => {
  const { process, instance } = at;
  if (output.kind === 'give') {
    const effectId = uuidV5(`${process}\n${instance}\n${trigger.event.id}\n${ordinal}`);
    insert(tx, applying, { ...at, effectId }, { order: output.order, due: atOnce, timer: null, epoch: null }, trigger);
    return;
  }
  cancelTimer(tx, process, instance, output.timer);
  if (output.kind === 'cancelTimer') return;
  const epoch = nextEpoch(tx, process, instance, output.timer);
  const effectId = uuidV5(`${process}\n${instance}\n${output.timer}\n${epoch}`);
  insert(tx, applying, { ...at, effectId }, { order: output.order, due: output.due, timer: output.timer, epoch }, trigger);
};

const park = (tx: ReadModelTransaction, process: string, instance: string, { position, event }: Trigger, problem: string): void => {
  tx.run('INSERT INTO parked VALUES (?, ?, ?, ?, ?)', process, instance, position, event.id, problem);
};

const stateOf = (tx: ReadModelTransaction, process: AnyProcess, instance: string): object => {
  const row = tx.get<{ state: string }>('SELECT state FROM instance WHERE process = ? AND instance = ?', process.name, instance);
  return row === undefined ? process.initialState : (JSON.parse(row.state) as object);
};

/** Handles an event in one instance; one that fails is parked, and with it all later ones of that instance. */
const handleIn = (tx: ReadModelTransaction, applying: Applying, process: AnyProcess, instance: string, trigger: Trigger): void => {
  const { name } = process;
  const isParked = tx.get('SELECT 1 FROM parked WHERE process = ? AND instance = ?', name, instance) !== undefined;
  if (isParked) {
    park(tx, name, instance, trigger, 'an earlier event is parked');
    return;
  }
  let step: Step<object>;
  try {
    step = process.handle(stateOf(tx, process, instance), trigger.event as never, instance);
  } catch (error) {
    const problem = `${name} ${instance}: ${error instanceof Error ? error.message : String(error)}`;
    park(tx, name, instance, trigger, problem);
    applying.alert(problem);
    return;
  }
  tx.run('INSERT OR REPLACE INTO instance VALUES (?, ?, ?)', name, instance, JSON.stringify(step.state));
  step.outputs.forEach((output, ordinal) => {
    carryOut(tx, applying, { process: name, instance }, output, { trigger, ordinal });
  });
};

const instancesFor = (process: AnyProcess, event: ProcessEvent): readonly string[] => {
  // A process sees the events that it says are its own; the log pairs each type with its data.
  if (!isOutcome(event)) return process.instancesOf(event as never);
  return event.data.process === process.name ? [event.data.instance] : [];
};

const toProcessEvent = (event: RecordedEvent, upcasters: Upcasters): ProcessEvent => {
  const { id, streamId, revision, metadata } = event;
  const fact = { type: event.type, data: domainData(event, upcasters) } as AnyDomainEvent;
  const occurredAt = (metadata['occurredAt'] ?? '') as Instant;
  return { ...fact, id, stream: streamId, revision: Number(revision), occurredAt, policy: metadata['policy'] ?? '' };
};

/** Applies one event of the log: settles the order it came from, then lets every process that it concerns handle it. */
export const applyToProcesses = (tx: ReadModelTransaction, applying: Applying, recorded: RecordedEvent): void => {
  const event = toProcessEvent(recorded, applying.upcasters);
  const commandId = recorded.metadata['commandId'] ?? '';
  settle(tx, event, commandId);
  const trigger: Trigger = {
    event,
    position: String(recorded.position),
    correlationId: recorded.metadata['$correlationId'] ?? '',
    depth: depthOf(tx, event, commandId),
  };
  for (const process of applying.processes) {
    for (const instance of instancesFor(process, event)) handleIn(tx, applying, process, instance, trigger);
  }
};
