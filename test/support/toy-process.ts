import { startClock, type Clock } from '../../libs/application/src/index.ts';
import { processOutcomeDecider, type DomainEvent, type Instant } from '../../libs/domain/src/index.ts';
import { accept, reject, type Decider, type Rejection } from '../../libs/domain/src/kernel/index.ts';
import { handleCommand, loadStream, uuidV5, type EventStore, type RecordedEvent } from '../../libs/event-store/src/index.ts';
import type { CommandPort, KeyedOrder, Outcome, Output, Process, ProcessEvent, Step } from '../../libs/process-managers/src/index.ts';

/** Balls are thrown and alarms are set on `toy-…` by people; a process has them caught and rung on `glove-…`. */
export type ToyFact =
  | { readonly type: 'BallThrown'; readonly data: { readonly n: number } }
  | { readonly type: 'AlarmSet'; readonly data: { readonly name: string; readonly at: Instant } }
  | { readonly type: 'AlarmDropped'; readonly data: { readonly name: string } }
  /** Nobody can handle it. */
  | { readonly type: 'ToyBroke'; readonly data: object }
  /** Throws a ball for every ball that is caught. */
  | { readonly type: 'EchoBegan'; readonly data: object }
  | { readonly type: 'ProcessCommandRefused'; readonly data: object }
  | { readonly type: 'ProcessCommandFoundDone'; readonly data: object };

export type GloveEvent =
  | { readonly type: 'BallCaught'; readonly data: { readonly n: number } }
  | { readonly type: 'BallDropped'; readonly data: { readonly n: number } }
  | { readonly type: 'GloveCooled'; readonly data: object }
  | { readonly type: 'AlarmRang'; readonly data: { readonly name: string; readonly due: Instant } };

interface GloveState {
  readonly caught: readonly number[];
  readonly isCool: boolean;
}

type GloveCommand =
  | { readonly type: 'CatchBall'; readonly data: { readonly n: number } }
  | { readonly type: 'RingAlarm'; readonly data: { readonly name: string; readonly due: Instant } };

/** Catches a ball once; those that five divides only when cool. */
const gloveDecider: Decider<GloveState, GloveCommand, GloveEvent, Rejection> = {
  category: 'glove',
  initialState: { caught: [], isCool: false },
  evolve: (state, event) => {
    switch (event.type) {
      case 'BallCaught':
        return { ...state, caught: [...state.caught, event.data.n] };
      case 'BallDropped':
        return { ...state, caught: state.caught.filter((n) => n !== event.data.n) };
      case 'GloveCooled':
        return { ...state, isCool: true };
      case 'AlarmRang':
        return state;
    }
  },
  decide: (command, state) => {
    if (command.type === 'RingAlarm') return accept({ type: 'AlarmRang', data: command.data });
    const { n } = command.data;
    if (n % 5 === 0 && !state.isCool) return reject({ code: 'glove.too_hot' });
    return state.caught.includes(n) ? accept() : accept({ type: 'BallCaught', data: { n } });
  },
};

interface CatcherState {
  readonly refused: number;
  readonly echoes: boolean;
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));
const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

const giveCatch = (id: string, n: number): readonly Output[] => [{ kind: 'give', order: { name: 'CatchBall', input: { id, n } } }];

const alarmOutputs = (id: string, event: ProcessEvent<ToyFact | GloveEvent>): readonly Output[] => {
  if (event.type === 'AlarmDropped') return [{ kind: 'cancelTimer', timer: event.data.name }];
  if (event.type !== 'AlarmSet') return [];
  const { name, at } = event.data;
  return [{ kind: 'setTimer', timer: name, due: at, order: { name: 'RingAlarm', input: { id, name, due: at } } }];
};

const handle = (state: CatcherState, event: ProcessEvent<ToyFact | GloveEvent>): Step<CatcherState> => {
  const id = idOf(event.stream);
  if (event.type === 'ToyBroke') throw new Error('the toy broke');
  if (event.type === 'EchoBegan') return { state: { ...state, echoes: true }, outputs: [] };
  if (event.type === 'ProcessCommandRefused') return { state: { ...state, refused: state.refused + 1 }, outputs: [] };
  if (event.type === 'BallThrown') return { state, outputs: giveCatch(id, event.data.n) };
  if (event.type === 'BallCaught') return { state, outputs: state.echoes ? giveCatch(id, event.data.n + 1) : [] };
  return { state, outputs: alarmOutputs(id, event) };
};

