import { randomUUID } from 'node:crypto';
import type { Caller, CommandOutcome, Dispatcher, Environment } from '../../libs/application/src/index.ts';
import type { FormShape, FormValues } from './forms/read-fields.ts';
import type { Ask, Could } from './frame-of.ts';
import type { Given } from './given.ts';
import type { Giving } from './giving.ts';

type Fields = Readonly<Record<string, string>>;

type Position = Parameters<Environment['projections']['waitForPosition']>[0];

/** Decides as if a command were given, and records nothing. @param caller  null for who may give none: a stranger, or who looks back */
export const couldGive =
  (dispatcher: Dispatcher, caller: Caller | null): Could =>
  async (given) => {
    if (caller === null) return false;
    const [idempotencyKey, correlationId] = [randomUUID(), randomUUID()];
    const outcome = await given.give(dispatcher, { caller, idempotencyKey, dryRun: true, ifMatch: null, correlationId });
    return outcome.kind !== 'refused';
  };

/** Gives the command of a form, and what follows at once; waits until whoever is led on sees what was recorded. */
export const carryOut = (env: Environment, dispatcher: Dispatcher, ask: Ask, caller: Caller) => {
  const dispatch = async (given: Given, { key = '', expected = '' }: Fields, part = ''): Promise<CommandOutcome> => {
    const outcome = await given.give(dispatcher, {
      caller,
      idempotencyKey: /^[\x21-\x7e]{8,150}$/.test(key) ? `${key}${part}` : randomUUID(),
      dryRun: false,
      ifMatch: part === '' && /^\d{1,18}$/.test(expected) ? BigInt(expected) : null,
      correlationId: randomUUID(),
    });
    if (outcome.kind === 'done' && outcome.answer.position !== null)
      await env.projections.waitForPosition(BigInt(outcome.answer.position) as Position);
    return outcome;
  };
  return async <S extends FormShape>(giving: Giving<S>, values: FormValues<S>, fields: Fields): Promise<CommandOutcome> => {
    const first = await dispatch(await giving.command(values, ask), fields);
    const next = first.kind === 'done' ? (giving.next?.(first.answer, values) ?? null) : null;
    return next === null ? first : dispatch(next, fields, '.next');
  };
};
