import { expect } from '@jest/globals';
import type { AnyDomainEvent } from '../../libs/domain/src/index.ts';
import type { Output, Process, ProcessEvent } from '../../libs/process-managers/src/index.ts';
import { frozen } from './given.ts';

/** An event, as much of it as a process looks at. */
export interface Seen {
  readonly type: AnyDomainEvent['type'];
  readonly data: object;
}

export const seen = (type: AnyDomainEvent['type'], data: object = {}): Seen => ({ type, data });

/** A command of the process that was refused in one of its instances. */
export const refusedIn = (instance: string, command: string, code: string): Seen & { readonly instance: string } => ({
  ...seen('ProcessCommandRefused', { command, code }),
  instance,
});

/** What the process wants done, one line per command. */
const linesOf = (outputs: readonly Output[]): readonly string[] =>
  outputs.map((output) =>
    output.kind === 'give' ? `${output.order.name} ${Object.values(output.order.input).join(' ')}` : `${output.kind} ${output.timer}`,
  );

/** Given these events in the order of the log, the last of them leads to exactly these commands, in all instances that it concerns. */
export const follows = <S extends object>(
  process: Process<S>,
  events: readonly (Seen & { readonly instance?: string })[],
  ...lines: readonly string[]
): void => {
  const states = new Map<string, S>();
  let last: readonly Output[] = [];
  events.forEach((event, revision) => {
    const told = frozen({ ...event, id: `e${revision}`, stream: 's', revision, occurredAt: '2015-02-10T12:00:00.000Z', policy: '' });
    const passed = told as unknown as ProcessEvent;
    const instances = event.instance === undefined ? process.instancesOf(passed) : [event.instance];
    last = instances.flatMap((instance) => {
      const { state, outputs } = process.handle(frozen(states.get(instance) ?? process.initialState), passed, instance);
      states.set(instance, state);
      return outputs;
    });
  });
  expect(linesOf(last)).toStrictEqual(lines);
};
