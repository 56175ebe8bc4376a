/** Largest working document that is taken. */
export const maxDocumentBytes = 5 * 1024 * 1024;

export type DecodeRefusal =
  | { readonly code: 'document.empty' }
  | { readonly code: 'document.too_large'; readonly sizeBytes: number; readonly maxBytes: number }
  | { readonly code: 'document.not_utf8' };

/** The text of a document, byte for byte: strict UTF-8, a leading byte order mark kept. Nothing is guessed. */
export const decodeWorkingDocument = (bytes: Uint8Array): { readonly text: string } | DecodeRefusal => {
  if (bytes.byteLength > maxDocumentBytes) return { code: 'document.too_large', sizeBytes: bytes.byteLength, maxBytes: maxDocumentBytes };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.trim() === '' ? { code: 'document.empty' } : { text };
  } catch (error) {
    if (error instanceof TypeError) return { code: 'document.not_utf8' };
    throw error;
  }
};
