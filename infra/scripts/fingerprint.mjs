// What a build was made of: path, size and time of every source. Fast enough to ask at every start.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));

/** Fingerprint of the sources below `root`. */
export const fingerprintOf = (root) => {
  const files = ['apps', 'libs'].flatMap((folder) => walk(join(root, folder)));
  const all = [...files, ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name))].sort();
  const hash = createHash('sha256');
  for (const file of all) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};
