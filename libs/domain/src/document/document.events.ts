import type { AccreditationId, CalendarDate, Instant, WorkingText } from '../kernel/index.ts';
import type { DocumentDifference } from './difference.values.ts';

export interface DocumentHeader {
  /** Symbol as printed, `PC0410E1`; null until a person fills it. */
  readonly symbol: string | null;
  readonly committee: string | null;
  readonly sessionNumbers: readonly [number, number] | null;
  readonly sessionStart: CalendarDate | null;
  readonly sessionEnd: CalendarDate | null;
  readonly place: string | null;
  readonly documentDate: CalendarDate | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  /** As printed, `Item IX - a on the agenda`. */
  readonly agendaItem: string | null;
}

export interface DocumentBullet {
  readonly index: number;
  readonly letter: string | null;
  readonly text: string;
  readonly line: number;
}

export interface DocumentParagraph {
  /** `B1` … for the body, `A1` … for the annex; stable for the same bytes. */
  readonly id: string;
  readonly number: number;
  readonly section: string | null;
  readonly line: number;
  readonly text: string;
  readonly bullets: readonly DocumentBullet[];
  readonly trailing: readonly { readonly text: string; readonly line: number }[];
}

export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly line: number;
}

export interface ProposedGuidanceRequest {
  readonly ref: string;
  readonly paragraph: string;
  readonly leadIn: string;
  readonly text: string;
  readonly line: number;
}

export interface ImportWarning {
  readonly code: string;
  readonly line: number | null;
  readonly message: string;
}

/** A document that was converted to text before it was read. */
export interface ConvertedSource {
  readonly mediaType: string;
  /** Name and version of what converted it. */
  readonly converter: string;
  /** SHA-256 of the text parts joined and encoded as UTF-8. */
  readonly textSha256: string;
}

export interface WorkingDocumentImport {
  readonly documentId: string;
  /** SHA-256 of the bytes as received. Without `source` the text parts joined and encoded as UTF-8 have it; with it the bytes are kept as a file. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly textParts: number;
  readonly paragraphParts: number;
  readonly importer: string;
  readonly header: DocumentHeader;
  readonly annexTitle: string | null;
  readonly annexSource: string | null;
  readonly sections: readonly DocumentSection[];
  readonly guidanceRequests: readonly ProposedGuidanceRequest[];
  readonly themes: readonly { readonly order: number; readonly label: string; readonly paragraph: string }[];
  readonly crossReferences: readonly { readonly from: string; readonly raw: string; readonly refersTo: string | null }[];
  readonly documentReferences: readonly string[];
  readonly warnings: readonly ImportWarning[];
  readonly source?: ConvertedSource;
}

export type DocumentEvent =
  /** The bytes as received, in parts of at most 128 KiB, before the import itself. */
  | {
      readonly type: 'WorkingDocumentTextKept';
      readonly data: { readonly documentId: string; readonly part: number; readonly text: string };
    }
  /** What the importer read, paragraph by paragraph; its reading is a fact of that day, whatever a later importer would read. */
  | {
      readonly type: 'WorkingDocumentParagraphsRead';
      readonly data: { readonly documentId: string; readonly part: number; readonly paragraphs: readonly DocumentParagraph[] };
    }
  | { readonly type: 'WorkingDocumentImported'; readonly data: WorkingDocumentImport }
  /** A person has read the warnings and stands for the header (BR-28). */
  | {
      readonly type: 'WorkingDocumentConfirmed';
      readonly data: {
        readonly documentId: string;
        readonly symbol: string;
        readonly header: DocumentHeader;
        readonly sessionId: string;
        readonly confirmedBy: AccreditationId;
        readonly confirmedAt: Instant;
      };
    }
  /** A later edition takes its place; the report says what that one changes (BR-29). */
  | {
      readonly type: 'WorkingDocumentSuperseded';
      readonly data: {
        readonly documentId: string;
        readonly supersededBy: string;
        /** Symbol of the later edition. */
        readonly symbol: string;
        readonly difference: DocumentDifference;
        readonly recordedBy: AccreditationId;
        readonly supersededAt: Instant;
      };
    }
  /** Words put right without a new edition; the bytes stay as issued. */
  | {
      readonly type: 'WorkingDocumentCorrected';
      readonly data: {
        readonly documentId: string;
        /** `PC0410E1 Corr.1`. */
        readonly symbol: string;
        readonly number: number;
        readonly corrections: readonly Correction[];
        readonly note: WorkingText;
        readonly correctedBy: AccreditationId;
        readonly correctedAt: Instant;
      };
    };

export interface Correction {
  readonly paragraph: string;
  /** Words as they stand in that paragraph. */
  readonly before: string;
  readonly after: string;
}
