import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface UnpinAgendaDocumentInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly documentId: string;
}

/** Takes a document off an item. */
export const unpinAgendaDocument = useCase<UnpinAgendaDocumentInput>('UnpinAgendaDocument', (env, input, context) => {
  const { itemId, documentId } = input;
  return onAgenda(env, context, input, { type: 'UnpinAgendaDocument', data: { itemId, documentId } });
});
