import { practiceDecider, topicDecider } from '../../../domain/src/index.ts';
import { derivedId, loadStream } from '../../../event-store/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { refused, replayOf, stateOf } from '../run-command.ts';

/** The answer when the draft has become a contribution already: the stored one to a retry, a refusal to anybody else; null when it has not. */
export const answerAfterRelease = async (
  env: Environment,
  context: CommandContext,
  input: { readonly draftId: string },
): Promise<CommandOutcome | null> => {
  const id = derivedId(input.draftId, 'contribution', 0);
  for (const decider of [topicDecider, practiceDecider] as const) {
    const { events } = await loadStream(env.store, `${decider.category}-${id}`);
    if (events.length === 0) continue;
    const state = decider === topicDecider ? await stateOf(env, topicDecider, id) : await stateOf(env, practiceDecider, id);
    if (state.milestone === 'none' || state.release.member !== context.caller.member) return refused({ code: 'draft.not_found' });
    const command = decider === topicDecider ? 'SubmitTopic' : 'SubmitPractice';
    return replayOf(context, { object: decider.category, id, events, command, input }) ?? refused({ code: 'draft.already_released' });
  }
  return null;
};
