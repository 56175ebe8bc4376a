import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeyObject } from 'node:crypto';
import { bundleFiles, BundleReader, formatNote, formatSums, sha256Hex, signNote, statementText } from '../../../libs/ledger/src/index.ts';
import { packed } from '../../../libs/ledger/src/bundle/pack.ts';

/** Files of a bundle by their names, to be changed. */
export type OpenedBundle = Map<string, Buffer>;

export const openBundle = async (path: string): Promise<OpenedBundle> => {
  const bundle = await BundleReader.open(path);
  if (!(bundle instanceof BundleReader)) throw new Error(bundle.why);
  const files: OpenedBundle = new Map();
  for (const name of bundle.names) files.set(name, (await bundle.read(name)) ?? Buffer.alloc(0));
  bundle.close();
  return files;
};

/** Writes the files as a bundle of the right form, whatever is in them. */
export const closeBundle = async (files: OpenedBundle, path: string): Promise<void> => {
  const listed = [...files].map(([name, bytes]) => ({
    name,
    size: bytes.length,
    open: () => Readable.from(bytes.length === 0 ? [] : [bytes]),
  }));
  await pipeline(packed(listed), createWriteStream(path));
};

/** What an insider with the true key would do after changing something: new sums, a new statement. */
export const signAgain = (files: OpenedBundle, origin: string, key: KeyObject): void => {
  const own: readonly string[] = [bundleFiles.sums, bundleFiles.statement];
  const sums = formatSums(new Map([...files].filter(([name]) => !own.includes(name)).map(([name, bytes]) => [name, sha256Hex(bytes)])));
  const text = statementText(origin, sha256Hex(sums));
  files.set(bundleFiles.sums, sums);
  files.set(bundleFiles.statement, formatNote(text, [signNote(origin, key, text)]));
};

/** Bytes of a file as a stream reads them. */
export const bytesOf = async (path: string): Promise<Buffer> => Buffer.concat(await Array.fromAsync(createReadStream(path)));

/** Changes the first file whose name begins so. */
export const edit = (name: string, by: (bytes: Buffer) => Buffer) => (files: OpenedBundle) => {
  const found = [...files.keys()].find((one) => one.startsWith(name));
  if (found === undefined) throw new Error(`no ${name}`);
  files.set(found, by(Buffer.from(files.get(found) ?? Buffer.alloc(0))));
};

/** Changes one bit. */
export const flip = (at: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};
