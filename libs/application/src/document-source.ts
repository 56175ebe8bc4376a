import { createHash } from 'node:crypto';
import type { ConvertedSource, ImportWarning } from '../../domain/src/index.ts';
import {
  convertDocument,
  converters,
  decodeWorkingDocument,
  maxDocumentBytes,
  parseWorkingDocument,
  sourceKindOf,
  sourceMediaTypes,
  type ConversionFault,
  type DecodeRefusal,
  type ParsedWorkingDocument,
  type ParseRefusal,
  type SourceKind,
} from '../../documents/src/index.ts';

/** A document as its text, whatever form it came in. */
export interface SourceText {
  readonly text: string;
  /** Null for a document that came as text. */
  readonly converted: ConvertedSource | null;
  /** What could not be taken over into the text. */
  readonly warnings: readonly ImportWarning[];
}

type SourceRefusal = DecodeRefusal | ConversionFault;

/** How text is made of what is none; a thread of its own unless told otherwise. */
const convert = async (bytes: Uint8Array, kind: SourceKind): Promise<SourceText | SourceRefusal> => {
  const made = await convertDocument(bytes, kind);
  if ('code' in made) return made;
  const textBytes = Buffer.from(made.text, 'utf8');
  // A text may be larger than the document that packed it.
  const decoded = decodeWorkingDocument(textBytes);
  if ('code' in decoded) return decoded;
  const textSha256 = createHash('sha256').update(textBytes).digest('hex');
  return {
    text: decoded.text,
    converted: { mediaType: sourceMediaTypes[kind], converter: converters[kind], textSha256 },
    warnings: made.warnings.map(({ code, message }) => ({ code, line: null, message })),
  };
};

/** The text of a working document that came as text, as DOCX or as PDF; or why there is none. */
export const sourceTextOf = async (bytes: Uint8Array): Promise<SourceText | SourceRefusal> => {
  if (bytes.byteLength > maxDocumentBytes) return { code: 'document.too_large', sizeBytes: bytes.byteLength, maxBytes: maxDocumentBytes };
  const kind = await sourceKindOf(bytes);
  if (typeof kind !== 'string') return kind;
  if (kind !== 'text') return convert(bytes, kind);
  const decoded = decodeWorkingDocument(bytes);
  return 'code' in decoded ? decoded : { text: decoded.text, converted: null, warnings: [] };
};

/** What is read of a working document, in whatever form it came, without recording anything. */
export const readWorkingDocument = async (
  bytes: Uint8Array,
): Promise<{ readonly source: SourceText; readonly parsed: ParsedWorkingDocument } | SourceRefusal | ParseRefusal> => {
  const source = await sourceTextOf(bytes);
  if ('code' in source) return source;
  const parsed = parseWorkingDocument(source.text);
  return 'code' in parsed ? parsed : { source, parsed };
};
