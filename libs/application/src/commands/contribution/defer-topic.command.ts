import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { isSessionAhead } from '../../contributions/facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface DeferTopicInput {
  readonly topicId: string;
  readonly toSession: string;
  readonly reason: CodedReason;
}

/** Puts a topic off to a named session, where it comes back by itself (row B12). */
export const deferTopic = useCase<DeferTopicInput>('DeferTopic', async (env, input, context) => {
  const { toSession, reason } = input;
  return onTopic(env, context, input, {
    type: 'DeferTopic',
    data: { ...actOf(env, context), toSession, reason, sessionAhead: await isSessionAhead(env, toSession) },
  });
});
