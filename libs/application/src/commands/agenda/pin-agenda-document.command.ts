import { pinnableDocument } from '../../agenda-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface PinAgendaDocumentInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly documentId: string;
}

/** Refers an item to a confirmed document by the hash of its bytes; a later edition takes the place of an earlier. */
export const pinAgendaDocument = useCase<PinAgendaDocumentInput>('PinAgendaDocument', async (env, input, context) => {
  const { itemId } = input;
  const document = await pinnableDocument(env, input.documentId);
  return onAgenda(env, context, input, { type: 'PinAgendaDocument', data: { itemId, document } });
});
