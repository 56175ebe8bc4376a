import type { AnyDomainEvent, ProcessOutcomeEvent } from '../../../domain/src/index.ts';
import type { Output, Process, ProcessEnvelope, ProcessEvent, Step } from '../runner/process.port.ts';

type EventOf<T extends AnyDomainEvent['type']> = Extract<AnyDomainEvent, { readonly type: T }> & ProcessEnvelope;

/** What one type of event leads to: which instances it concerns, and what follows in each. */
interface Reaction<S extends object, T extends AnyDomainEvent['type']> {
  readonly of: (event: EventOf<T>) => readonly string[];
  readonly then: (state: S, event: EventOf<T>, instance: string) => Step<S>;
}

export type Reactions<S extends object> = { readonly [T in AnyDomainEvent['type']]?: Reaction<S, T> };

interface AnyReaction<S extends object> {
  readonly of: (event: ProcessEvent) => readonly string[];
  readonly then: (state: S, event: ProcessEvent, instance: string) => Step<S>;
}

const isOutcome = (event: ProcessEvent): event is ProcessEvent<ProcessOutcomeEvent> =>
  event.type === 'ProcessCommandRefused' || event.type === 'ProcessCommandFoundDone';

/**
 * A process as a table: for each type of event what follows.
 *
 * @param afterOutcome  what follows when a command of its own was refused or found done; nothing unless told
 */
export const reactingProcess = <S extends object>({
  reactions,
  afterOutcome = (state) => ({ state, outputs: [] }),
  ...process
}: {
  readonly name: string;
  readonly version: number;
  readonly initialState: S;
  readonly reactions: Reactions<S>;
  readonly afterOutcome?: (state: S, event: ProcessEvent<ProcessOutcomeEvent>, instance: string) => Step<S>;
}): Process<S> => {
  // The table pairs each type with its data; here only the type is known.
  const reactionTo = ({ type }: ProcessEvent): AnyReaction<S> | undefined =>
    Object.hasOwn(reactions, type) ? (reactions[type] as AnyReaction<S> | undefined) : undefined;
  return {
    ...process,
    instancesOf: (event) => reactionTo(event)?.of(event) ?? [],
    handle: (state, event, instance) => {
      if (isOutcome(event)) return afterOutcome(state, event, instance);
      return reactionTo(event)?.then(state, event, instance) ?? { state, outputs: [] };
    },
  };
};

/** A command that follows at once. */
export const give = (name: string, input: object): Output => ({ kind: 'give', order: { name, input } });

/** The state, and commands that follow at once. */
export const then = <S extends object>(state: S, ...outputs: readonly Output[]): Step<S> => ({ state, outputs });
