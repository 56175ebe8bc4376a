import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { DocumentCommand, DocumentRejection } from './document.commands.ts';
import type { DocumentEvent, WorkingDocumentImport } from './document.events.ts';
import { evolveDocument, initialDocument, type DocumentState } from './document.state.ts';
import { correct, supersede } from './editions.decide.ts';

type DocumentDecision = Decision<DocumentEvent, DocumentRejection>;

/** Parts come in order; one that is already kept is a repeat, so an interrupted import goes on where it stopped. */
const keepPart = (part: number, kept: number, event: DocumentEvent): DocumentDecision => {
  if (part < kept) return accept();
  return part === kept ? accept(event) : reject({ code: 'document.part_out_of_order', expected: kept, found: part });
};

const importDocument = (data: WorkingDocumentImport, state: DocumentState): DocumentDecision => {
  if (state.status !== 'receiving') return accept();
  const expected = data.textParts + data.paragraphParts;
  const found = state.textParts + state.paragraphParts;
  return expected === found
    ? accept({ type: 'WorkingDocumentImported', data })
    : reject({ code: 'document.parts_missing', expected, found });
};

const required = ['symbol', 'sessionNumbers', 'sessionStart', 'sessionEnd', 'documentDate', 'title'] as const;

const confirm = (
  { now, actor, sessionId, supplied }: Extract<DocumentCommand, { type: 'ConfirmWorkingDocument' }>['data'],
  state: DocumentState,
): DocumentDecision => {
  if (state.status === 'receiving') return reject({ code: 'document.not_imported' });
  const header = { ...state.imported.header, ...supplied };
  if (state.status === 'confirmed') return same(state.header, header) ? accept() : reject({ code: 'document.already_confirmed' });
  const missing = required.filter((field) => header[field] === null);
  const { symbol } = header;
  if (symbol === null || missing.length > 0) return reject({ code: 'document.header_incomplete', missing });
  const { documentId } = state.imported;
  return accept({
    type: 'WorkingDocumentConfirmed',
    data: { documentId, symbol, header, sessionId, confirmedBy: actor.accreditationId, confirmedAt: now },
  });
};

export const documentDecider: Decider<DocumentState, DocumentCommand, DocumentEvent, DocumentRejection> = {
  category: 'document',
  initialState: initialDocument,
  evolve: evolveDocument,
  decide: (command, state) => {
    switch (command.type) {
      case 'KeepWorkingDocumentText':
        return keepPart(command.data.part, state.textParts, { type: 'WorkingDocumentTextKept', data: command.data });
      case 'KeepWorkingDocumentParagraphs':
        return keepPart(command.data.part, state.paragraphParts, { type: 'WorkingDocumentParagraphsRead', data: command.data });
      case 'ImportWorkingDocument':
        return importDocument(command.data, state);
      case 'ConfirmWorkingDocument':
        return confirm(command.data, state);
      case 'SupersedeWorkingDocument':
        return supersede(command.data, state);
      case 'CorrectWorkingDocument':
        return correct(command.data, state);
    }
  },
};
