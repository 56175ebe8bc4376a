import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AssessTopicCompletenessInput {
  readonly topicId: string;
  readonly result: 'complete' | 'incomplete' | 'not_required';
  readonly note: WorkingText;
}

/** Says whether everything needed is there, apart from merit (row B4). */
export const assessTopicCompleteness = useCase<AssessTopicCompletenessInput>('AssessTopicCompleteness', (env, input, context) =>
  onTopic(env, context, input, {
    type: 'AssessTopicCompleteness',
    data: { ...actOf(env, context), result: input.result, note: input.note },
  }),
);
