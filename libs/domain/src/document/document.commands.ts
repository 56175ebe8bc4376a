import type { Actor, Instant, WorkingText } from '../kernel/index.ts';
import type { DocumentDifference } from './difference.values.ts';
import type { Correction, DocumentHeader, DocumentParagraph, WorkingDocumentImport } from './document.events.ts';

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
    }
  /** successor: the later edition when it is confirmed, or null. */
  | {
      readonly type: 'SupersedeWorkingDocument';
      readonly data: {
        readonly now: Instant;
        readonly actor: Actor;
        readonly successor: { readonly documentId: string; readonly symbol: string } | null;
        readonly difference: DocumentDifference;
      };
    }
  /** paragraphs: those that are corrected, as they stand in the document. */
  | {
      readonly type: 'CorrectWorkingDocument';
      readonly data: {
        readonly now: Instant;
        readonly actor: Actor;
        readonly corrections: readonly Correction[];
        readonly note: WorkingText;
        readonly paragraphs: readonly DocumentParagraph[];
      };
    };

export type DocumentRejection =
  | { readonly code: 'text.no_language' }
  | { readonly code: 'document.not_confirmed' }
  | { readonly code: 'document.superseded'; readonly by: string }
  | { readonly code: 'document.not_a_later_edition'; readonly symbol: string; readonly than: string }
  | { readonly code: 'document.nothing_corrected' }
  /** Lists paragraphs that do not have the words that are to be put right. */
  | { readonly code: 'document.words_not_found'; readonly paragraphs: readonly string[] }
  | { readonly code: 'document.not_imported' }
  | { readonly code: 'document.parts_missing'; readonly expected: number; readonly found: number }
  | { readonly code: 'document.part_out_of_order'; readonly expected: number; readonly found: number }
  /** Lists every header field still empty: symbol, sessionNumbers, sessionStart, sessionEnd, documentDate, title. */
  | { readonly code: 'document.header_incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'document.already_confirmed' };
