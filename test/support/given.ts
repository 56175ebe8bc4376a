import { expect, it } from '@jest/globals';
import { accept, reject, type Decider, type Rejection } from '../../libs/domain/src/kernel/index.ts';

/** Freezes a value through and through, so that a decider or projection that changes its input fails its spec. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** Given these events, when this command, then exactly these events or this rejection. */
export const specFor =
  <S, C, E, R extends Rejection>({ initialState, decide, evolve }: Decider<S, C, E, R>) =>
  (...past: readonly E[]) => {
    const state = past.reduce((current, event) => frozen(evolve(current, frozen(event))), frozen(initialState));
    return {
      when: (command: C) => {
        const decision = decide(frozen(command), state);
        return {
          then: (...events: readonly E[]) => {
            expect(decision).toStrictEqual(accept(...events));
          },
          thenNothing: () => {
            expect(decision).toStrictEqual(accept());
          },
          thenRejected: (rejection: R) => {
            expect(decision).toStrictEqual(reject(rejection));
          },
        };
      },
    };
  };

/** One line per fact: under this title, given these events, this command is answered with these events, nothing, or this rejection. */
export const tellsOf = <S, C, E extends object, R extends Rejection>(decider: Decider<S, C, E, R>) => {
  const given = specFor(decider);
  return (title: string, past: readonly E[], command: C, expected: readonly E[] | 'nothing' | R): void => {
    it(title, () => {
      const told = given(...past).when(command);
      if (expected === 'nothing') told.thenNothing();
      else if ('code' in expected) told.thenRejected(expected);
      else told.then(...expected);
    });
  };
};
