import type { Projection } from '../../libs/projections/src/index.ts';
import { openReadModelsOf, type ReadModelFile } from '../../libs/projections/src/index.ts';
import type { Decider, Rejection } from '../../libs/domain/src/kernel/index.ts';
import { noon } from './domain.ts';
import { frozen } from './given.ts';

/** A stream that a decider decides on and read models follow, event by event. */
export interface Followed<S, C> {
  readonly db: ReadModelFile;
  readonly state: () => S;
  /** Decides; what is accepted happens. */
  readonly give: (command: C) => void;
  readonly counts: Readonly<Record<string, number>>;
}

type AnyHandlers = Readonly<Record<string, ((tx: ReadModelFile, told: never) => void) | undefined>>;

/** Follows a new stream with some read models, on memory. */
export const followed = <S, C, E extends { readonly type: string; readonly data: object }, R extends Rejection>(
  { initialState, decide, evolve }: Decider<S, C, E, R>,
  projections: readonly Projection[],
  past: readonly E[] = [],
): Followed<S, C> => {
  const db = openReadModelsOf(':memory:', projections);
  let state = initialState;
  let revision = -1;
  const counts: Record<string, number> = {};
  const happen = (event: E): void => {
    revision += 1;
    counts[event.type] = (counts[event.type] ?? 0) + 1;
    state = evolve(state, frozen(event));
    const envelope = { stream: 's', revision, ledgerIndex: revision, occurredAt: noon, actor: 'ada', role: 'officer', actingFor: null };
    for (const { handlers } of projections)
      (handlers as AnyHandlers)[event.type]?.(db, { ...event, ...envelope, audience: 'internal' } as never);
  };
  past.forEach(happen);
  return {
    db,
    state: () => state,
    give: (command) => {
      const decision = decide(frozen(command), state);
      if (decision.accepted) decision.events.forEach(happen);
    },
    counts,
  };
};
