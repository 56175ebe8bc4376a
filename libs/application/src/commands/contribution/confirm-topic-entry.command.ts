import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ConfirmTopicEntryInput {
  readonly topicId: string;
}

/** The Member confirms what the Secretariat entered for it (rows A13, A14). */
export const confirmTopicEntry = useCase<ConfirmTopicEntryInput>('ConfirmTopicEntry', (env, input, context) =>
  onTopic(env, context, input, { type: 'ConfirmTopicEntry', data: actOf(env, context) }),
);
