import type { Actor, Instant } from '../kernel/index.ts';
import type { DocumentHeader, DocumentParagraph, WorkingDocumentImport } from './document.events.ts';

export type DocumentCommand =
  | {
      readonly type: 'KeepWorkingDocumentText';
      readonly data: { readonly documentId: string; readonly part: number; readonly text: string };
    }
  | {
      readonly type: 'KeepWorkingDocumentParagraphs';
      readonly data: { readonly documentId: string; readonly part: number; readonly paragraphs: readonly DocumentParagraph[] };
    }
  | { readonly type: 'ImportWorkingDocument'; readonly data: WorkingDocumentImport }
  /** supplied: header fields that the person fills or corrects; the rest is taken as imported. */
  | {
      readonly type: 'ConfirmWorkingDocument';
      readonly data: {
        readonly now: Instant;
        readonly actor: Actor;
        readonly sessionId: string;
        readonly supplied: Partial<DocumentHeader>;
      };
    };

export type DocumentRejection =
  | { readonly code: 'document.not_imported' }
  | { readonly code: 'document.parts_missing'; readonly expected: number; readonly found: number }
  | { readonly code: 'document.part_out_of_order'; readonly expected: number; readonly found: number }
  /** Lists every header field still empty: symbol, sessionNumbers, sessionStart, sessionEnd, documentDate, title. */
  | { readonly code: 'document.header_incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'document.already_confirmed' };
