import type { CodedReason, Language } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface WaiveAgendaParityInput {
  readonly agendaId: string;
  readonly language: Language;
  readonly reason: CodedReason;
}

/** A named officer answers for a text that is missing in one language (BR-16). */
export const waiveAgendaParity = useCase<WaiveAgendaParityInput>('WaiveAgendaParity', (env, input, context) => {
  const { language, reason } = input;
  return onAgenda(env, context, input, { type: 'WaiveAgendaParity', data: { ...actOf(env, context), language, reason } });
});
