import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../../../libs/application/src/index.ts';
import { formatSums, sha256Hex } from '../../../libs/ledger/src/index.ts';

/** A folder that is being made. */
export class ArchiveFolder {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  add(path: string, bytes: Uint8Array): void {
    const at = join(this.#folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }

  /** JSON in one form, for people to read. */
  addJson(path: string, value: unknown): void {
    this.add(path, Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`, 'utf8'));
  }

  /** Writes the sums of every file. @returns how many files there are with it */
  seal(): number {
    const files = readdirSync(this.#folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(this.#folder.length + 1));
    const sums = new Map(names.map((name) => [name, sha256Hex(readFileSync(join(this.#folder, name)))]));
    this.add('SHA256SUMS', formatSums(sums));
    return names.length + 1;
  }
}
