import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { attachmentLimits, type ArchiveFault } from './limits.ts';

/** What has been unpacked so far, across a file and what is embedded in it. */
interface Tally {
  entries: number;
  unpackedBytes: number;
}

/** Closed by us, when all parts have been read. */
export const zipOptions = { strictFileNames: true, autoClose: false, lazyEntries: true } as const;

/** An archive is not what it should be; ends the walk at once. */
class Unsafe extends Error {
  readonly what: ArchiveFault;

  constructor(what: ArchiveFault) {
    super(what);
    this.what = what;
  }
}

const isSymbolicLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
const isMacro = ({ fileName }: Entry): boolean => /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$/i.test(fileName);
const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;

const checkEntry = (entry: Entry, seen: Set<string>): void => {
  if (entry.isEncrypted()) throw new Unsafe('encrypted');
  if (isSymbolicLink(entry)) throw new Unsafe('link');
  if (isMacro(entry)) throw new Unsafe('macro');
  // Two parts of one name: readers differ in which one they take.
  const name = entry.fileName.toLowerCase();
  if (seen.has(name)) throw new Unsafe('duplicate');
  seen.add(name);
};

/** Parts that share packed bytes unpack to more than the file holds: the trick of the densest bombs. */
const checkOverlap = (entries: readonly Entry[]): void => {
  const placed = entries
    .map(({ relativeOffsetOfLocalHeader: begin, compressedSize, fileNameLength }) => ({
      begin,
      end: begin + 30 + fileNameLength + compressedSize,
    }))
    .sort((a, b) => a.begin - b.begin);
  const overlaps = placed.some(({ begin }, index) => begin < (placed[index - 1]?.end ?? 0));
  if (overlaps) throw new Unsafe('overlap');
};

const checkSize = (entry: Entry, unpackedHere: number, tally: Tally): void => {
  if (tally.unpackedBytes > attachmentLimits.maxUnpackedBytes) throw new Unsafe('size');
  const isDense = unpackedHere > attachmentLimits.ratioFromBytes && unpackedHere > entry.compressedSize * attachmentLimits.maxRatio;
  if (isDense) throw new Unsafe('ratio');
};

/** Unpacks one part, counting what really comes out; answers its bytes when it is an archive itself. */
const unpack = async (zip: ZipFile, entry: Entry, tally: Tally): Promise<Uint8Array | null> => {
  const inner: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Uint8Array;
    const isInner = size === 0 ? isZip(bytes) : inner.length > 0;
    size += bytes.byteLength;
    tally.unpackedBytes += bytes.byteLength;
    checkSize(entry, size, tally);
    if (isInner) inner.push(bytes);
    if (isInner && size > attachmentLimits.maxBytes) throw new Unsafe('nested');
  }
  return inner.length === 0 ? null : Buffer.concat(inner);
};

const entriesOf = async (zip: ZipFile, tally: Tally): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    tally.entries += 1;
    if (tally.entries > attachmentLimits.maxEntries) throw new Unsafe('entries');
    checkEntry(entry, seen);
    entries.push(entry);
  }
  checkOverlap(entries);
  return entries;
};

const walk = async (zip: ZipFile, tally: Tally, depth: number): Promise<void> => {
  try {
    for (const entry of await entriesOf(zip, tally)) {
      const inner = entry.fileName.endsWith('/') ? null : await unpack(zip, entry, tally);
      if (inner === null) continue;
      if (depth >= attachmentLimits.maxDepth) throw new Unsafe('nested');
      await walk(await yauzl.fromBufferPromise(Buffer.from(inner), zipOptions), tally, depth + 1);
    }
  } finally {
    zip.close();
  }
};

/** What the library says of an archive that it does not take; a disk that fails is another matter. */
const faultOf = (error: unknown): ArchiveFault => {
  if (error instanceof Unsafe) return error.what;
  const { message = '', syscall } = error as { readonly message?: string; readonly syscall?: string };
  if (syscall !== undefined) throw error;
  if (/relative path|absolute path|invalid characters in fileName/.test(message)) return 'path';
  return /too many bytes|not enough bytes/.test(message) ? 'size' : 'damaged';
};

const faultIn = async (open: () => Promise<ZipFile>): Promise<ArchiveFault | null> => {
  try {
    await walk(await open(), { entries: 0, unpackedBytes: 0 }, 0);
    return null;
  } catch (error) {
    return faultOf(error);
  }
};

/**
 * Looks through an archive as a whole: parts, names, what they really unpack to, and what is embedded in them.
 *
 * @returns the first thing that makes it unsafe, or null
 */
export const archiveFault = (path: string): Promise<ArchiveFault | null> => faultIn(() => yauzl.openPromise(path, zipOptions));

/** The same of an archive in memory. */
export const archiveFaultIn = (bytes: Buffer): Promise<ArchiveFault | null> => faultIn(() => yauzl.fromBufferPromise(bytes, zipOptions));
