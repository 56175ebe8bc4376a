import { draftDecider } from '../../../domain/src/index.ts';
import { draftState } from '../facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface DiscardDraftInput {
  readonly draftId: string;
}

/** Throws a draft away. */
export const discardDraft = useCase<DiscardDraftInput>('DiscardDraft', async (env, input, context) => {
  const { status } = await draftState(env, input.draftId);
  if (status === 'unknown') return refused({ code: 'draft.not_found' });
  return runCommand(env, context, {
    decider: draftDecider,
    id: input.draftId,
    command: { type: 'DiscardDraft', data: { now: env.clock.now(), actor: context.caller } },
    input,
  });
});
