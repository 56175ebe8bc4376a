// Runs on the machine's own Node: installs once per lockfile, builds when a source has changed. Says what it does, and why when it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oldest = 20;

const fail = (sentence, code) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

const readOr = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const install = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed');
  if (readOr(stamp) === lock) return;
  process.stderr.write('Installing packages (once)…\n');
  // npm tells its own address to the scripts it runs; without it the command on the path serves.
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const done = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) fail('The packages could not be installed. Check the network and the free disk space, then start again.', 1);
  writeFileSync(stamp, lock);
};

/** The Node that came with the packages, or the machine's own where there is none for this kind of machine. */
const nodeForBuild = () => {
  const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(bundled) ? bundled : process.execPath;
};

const build = () => {
  if (readOr(join(root, 'dist', '.stamp')) === fingerprintOf(root)) return;
  process.stderr.write('Building…\n');
  const done = spawnSync(nodeForBuild(), [join(root, 'infra', 'scripts', 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) fail('The build failed; what the compiler said stands above.', 1);
};

if (Number(process.versions.node.split('.')[0]) < oldest)
  fail(`Rapporteur needs Node ${oldest} or newer to start, this is ${process.versions.node}.`, 78);
install();
if (!process.argv.includes('--no-build')) build();
