import type { Correction, DocumentEvent, DocumentHeader, WorkingDocumentImport } from './document.events.ts';

interface Parts {
  readonly textParts: number;
  readonly paragraphParts: number;
}

export interface ConfirmedDocument extends Parts {
  readonly status: 'confirmed';
  readonly imported: WorkingDocumentImport;
  readonly symbol: string;
  readonly sessionId: string;
  readonly header: DocumentHeader;
  readonly corrigenda: readonly (readonly Correction[])[];
  /** Id of the edition that took its place; null while it is the latest. */
  readonly supersededBy: string | null;
}

export type DocumentState =
  | ({ readonly status: 'receiving' } & Parts)
  | ({ readonly status: 'imported'; readonly imported: WorkingDocumentImport } & Parts)
  | ConfirmedDocument;

export const initialDocument: DocumentState = { status: 'receiving', textParts: 0, paragraphParts: 0 };

const evolveConfirmed = (state: DocumentState, event: DocumentEvent): DocumentState => {
  if (state.status !== 'confirmed') return state;
  if (event.type === 'WorkingDocumentSuperseded') return { ...state, supersededBy: event.data.supersededBy };
  return event.type === 'WorkingDocumentCorrected' ? { ...state, corrigenda: [...state.corrigenda, event.data.corrections] } : state;
};

export const evolveDocument = (state: DocumentState, event: DocumentEvent): DocumentState => {
  switch (event.type) {
    case 'WorkingDocumentTextKept':
      return { ...state, textParts: state.textParts + 1 };
    case 'WorkingDocumentParagraphsRead':
      return { ...state, paragraphParts: state.paragraphParts + 1 };
    case 'WorkingDocumentImported':
      return { status: 'imported', imported: event.data, textParts: state.textParts, paragraphParts: state.paragraphParts };
    case 'WorkingDocumentConfirmed': {
      const { symbol, sessionId, header } = event.data;
      return state.status === 'imported'
        ? { ...state, status: 'confirmed', symbol, sessionId, header, corrigenda: [], supersededBy: null }
        : state;
    }
    case 'WorkingDocumentSuperseded':
    case 'WorkingDocumentCorrected':
      return evolveConfirmed(state, event);
  }
};
