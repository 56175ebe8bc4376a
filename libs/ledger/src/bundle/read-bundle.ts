import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { isBundleName, mostFileBytes } from './layout.ts';
import { packed } from './pack.ts';

/** Why a file is not read as a bundle. */
export interface BundleUnreadable {
  readonly why: 'unreadable' | 'foreign_file' | 'packed' | 'duplicate' | 'too_large';
  /** Name of the file in the bundle, or what the reader says. */
  readonly where: string;
}

const stored = 0;

const faultOf = (entry: Entry, seen: ReadonlyMap<string, Entry>): BundleUnreadable | null => {
  const where = entry.fileName;
  if (!isBundleName(where)) return { why: 'foreign_file', where };
  if (seen.has(where)) return { why: 'duplicate', where };
  // What is packed can unpack to anything; bundles are not.
  if (entry.compressionMethod !== stored || entry.isEncrypted() || entry.compressedSize !== entry.uncompressedSize)
    return { why: 'packed', where };
  return entry.uncompressedSize > mostFileBytes ? { why: 'too_large', where } : null;
};

/** A bundle as its files; nothing is ever written. */
export class BundleReader {
  readonly #path: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#path = path;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Opens a bundle, or says why it is none. */
  static async open(path: string): Promise<BundleReader | BundleUnreadable> {
    try {
      const zip = await yauzl.openPromise(path, { strictFileNames: true, autoClose: false, lazyEntries: true });
      const found = await entriesOf(zip, statSync(path).size);
      if (found instanceof Map) return new BundleReader(path, zip, found as ReadonlyMap<string, Entry>);
      zip.close();
      return found as BundleUnreadable;
    } catch (error) {
      return { why: 'unreadable', where: error instanceof Error ? error.message : String(error) };
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A file of the bundle; null when it has none of that name. @throws BundleCutOff */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    } catch (error) {
      throw new BundleCutOff(name, { cause: error });
    }
  }

  /** Whether the file is nothing but its content, byte for byte: what differs, in a time or between two files, was put there by somebody. */
  async isCanonical(): Promise<boolean> {
    const files = [...this.#entries.values()].map((entry) => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
      open: () => this.#zip.openReadStreamPromise(entry),
    }));
    const file = openSync(this.#path, 'r');
    try {
      let at = 0;
      for await (const chunk of packed(files)) {
        const expected = chunk as Buffer;
        const found = Buffer.alloc(expected.length);
        if (readSync(file, found, 0, found.length, at) !== found.length || !found.equals(expected)) return false;
        at += found.length;
      }
      return at === fstatSync(file).size;
    } catch {
      // A file in it that cannot be read to its end is told when it is read.
      return false;
    } finally {
      closeSync(file);
    }
  }

  close(): void {
    this.#zip.close();
  }
}

/** A file of the bundle cannot be read to its end. */
export class BundleCutOff extends Error {}

const entriesOf = async (zip: ZipFile, fileBytes: number): Promise<ReadonlyMap<string, Entry> | BundleUnreadable> => {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = faultOf(entry, entries);
    if (fault !== null) return fault;
    bytes += entry.uncompressedSize;
    // Files that share their bytes would together be larger than the bundle.
    if (bytes > fileBytes) return { why: 'too_large', where: entry.fileName };
    entries.set(entry.fileName, entry);
  }
  return entries;
};
