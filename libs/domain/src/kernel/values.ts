import type { AccreditationId, Instant, MemberCode } from './brand.ts';

/** The two working languages of the Organization. */
export type Language = 'en' | 'fr';

/** A text in both working languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** A legal deadline: the wall time that was announced, where, and the instant it resolves to (`domain.md` §5). */
export interface Deadline {
  /** Local wall time to the minute, `2015-03-31T23:59`. */
  readonly wallTime: string;
  /** IANA zone, `Europe/Brussels`. */
  readonly zone: string;
  /** The last instant in time; one millisecond later is late. */
  readonly instant: Instant;
}

/** Who acts: an accreditation, and the Member it acts for (null for the Secretariat and the Chair). */
export interface Actor {
  readonly accreditationId: AccreditationId;
  readonly member: MemberCode | null;
}

/** A text in at least one working language. */
export interface WorkingText {
  readonly en?: string;
  readonly fr?: string;
}

/** A coded reason with the text for the Member, in at least one working language (BR-10). */
export interface CodedReason {
  readonly code: string;
  readonly text: WorkingText;
}

/** Where a fact was read: document symbol and paragraph id (`PC0410E1`, `B16`). */
export interface SourceParagraph {
  readonly symbol: string;
  readonly paragraph: string;
}

/** One edition of a document, by its symbol and the SHA-256 of its bytes: what a closing, an action or a decision points to as evidence. */
export interface DocumentEdition {
  readonly documentId: string;
  readonly symbol: string;
  readonly sha256: string;
}

/** A file as it is kept. Its bytes lie outside the record, under their hash. */
export interface AttachedFile {
  /** As the sender named it, without folders; shown, never used to find anything. */
  readonly name: string;
  /** By its signature, whatever the name says. */
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes that are kept. */
  readonly sha256: string;
  /** SHA-256 of the bytes as they came: another one when metadata was taken out. */
  readonly receivedSha256: string;
  /** Whether the file's own metadata (author, place, camera) was taken out, was not there, or stays because it cannot be taken out safely. */
  readonly metadata: 'removed' | 'none' | 'kept';
}
