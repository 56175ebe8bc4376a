import { erasureDecider, type ErasedEvent } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface ListErasureScopeInput {
  readonly erasureId: string;
  readonly events: readonly ErasedEvent[];
}

/** Puts on record which content goes, before any of it goes. */
export const listErasureScope = useCase<ListErasureScopeInput>('ListErasureScope', (env, input, context) => {
  const data = { events: input.events, now: env.clock.now() };
  return runCommand(env, context, { decider: erasureDecider, id: input.erasureId, command: { type: 'ListErasureScope', data }, input });
});
