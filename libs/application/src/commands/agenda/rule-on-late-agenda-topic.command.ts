import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RuleOnLateAgendaTopicInput {
  readonly agendaId: string;
  readonly topicId: string;
  readonly ruling: 'admitted' | 'refused';
  readonly reason: CodedReason;
}

/** The Chair rules whether a late topic comes on the agenda (BR-12). */
export const ruleOnLateAgendaTopic = useCase<RuleOnLateAgendaTopicInput>('RuleOnLateAgendaTopic', (env, input, context) => {
  const { topicId, ruling, reason } = input;
  return onAgenda(env, context, input, { type: 'RuleOnLateAgendaTopic', data: { ...actOf(env, context), topicId, ruling, reason } });
});
