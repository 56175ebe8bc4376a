import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** One instant for all parts. */
const mtime = new Date('1980-01-01T00:00:00Z');

/** Writes an Office document anew with the instant of the record in the place of that of its making: the same content, the same bytes. */
export const repack = async (office: Uint8Array, at: string): Promise<Buffer> => {
  const zip = await fromBufferPromise(Buffer.from(office));
  const out = new ZipFile();
  const bytes = buffer(out.outputStream);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const part = await buffer(await zip.openReadStreamPromise(entry));
    const isCore = entry.fileName === 'docProps/core.xml';
    const dated = isCore ? Buffer.from(part.toString('utf8').replace(/(W3CDTF">)[^<]*(<)/g, `$1${at}$2`), 'utf8') : part;
    out.addBuffer(dated, entry.fileName, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  out.end();
  return bytes;
};
