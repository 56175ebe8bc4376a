import type {
  ConvertedSource,
  DocumentDifference,
  DocumentEvent,
  DocumentHeader,
  DocumentParagraph,
  DocumentSection,
  ImportWarning,
  Instant,
  ProposedGuidanceRequest,
} from '../../domain/src/index.ts';

type Data<T extends DocumentEvent['type']> = Extract<DocumentEvent, { type: T }>['data'];

export interface DocumentView {
  readonly documentId: string;
  readonly status: 'imported' | 'confirmed';
  readonly symbol: string | null;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** What it was converted from; null for a document that came as text. */
  readonly source: ConvertedSource | null;
  readonly header: DocumentHeader;
  readonly annexTitle: string | null;
  readonly annexSource: string | null;
  readonly importedAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly bodyParagraphs: number;
  readonly annexParagraphs: number;
  readonly warnings: readonly ImportWarning[];
  readonly guidanceRequests: readonly ProposedGuidanceRequest[];
  /** The later edition that took its place, with what that one changes; null while it is the latest. */
  readonly supersededBy: Omit<Data<'WorkingDocumentSuperseded'>, 'documentId'> | null;
  readonly corrigenda: readonly Omit<Data<'WorkingDocumentCorrected'>, 'documentId'>[];
  readonly revision: string;
}

export interface DocumentTextView extends DocumentView {
  readonly sections: readonly DocumentSection[];
  readonly paragraphs: readonly DocumentParagraph[];
}

/** Two editions side by side: what changed, with the words of either. */
export interface DocumentDifferenceView {
  readonly earlier: { readonly documentId: string; readonly symbol: string | null };
  readonly later: { readonly documentId: string; readonly symbol: string | null };
  readonly difference: DocumentDifference;
  /** Paragraphs that are added, removed or changed, whole. */
  readonly earlierParagraphs: readonly DocumentParagraph[];
  readonly laterParagraphs: readonly DocumentParagraph[];
}
