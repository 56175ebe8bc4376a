/** A stored fact: past-tense type and plain JSON data. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Why a command was refused: a stable code and the facts the reader needs. Never an exception. */
export interface Rejection {
  readonly code: string;
}

export type Decision<E, R extends Rejection> =
  { readonly accepted: true; readonly events: readonly E[] } | { readonly accepted: false; readonly rejection: R };

/** The command is allowed; no event means that it had already been done (a repeat is harmless). */
export const accept = <E>(...events: readonly E[]): { readonly accepted: true; readonly events: readonly E[] } => ({
  accepted: true,
  events,
});

/** The command is refused and nothing is recorded. */
export const reject = <R extends Rejection>(rejection: R): { readonly accepted: false; readonly rejection: R } => ({
  accepted: false,
  rejection,
});

/** One aggregate: how its state follows from its events, and what it answers to a command. Pure. */
export interface Decider<S, C, E, R extends Rejection> {
  readonly category: string;
  /** Set when it reads the procedure's own events, which stand in every governed stream; others never see them. */
  readonly readsProcedure?: true;
  readonly initialState: S;
  /** Believes the past: no checks, no clock. */
  readonly evolve: (state: S, event: E) => S;
  /** Never throws, awaits or reads a clock; times and ids come in with the command. */
  readonly decide: (command: C, state: S) => Decision<E, R>;
}

/** Events by which a procedure moves an instance; they belong to no aggregate. */
export const isOfProcedure = (type: string): boolean => ['StageEntered', 'InstanceMigrated', 'DeadlinePassed'].includes(type);

/** The same decision with every event written in another form; a refusal stays as it is. */
export const mapDecision = <A, B, R extends Rejection>(decision: Decision<A, R>, write: (event: A) => B): Decision<B, R> =>
  decision.accepted ? { accepted: true, events: decision.events.map(write) } : decision;
