// npm run test:ledger -- --only others: the ledger of the demonstration, checked by programs that are not ours: sha256sum, openssl, Go's
// golang.org/x/mod/sumdb from Debian, and @sigstore/verify. All have to come to the root that we signed.
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ledger from '../../dist/libs/ledger/src/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-others-'));
const dataDir = join(folder, 'data');

const run = (command, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? ''}${stderr}${stdout}`.slice(0, 2_000));
  return stdout.trim();
};
const program = (path, args) =>
  run(process.execPath, ['--no-warnings', path, ...args], { cwd: root, env: { ...process.env, DATA_DIR: dataDir } });
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Debian's Go and its x/mod, installed where we may. */
const needGo = () => {
  if (has('go')) return;
  if (process.getuid?.() !== 0) throw new Error('Go is needed: apt-get install golang-go golang-golang-x-mod-dev');
  run('apt-get', ['install', '-y', '-qq', 'golang-go', 'golang-golang-x-mod-dev'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

try {
  needGo();
  program('dist/apps/operator/demo/main.js', []);
  const bundle = join(folder, 'bundle.zip');
  process.stdout.write(`${program('dist/apps/operator/main.js', ['bundle', 'export', '--out', bundle])}\n`);

  const unpacked = join(folder, 'bundle');
  const reader = await ledger.BundleReader.open(bundle);
  for (const name of reader.names) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), await reader.read(name));
  }
  reader.close();
  const note = readFileSync(join(unpacked, 'log', 'checkpoint'));
  const checkpoint = ledger.parseCheckpoint(note);
  const tree = new ledger.TileReader(ledger.ledgerFolder(join(unpacked, 'log')), ledger.sha256Tree, checkpoint.size);
  const key = ledger.verifierKeyOf(
    checkpoint.origin,
    1,
    (await import('node:crypto')).createPrivateKey(readFileSync(join(dataDir, 'signer', 'key.pem'))),
  );
  const vkey = ledger.formatVerifierKey(key);
  const entries = Array.from({ length: Math.ceil(checkpoint.size / 256) }, (_bundle, index) => tree.entries(index)).flat();
  const places = entries.map((_entry, index) => index).filter((index) => index % Math.ceil(checkpoint.size / 200) === 0);
  const proofs = places.map((index) => [index, ledger.proveInclusion(tree.rootOf, index, checkpoint.size)]);
  const roots = {
    ours: Buffer.from(
      ledger.referenceRoot(
        ledger.sha256Tree,
        entries.map((entry) => ledger.sha256Tree.leaf(entry)),
      ),
    ).toString('base64'),
  };

  run('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: unpacked });
  process.stdout.write('sha256sum: every file is what SHA256SUMS says\n');

  const [line] = checkpoint.note.signatures;
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey]);
  writeFileSync(
    join(folder, 'key.pem'),
    createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ type: 'spki', format: 'pem' }),
  );
  writeFileSync(join(folder, 'text'), checkpoint.note.text);
  writeFileSync(join(folder, 'signature'), line.signature);
  const signed = [
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    join(folder, 'key.pem'),
    '-rawin',
    '-in',
    join(folder, 'text'),
    '-sigfile',
    join(folder, 'signature'),
  ];
  process.stdout.write(`openssl: ${run('openssl', signed)}\n`);
  writeFileSync(join(folder, 'text'), checkpoint.note.text.replace(/\n\d+\n/, '\n1\n'));
  if (spawnSync('openssl', signed).status === 0) throw new Error('openssl accepts another text');

  mkdirSync(join(unpacked, 'ours'));
  for (const [index, path] of proofs)
    writeFileSync(
      join(unpacked, 'ours', `${index}.proof`),
      [index, ...path.map((hash) => Buffer.from(hash).toString('base64')), ''].join('\n'),
    );
  const go = {
    cwd: join(here, 'go-verify'),
    env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '', GOCACHE: join(folder, 'go') },
  };
  const told = run('go', ['run', 'main.go', vkey, unpacked], go);
  process.stdout.write(`Go, x/mod/sumdb: ${told}\n`);
  [, , roots.go] = told.split(' ');
  rmSync(join(unpacked, 'ours'), { recursive: true });

  const require = createRequire(join(here, 'package.json'));
  const merkle = require(join(here, 'node_modules/@sigstore/verify/dist/tlog/merkle.js'));
  const { LogCheckpoint, verifyCheckpoint } = require(join(here, 'node_modules/@sigstore/verify/dist/tlog/checkpoint.js'));
  const logId = Buffer.alloc(32);
  logId.writeUInt32BE(key.id, 0);
  const log = {
    logID: logId,
    baseURL: `https://${checkpoint.origin}`,
    publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
  };
  const seen = verifyCheckpoint({ inclusionProof: { checkpoint: { envelope: note.toString('utf8') } } }, [log]);
  if (!(seen instanceof LogCheckpoint)) throw new Error('@sigstore/verify reads no checkpoint');
  for (const [index, path] of proofs)
    merkle.verifyMerkleInclusion({ canonicalizedBody: entries[index], inclusionProof: { logIndex: String(index), hashes: path } }, seen);
  roots.sigstore = Buffer.from(seen.logHash).toString('base64');
  process.stdout.write(`@sigstore/verify: signature good, ${proofs.length} of our proofs lead to ${roots.sigstore}\n`);

  roots.signed = Buffer.from(checkpoint.root).toString('base64');
  const different = new Set(Object.values(roots)).size;
  process.stdout.write(
    `${checkpoint.size} entries: ${Object.keys(roots).join(', ')} ${different === 1 ? 'agree' : `DIFFER: ${JSON.stringify(roots)}`}\n`,
  );
  process.exitCode = different === 1 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
