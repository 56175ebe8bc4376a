import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { zipOptions } from './archive.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'http://schemas.openxmlformats.org';

/** Parts that say who wrote a document, for whom, with what and when; each is replaced by an empty one of its kind. */
const emptyParts: Readonly<Record<string, string>> = {
  'docprops/core.xml': `${declaration}<cp:coreProperties xmlns:cp="${types}/package/2006/metadata/core-properties"/>`,
  'docprops/app.xml': `${declaration}<Properties xmlns="${types}/officeDocument/2006/extended-properties"/>`,
  'docprops/custom.xml': `${declaration}<Properties xmlns="${types}/officeDocument/2006/custom-properties"/>`,
};

const emptyOf = ({ fileName }: Entry): string | undefined => {
  const name = fileName.toLowerCase();
  return Object.hasOwn(emptyParts, name) ? emptyParts[name] : undefined;
};

/** One instant for all parts: the same document gives the same bytes. */
const mtime = new Date('1980-01-01T00:00:00Z');

const copy = (zip: ZipFile, entry: Entry, out: ZipWriter): void => {
  const empty = emptyOf(entry);
  const options = { mtime, mode: 0o100644, forceDosTimestamp: true };
  if (empty !== undefined) out.addBuffer(Buffer.from(empty), entry.fileName, options);
  else
    out.addReadStreamLazy(entry.fileName, options, (take) => {
      zip.openReadStream(entry, take);
    });
};

/**
 * Writes an Office document anew without its document properties.
 *
 * Names beside comments and tracked changes are part of the text and stay.
 *
 * @param from  an archive that was found safe
 * @returns false when there was nothing to take out; then nothing is written
 */
export const stripOffice = async (from: string, to: string): Promise<boolean> => {
  const zip = await yauzl.openPromise(from, zipOptions);
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    if (!entries.some((entry) => emptyOf(entry) !== undefined)) return false;
    const out = new ZipWriter();
    const file = createWriteStream(to, { mode: 0o600 });
    out.once('error', (error: Error) => file.destroy(error));
    entries
      .filter(({ fileName }) => !fileName.endsWith('/'))
      .forEach((entry) => {
        copy(zip, entry, out);
      });
    out.end();
    await pipeline(out.outputStream, file);
    return true;
  } finally {
    zip.close();
  }
};
