import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { blamesProjection } from './failures.ts';
import type { ProjectedEvent } from './projected-event.ts';

type Handle = (tx: ReadModelTransaction, event: ProjectedEvent) => void;

/** A projection at work in one file. */
export interface Working {
  readonly projection: Projection;
  /** Keys whose events are put aside. */
  readonly parked: Set<string>;
  /** Set when it meets an event that it cannot take and may not put aside. */
  isStopped: boolean;
}

/** What one projection does with events of one type. */
export interface Step {
  readonly working: Working;
  readonly every: Handle | null;
  readonly handler: Handle | null;
}

/** The steps that events of one type ask for. */
export interface StepsOfType {
  readonly inLedger: readonly Step[];
  readonly outside: readonly Step[];
  /** Whether any projection has a handler for the type. */
  readonly isAsked: boolean;
}

const stepsOf = (working: readonly Working[], type: string): StepsOfType => {
  const all = working.map((one): Step => {
    const { handlers, every } = one.projection;
    // The log pairs each type with its data; the handler's parameter type says which.
    const handler = Object.hasOwn(handlers, type) ? (Reflect.get(handlers, type) as Handle) : null;
    return { working: one, handler, every: (every as Handle | undefined) ?? null };
  });
  return {
    inLedger: all.filter(({ every, handler }) => every !== null || handler !== null),
    outside: all.filter(({ handler }) => handler !== null).map((step) => ({ ...step, every: null })),
    isAsked: all.some(({ handler }) => handler !== null),
  };
};

/** Who has something to do for an event, looked up once per type. */
export const stepsFor = (working: readonly Working[]): ((type: string) => StepsOfType) => {
  const known = new Map<string, StepsOfType>();
  return (type) => {
    const found = known.get(type) ?? stepsOf(working, type);
    known.set(type, found);
    return found;
  };
};

/** Key whose events are taken in order or not at all: the stream, unless the projection says otherwise and can. */
export const sequenceKeyOf = ({ sequenceKey }: Projection, event: ProjectedEvent): string => {
  if (sequenceKey === undefined) return event.stream;
  try {
    return sequenceKey(event);
  } catch (error) {
    if (blamesProjection(error)) return event.stream;
    throw error;
  }
};

/** Gives one event to one projection. */
export const take = ({ every, handler }: Step, db: ReadModelTransaction, event: ProjectedEvent): void => {
  every?.(db, event);
  handler?.(db, event);
};