export const catcher: Process<CatcherState, ToyFact | GloveEvent> = {
  name: 'catcher',
  version: 1,
  initialState: { refused: 0, echoes: false },
  instancesOf: ({ stream }) => (['toy', 'glove'].includes(categoryOf(stream)) ? [idOf(stream)] : []),
  handle,
};

const toOutcome = (result: { readonly kind: string; readonly rejection?: Rejection }): Outcome => {
  if (result.kind === 'rejected') return { kind: 'refused', code: result.rejection?.code ?? '' };
  return result.kind === 'nothing' ? { kind: 'nothing' } : { kind: 'done' };
};

/** Gives the toys' commands on a store. */
export const toyPort = (store: EventStore, clock: Clock): CommandPort => {
  let salt = 0;
  const common = (commandId: string, requestHash: string, { correlationId, triggerId }: KeyedOrder) =>
    ({
      store,
      commandId,
      requestHash,
      metadata: () => ({
        $correlationId: correlationId,
        $causationId: triggerId,
        commandId,
        requestHash,
        role: 'process',
        occurredAt: clock.now(),
      }),
      random: (bytes: number) => new Uint8Array(bytes).fill((salt += 1) % 251),
      upcasters: {},
      ifMatch: null,
      dryRun: false,
    }) as const;
  const commandIdOf: CommandPort['commandIdOf'] = (process, effectId) => uuidV5(`${process}\n${effectId}`);
  return {
    commandIdOf,
    give: async (order) => {
      const { id, ...data } = order.input as { readonly id: string; readonly n: number };
      const handling = common(commandIdOf(order.process, order.effectId), JSON.stringify(order.input), order);
      const command = { type: order.name, data } as GloveCommand;
      return toOutcome(await handleCommand({ ...handling, decider: gloveDecider, stream: `glove-${id}`, command }));
    },
    recordOutcome: async (order, outcome) => {
      const code = outcome.kind === 'refused' ? outcome.code : null;
      const { effectId, process, instance, name, triggerId } = order;
      const data = { effectId, process, instance, command: name, triggerId, triedAt: clock.now(), code };
      const handling = common(uuidV5(`outcome\n${effectId}`), JSON.stringify(code), order);
      const stream = `process-${effectId}`;
      await handleCommand({ ...handling, decider: processOutcomeDecider, stream, command: { type: 'RecordProcessOutcome', data } });
    },
  };
};

let facts = 0;

/** What a person does on a stream. */
export const record = async (store: EventStore, clock: Clock, stream: string, fact: DomainEvent): Promise<void> => {
  const { revision } = await loadStream(store, stream);
  const id = uuidV5(`fact ${(facts += 1)}`);
  const metadata = { $correlationId: `because of ${stream}`, commandId: id, occurredAt: clock.now() };
  await store.append(stream, revision ?? 'no_stream', [{ id, type: fact.type, data: fact.data as never, metadata }]);
};

/** A virtual clock that stands still until it is put forward. */
export const standingClock = (at: string): Clock => startClock({ mode: 'virtual', start: at as Instant, rate: 1 }, null, () => 0);

/** What processes had recorded, without ids and salts. */
export const effectsIn = async (store: EventStore): Promise<readonly string[]> => {
  const events: RecordedEvent[] = await Array.fromAsync(store.readAll());
  return events
    .filter(({ metadata }) => metadata['role'] === 'process')
    .map(({ streamId, type, data, metadata }) => {
      const { n, name, command, code, due } = data as Readonly<Record<string, string | number | undefined>>;
      const what = [n, name, command, code, due].filter((part) => part !== undefined).join(' ');
      const where = type.startsWith('Process') ? 'process' : streamId;
      return `${where} ${type} ${what} at ${metadata['occurredAt'] ?? ''}`;
    });
};
