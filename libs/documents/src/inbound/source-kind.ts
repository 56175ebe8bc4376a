import { fileTypeFromBuffer } from 'file-type';
import { isUtf8 } from 'node:buffer';
import type { ConversionFault } from './limits.ts';
import type { ConversionWarning } from './piece.ts';

/** Documents that are converted before they are read. */
export type SourceKind = 'docx' | 'pdf';

/** The text that the importer of working documents reads, and what could not be taken over into it. */
export interface ConvertedText {
  readonly text: string;
  readonly warnings: readonly ConversionWarning[];
}

export const sourceMediaTypes: Readonly<Record<SourceKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Name and version of each converter, kept with what it made. */
export const converters: Readonly<Record<SourceKind, string>> = { docx: 'docx/1', pdf: 'pdf/1' };

const begins = (bytes: Uint8Array, sign: string): boolean => Buffer.from(bytes.subarray(0, sign.length)).toString('latin1') === sign;

/** What a document is by its first bytes, whatever its sender called it; text needs no conversion. */
export const sourceKindOf = async (bytes: Uint8Array): Promise<SourceKind | 'text' | ConversionFault> => {
  if (begins(bytes, '%PDF-')) return 'pdf';
  if (begins(bytes, 'PK\u0003\u0004') || begins(bytes, 'PK\u0005\u0006')) return 'docx';
  if (isUtf8(bytes)) return 'text';
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // What has no signature either may still be text in another encoding, and is told so.
  return found === undefined ? 'text' : { code: 'document.type_not_taken', found: found.mime };
};
