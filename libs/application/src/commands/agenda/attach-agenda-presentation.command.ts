import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface AttachAgendaPresentationInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly sha256: string;
  readonly title: WorkingText;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Keeps the hash of what was shown with an item. */
export const attachAgendaPresentation = useCase<AttachAgendaPresentationInput>('AttachAgendaPresentation', (env, input, context) => {
  const { itemId, sha256, title, mediaType, sizeBytes } = input;
  return onAgenda(env, context, input, {
    type: 'AttachAgendaPresentation',
    data: { ...actOf(env, context), itemId, sha256, title, mediaType, sizeBytes },
  });
});
