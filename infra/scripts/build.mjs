// Compiles apps and libs into dist and copies what is not TypeScript. The stamp is written last: an interrupted build is no build.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copied = ['libs/reference/data', 'apps/web/assets', 'apps/api/openapi.json'];

const stamp = join(root, 'dist', '.stamp');
const fingerprint = fingerprintOf(root);
rmSync(stamp, { force: true });

const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit', cwd: root });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

for (const path of copied) {
  mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
  cpSync(join(root, path), join(root, 'dist', path), { recursive: true, filter: (source) => !/\.tsx?$/.test(source) });
}
writeFileSync(stamp, fingerprint);
