import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { replaceFile } from '../replace-file.ts';
import { bundleFiles } from './layout.ts';
import { packed } from './pack.ts';
import { formatSums, sha256Hex, type Sums } from './sums.ts';

/** Files of a bundle that is being made: what was written before an interruption is not written again. */
export class BundleFolder {
  readonly #folder: string;
  readonly #sums = new Map<string, string>();

  /** @param folder  kept until the bundle is whole */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether the file was written, now or before an interruption. */
  holds(name: string): boolean {
    return existsSync(join(this.#folder, name));
  }

  read(name: string): Buffer {
    return readFileSync(join(this.#folder, name));
  }

  /** Adds a file; made only when it is not there yet. */
  add(name: string, make: () => Uint8Array): void {
    if (!this.holds(name)) replaceFile(join(this.#folder, name), make());
    this.#sums.set(name, sha256Hex(this.read(name)));
  }

  /** Adds one of many small files: made anew each time, so that none has to wait for the disk. */
  addSmall(name: string, bytes: Uint8Array): void {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    this.#sums.set(name, sha256Hex(bytes));
  }

  get sums(): Sums {
    return this.#sums;
  }

  /** Writes the sums. @returns their own hash, for signing */
  seal(): string {
    const bytes = formatSums(this.#sums);
    replaceFile(join(this.#folder, bundleFiles.sums), bytes);
    return sha256Hex(bytes);
  }

  /** Adds the signed statement about the sums. */
  sign(note: Uint8Array): void {
    replaceFile(join(this.#folder, bundleFiles.statement), note);
  }

  /** Puts everything into one file, whole or not at all. */
  async pack(path: string): Promise<void> {
    const names = [...this.#sums.keys(), bundleFiles.sums, bundleFiles.statement];
    const files = names.map((name) => {
      const at = join(this.#folder, name);
      return { name, size: statSync(at).size, open: () => createReadStream(at) };
    });
    await pipeline(packed(files), createWriteStream(`${path}.partial`));
    renameSync(`${path}.partial`, path);
  }
}
