// npm run test:ledger -- --only mutations: one bundle changed in many small ways, half by chance, half by an insider who writes the sums
// anew and signs with the true key; each has to be refused. `--mutations N`, `--seed N`.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { verifyBundle as auditorVerifies } from '../../dist/apps/auditor/verify-bundle.js';
import { verifyBundle } from '../../dist/libs/ledger/src/bundle/index.js';
import { packed } from '../../dist/libs/ledger/src/bundle/pack.js';
import * as ledger from '../../dist/libs/ledger/src/index.js';
import { chanceOf } from '../crash/lib/ids.mjs';
import { openedRecord } from './opened-record.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { mutations: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } });
const [count, seed] = [Number(values.mutations), Number(values.seed)];
const chance = chanceOf(seed);
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mutations-'));
const dataDir = join(folder, 'data');

await openedRecord(dataDir);
const key = createPrivateKey(readFileSync(join(dataDir, 'signer', 'key.pem')));
const published = join(dataDir, 'ledger', 'checkpoint');
const signed = ledger.parseCheckpoint(readFileSync(published));
const witness = generateKeyPairSync('ed25519').privateKey;
const witnessName = 'witness.example/one';
const cosignature = ledger.cosign(witnessName, witness, signed.note.text, 1_425_373_200n);
writeFileSync(published, ledger.formatNote(signed.note.text, [...signed.note.signatures, cosignature]));
const vkey = (name, type, of) => ledger.formatVerifierKey(ledger.verifierKeyOf(name, type, of));
const policy = ledger.parsePolicy(`log ${vkey(signed.origin, 1, key)}\nwitness one ${vkey(witnessName, 4, witness)}\nquorum one\n`);
const retained = ledger.parseCheckpoint(readFileSync(published));

const whole = join(folder, 'whole.zip');
const exported = spawnSync(process.execPath, ['dist/apps/operator/main.js', 'bundle', 'export', '--out', whole], {
  cwd: root,
  env: { ...process.env, DATA_DIR: dataDir },
  encoding: 'utf8',
});
if (exported.status !== 0) throw new Error(exported.stderr);
const bytes = readFileSync(whole);
const reader = await ledger.BundleReader.open(whole);
const files = new Map();
for (const name of reader.names) files.set(name, await reader.read(name));
reader.close();

const changedBytes = (of) => {
  const copy = Buffer.from(of);
  const kind = chance.below(4);
  if (kind === 0 || copy.length < 2) return Buffer.concat([copy, Buffer.from([chance.below(256)])]);
  if (kind === 1) return copy.subarray(0, chance.below(copy.length));
  const at = chance.below(copy.length);
  copy[at] ^= 1 << chance.below(8);
  return copy;
};

/** Anybody: some byte of the file. */
const byChance = () => changedBytes(bytes);

const write = async (changed, path) => {
  const listed = [...changed].map(([name, content]) => ({
    name,
    size: content.length,
    open: () => Readable.from(content.length === 0 ? [] : [content]),
  }));
  await pipeline(packed(listed), createWriteStream(path));
};

const own = [ledger.bundleFiles.sums, ledger.bundleFiles.statement];
/** An insider: some file changed, taken away or put in; then new sums and a new statement with the true key. */
const byInsider = async (path) => {
  const changed = new Map(files);
  const names = [...files.keys()].filter((name) => !own.includes(name));
  const name = names[chance.below(names.length)];
  const kind = chance.below(8);
  if (kind === 0) changed.delete(name);
  else if (kind === 1) changed.set(ledger.documentFile(ledger.sha256Hex(Buffer.from(String(chance.next())))), Buffer.from('x'));
  else changed.set(name, changedBytes(files.get(name)));
  const sums = ledger.formatSums(
    new Map([...changed].filter(([one]) => !own.includes(one)).map(([one, of]) => [one, ledger.sha256Hex(of)])),
  );
  const text = ledger.statementText(signed.origin, ledger.sha256Hex(sums));
  changed.set(own[0], sums);
  changed.set(own[1], ledger.formatNote(text, [ledger.signNote(signed.origin, key, text)]));
  await write(changed, path);
  return kind === 0 ? `${name} taken away` : name;
};

const detectors = new Map();
const accepted = [];
const begun = Date.now();
const path = join(folder, 'changed.zip');
for (let n = 0; n < count; n += 1) {
  let what = 'by chance';
  if (n % 2 === 0) writeFileSync(path, byChance());
  else what = await byInsider(path);
  // Half of them by an auditor who retained a checkpoint, half by one who did not.
  const check = { policy, retained: n % 4 < 2 ? retained : null };
  const verdict = await verifyBundle(path, check);
  let detector = verdict.good ? null : verdict.detector;
  if (verdict.good) {
    const report = await auditorVerifies({ path, ...check, replays: true, tell: () => undefined });
    if (report.exitCode !== 0) detector = 'replay';
  }
  if (detector === null) accepted.push(what);
  else detectors.set(detector, (detectors.get(detector) ?? 0) + 1);
  if ((n + 1) % 1_000 === 0) process.stdout.write(`${n + 1}/${count}, ${Math.round((Date.now() - begun) / 1_000)} s\n`);
}
// A history made anew and signed with the true key: only what was retained, or the witnesses, can tell.
const forkedHead = ledger.headText({ ...signed, root: Buffer.alloc(32, 1) });
const forked = ledger.parseCheckpoint(ledger.formatNote(forkedHead, [ledger.signNote(signed.origin, key, forkedHead)]));
const fork = await verifyBundle(whole, { policy, retained: forked });
if (!fork.good) detectors.set(fork.detector, (detectors.get(fork.detector) ?? 0) + 1);
rmSync(folder, { recursive: true });
const told = [...detectors].sort().map(([name, times]) => `${name} ${times}`);
process.stdout.write(
  `bundle of ${signed.size} entries, ${count} mutations, seed ${seed}: ${count - accepted.length} refused (${told.join(', ')})\n`,
);
accepted.slice(0, 10).forEach((what) => process.stdout.write(`ACCEPTED: ${what}\n`));
process.exitCode = accepted.length === 0 ? 0 : 1;
