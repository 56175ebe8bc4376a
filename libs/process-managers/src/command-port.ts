import {
  commandIdOf,
  commands,
  type Caller,
  type CommandContext,
  type CommandName,
  type CommandOutcome,
  type Environment,
  type UseCase,
} from '../../application/src/index.ts';
import type { AccreditationId } from '../../domain/src/index.ts';
import { derivedId } from '../../event-store/src/index.ts';
import type { CommandPort, KeyedOrder, Outcome } from './runner/process.port.ts';

/** Who gives the commands of a process: the program itself, under the process's name. */
const callerOf = (process: string): Caller => ({
  accreditationId: `process-${process}` as AccreditationId,
  role: 'process',
  member: null,
  grant: 'none',
});

const contextOf = (process: string, idempotencyKey: string, cause?: Pick<KeyedOrder, 'correlationId' | 'triggerId'>): CommandContext => ({
  caller: callerOf(process),
  idempotencyKey,
  dryRun: false,
  ifMatch: null,
  correlationId: cause?.correlationId ?? idempotencyKey,
  ...(cause === undefined ? {} : { causationId: cause.triggerId }),
});

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const toOutcome = (outcome: CommandOutcome): Outcome => {
  switch (outcome.kind) {
    case 'done':
      return outcome.answer.events.length === 0 ? { kind: 'nothing' } : { kind: 'done' };
    case 'wouldRecord':
      return { kind: 'nothing' };
    case 'refused':
      // Given before, by a program that said it in other words: what it recorded stands.
      return outcome.rejection.code === 'idempotency.key_reused' ? { kind: 'done' } : { kind: 'refused', code: outcome.rejection.code };
  }
};

/** Gives the commands of processes through the use cases of the application. @param env  asked for at each command */
export const commandPort = (env: () => Environment): CommandPort => ({
  commandIdOf: (process, effectId) => commandIdOf(contextOf(process, effectId)),
  give: async (order) => {
    if (!isCommand(order.name)) throw new TypeError(`there is no command ${order.name}`);
    const useCase = commands[order.name] as UseCase<unknown>;
    return toOutcome(await useCase.run(env(), order.input, contextOf(order.process, order.effectId, order)));
  },
  recordOutcome: async (order, outcome) => {
    const { effectId, process, instance, name: command, triggerId } = order;
    const input = { effectId, process, instance, command, triggerId, code: outcome.kind === 'refused' ? outcome.code : null };
    const recorded = await commands.recordProcessOutcome.run(env(), input, contextOf(process, derivedId(effectId, 'outcome', 0), order));
    if (recorded.kind === 'refused') throw new Error(`the outcome of ${command} was refused with ${recorded.rejection.code}`);
  },
});
