import type { WorkingText } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface AnnotateAgendaItemInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly annotation: WorkingText;
}

/** Says for the annotated agenda what an item is about and what is asked. */
export const annotateAgendaItem = useCase<AnnotateAgendaItemInput>('AnnotateAgendaItem', (env, input, context) => {
  const { itemId, annotation } = input;
  return onAgenda(env, context, input, { type: 'AnnotateAgendaItem', data: { itemId, annotation } });
});
