import { parentPort, workerData } from 'node:worker_threads';
import { readDocx } from './docx/read-docx.ts';
import { NotConverted } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ConvertedText, SourceKind } from './source-kind.ts';
import { piecesToText } from './to-text.ts';

const { bytes, kind } = workerData as { readonly bytes: Uint8Array; readonly kind: SourceKind };

const convert = async (): Promise<ConvertedText> => {
  const pieces = await (kind === 'docx' ? readDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : readPdf(bytes));
  if (!pieces.pieces.some((piece) => ('text' in piece ? piece.text : piece.cells.join('')).trim() !== ''))
    throw new NotConverted({ code: 'document.no_text', pages: 1 });
  return { text: piecesToText(pieces), warnings: pieces.warnings };
};

try {
  parentPort?.postMessage({ converted: await convert() });
} catch (error) {
  if (!(error instanceof NotConverted)) throw error;
  parentPort?.postMessage({ fault: error.fault });
}
