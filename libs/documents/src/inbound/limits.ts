import type { ArchiveFault } from '../attachments/limits.ts';

/** What a conversion may take; `security.md` §3 has the reasons. */
export const conversionLimits = {
  maxPages: 500,
  /** Unpacked size of one part of a package that is read. */
  maxPartBytes: 32 * 1024 * 1024,
  maxElements: 1_000_000,
  maxDepth: 256,
  maxSeconds: 20,
  /** Of the thread, heap and buffers together. */
  maxMegabytes: 384,
  /** Conversions that wait for the one that runs. */
  maxWaiting: 8,
  /** Of the characters: more that mean nothing, and the text is not what the page shows. */
  maxUnreadableShare: 0.05,
} as const;

export type ActiveContent = 'javascript' | 'action' | 'attachment' | 'form';

/** Why no text was taken from a document. */
export type ConversionFault =
  | { readonly code: 'document.type_not_taken'; readonly found: string }
  | { readonly code: 'document.docx_unsafe'; readonly what: ArchiveFault }
  | { readonly code: 'document.docx_damaged' }
  | { readonly code: 'document.pdf_damaged' }
  | { readonly code: 'document.pdf_locked' }
  | { readonly code: 'document.pdf_active'; readonly what: ActiveContent }
  /** Pictures of pages, or nothing at all. */
  | { readonly code: 'document.no_text'; readonly pages: number }
  | { readonly code: 'document.text_unreadable' }
  | { readonly code: 'document.too_many_pages'; readonly pages: number; readonly maxPages: number }
  | { readonly code: 'document.conversion_too_long'; readonly maxSeconds: number }
  | { readonly code: 'document.conversion_too_big'; readonly maxMegabytes: number }
  | { readonly code: 'document.conversion_busy' };

/** Ends a conversion at once. */
export class NotConverted extends Error {
  override readonly name = 'NotConverted';
  readonly fault: ConversionFault;

  constructor(fault: ConversionFault) {
    super(fault.code);
    this.fault = fault;
  }
}
