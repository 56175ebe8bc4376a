import { Readable } from 'node:stream';
import yazl from 'yazl';

/** A file that goes into a bundle. */
export interface PackedFile {
  readonly name: string;
  readonly size: number;
  readonly open: () => Promise<Readable> | Readable;
}

/** The first moment that the format knows, in local time as it wants it. */
const fixedTime = new Date(1980, 0, 1);

const byName = (a: PackedFile, b: PackedFile): number => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name));

/**
 * The bytes of a bundle: names in order, one fixed time, nothing packed. One content gives the same bytes on every machine, whatever
 * its compression library; so whoever has the content knows every byte that may be in the file.
 */
export const packed = (files: readonly PackedFile[]): NodeJS.ReadableStream => {
  const zip = new yazl.ZipFile();
  for (const { name, size, open } of files.toSorted(byName))
    zip.addReadStreamLazy(name, { size, mtime: fixedTime, mode: 0o100644, compress: false, forceDosTimestamp: true }, (give) => {
      Promise.resolve(open()).then(
        (stream) => {
          give(null, stream);
        },
        (error: unknown) => {
          give(error instanceof Error ? error : new Error(String(error)), null as never);
        },
      );
    });
  // The library tells its errors on itself; here they end the stream, so that whoever reads it meets them.
  zip.on('error', (error: Error) => {
    if (zip.outputStream instanceof Readable) zip.outputStream.destroy(error);
  });
  zip.end();
  return zip.outputStream;
};
