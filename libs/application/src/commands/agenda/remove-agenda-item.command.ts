import type { Bilingual, CodedReason } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RemoveAgendaItemInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly reason: CodedReason;
  /** Why its priority is then left out, when it is the last item of one (BR-14). */
  readonly omission: Bilingual | null;
}

/** Takes an item off the agenda; its letter is not given again. */
export const removeAgendaItem = useCase<RemoveAgendaItemInput>('RemoveAgendaItem', (env, input, context) => {
  const { itemId, reason, omission } = input;
  return onAgenda(env, context, input, { type: 'RemoveAgendaItem', data: { itemId, reason, omission } });
});
