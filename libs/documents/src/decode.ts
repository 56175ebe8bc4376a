import { isUtf8 } from 'node:buffer';

/** Largest working document that is taken. */
export const maxDocumentBytes = 5 * 1024 * 1024;

export type DecodeRefusal =
  | { readonly code: 'document.empty' }
  | { readonly code: 'document.too_large'; readonly sizeBytes: number; readonly maxBytes: number }
  | { readonly code: 'document.not_utf8' }
  /** No text has it, and databases, pages and tools disagree about what it ends. */
  | { readonly code: 'document.contains_nul' };

/** The text of a document, byte for byte: strict UTF-8, a leading byte order mark kept. Nothing is guessed. */
export const decodeWorkingDocument = (bytes: Uint8Array): { readonly text: string } | DecodeRefusal => {
  if (bytes.byteLength > maxDocumentBytes) return { code: 'document.too_large', sizeBytes: bytes.byteLength, maxBytes: maxDocumentBytes };
  if (!isUtf8(bytes)) return { code: 'document.not_utf8' };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\0')) return { code: 'document.contains_nul' };
  return text.trim() === '' ? { code: 'document.empty' } : { text };
};
