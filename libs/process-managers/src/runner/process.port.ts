import type { CommandInput, CommandName } from '../../../application/src/index.ts';
import type { AnyDomainEvent, DomainEvent, Instant } from '../../../domain/src/index.ts';

/** What comes with every event besides its data. */
export interface ProcessEnvelope {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  /** Hash of the workflow definition that the event's instance ran on. */
  readonly policy: string;
}

export type ProcessEvent<E extends DomainEvent = AnyDomainEvent> = E & ProcessEnvelope;

/** A command that a process wants given; it records in one append, so that one event of it proves that it was given. */
export interface Order {
  readonly name: string;
  readonly input: object;
}

/** An order by the name of a command of the application, with the input that belongs to it. */
export const order = <N extends CommandName>(name: N, input: CommandInput<N> & object): Order => ({ name, input });

export type Output =
  | { readonly kind: 'give'; readonly order: Order }
  /** One timer of this name is pending per instance: setting it again puts the earlier one aside. */
  | { readonly kind: 'setTimer'; readonly timer: string; readonly due: Instant; readonly order: Order }
  | { readonly kind: 'cancelTimer'; readonly timer: string };

export interface Step<S extends object> {
  readonly state: S;
  readonly outputs: readonly Output[];
}

/** Nothing changes, nothing follows. */
export const stay = <S extends object>(state: S): Step<S> => ({ state, outputs: [] });

/**
 * A process manager: what follows from what happened, as commands and timers. Pure: no clock, no chance, no store.
 * A command of its own that was refused, or had nothing to do, comes back as a `ProcessCommand…` event of the same instance.
 */
export interface Process<S extends object = object, E extends DomainEvent = AnyDomainEvent> {
  /** Names its commands and timers for ever. */
  readonly name: string;
  /** Counts up whenever what it does changes; its state is then built anew from the log. */
  readonly version: number;
  readonly initialState: S;
  /** Which of its instances an event concerns, none for most. Events of one instance are handled in the order of the log. */
  instancesOf(event: ProcessEvent<E>): readonly string[];
  handle(state: S, event: ProcessEvent<E>, instance: string): Step<S>;
}

/** A process whatever its events and state: it gets from the runner what it asked for. */
export type AnyProcess = Process<object, never>;

/** An order on its way, with the key under which it is given once, whoever gives it how often. */
export interface KeyedOrder extends Order {
  /** UUIDv5 of process, instance, trigger and ordinal; of process, instance, timer and epoch for a timer. */
  readonly effectId: string;
  readonly process: string;
  readonly instance: string;
  /** Id of the event it follows from. */
  readonly triggerId: string;
  readonly correlationId: string;
}

/** What became of an order; `done`: its events are in the log. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'nothing' } | { readonly kind: 'refused'; readonly code: string };

/** How commands are given: by the application, in the role `process`. */
export interface CommandPort {
  /** What the events of an order carry as `commandId`. */
  readonly commandIdOf: (process: string, effectId: string) => string;
  /** @throws EventStoreError when the store is away; anything else is a fault of the program */
  readonly give: (order: KeyedOrder) => Promise<Outcome>;
  /** Puts on record that an order was refused or had nothing to do, so that it is never given again. */
  readonly recordOutcome: (order: KeyedOrder, outcome: Exclude<Outcome, { kind: 'done' }>) => Promise<void>;
}
