import type { WorkingText } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface FileAgendaCorrectionInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly text: WorkingText;
}

/** A Member says what the record should say. */
export const fileAgendaCorrection = useCase<FileAgendaCorrectionInput>('FileAgendaCorrection', (env, input, context) => {
  const { itemId, text } = input;
  const correctionId = derivedId(commandIdOf(context), 'correction', 0);
  return onAgenda(env, context, input, { type: 'FileAgendaCorrection', data: { ...actOf(env, context), itemId, correctionId, text } });
});
