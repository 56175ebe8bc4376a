// npm run test:ledger -- --only signer: hostile requests to the real signing process, which is killed again and again while it signs. It
// may refuse and it may die, but two of its signatures must never contradict each other. `--requests N`, `--seed N`.
import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  lastSignedFile,
  parseCheckpoint,
  readLastSigned,
  RightEdge,
  sha256Tree,
  TileFolder,
  verifyNote,
  verifierKeyOf,
} from '../../dist/libs/ledger/src/index.js';
import { chanceOf } from '../crash/lib/ids.mjs';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } });
const wanted = Number(values.requests);
const chance = chanceOf(Number(values.seed));
const origin = 'example.org/rapporteur/0badcafe';
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-hostile-'));
const keys = join(folder, 'signer');
mkdirSync(keys);
const { privateKey } = generateKeyPairSync('ed25519');
writeFileSync(join(keys, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
const record = join(keys, lastSignedFile);
const trusted = [verifierKeyOf(origin, 1, privateKey)];

// Histories that begin alike and part at different places; each lies in a folder of its own, and one of them is shown to the signer.
const longest = 1_000_000_000;
const partsAt = [longest, 0, 3, 200, 300, 1_000];
const histories = partsAt.map((parting, number) => {
  const path = join(folder, `history-${number}`);
  const tiles = new TileFolder(path);
  const edge = new RightEdge(sha256Tree);
  const roots = [sha256Tree.empty];
  const grow = (size) => {
    while (tiles.size < size) {
      const entry = Buffer.from(`${tiles.size < parting ? 'true' : `other ${number}`} ${tiles.size}`);
      tiles.append(entry);
      edge.append(sha256Tree.leaf(entry));
      roots.push(edge.root());
    }
    tiles.flush();
  };
  return { path, tiles, grow, rootAt: (size) => roots[size] };
});
const shown = join(folder, 'tiles');
const show = ({ path }) => {
  symlinkSync(path, `${shown}.next`);
  renameSync(`${shown}.next`, shown);
};

const program = fileURLToPath(new URL('../../dist/libs/ledger/src/signer/signer.process.js', import.meta.url));
let asked = 0;
let child = null;
const waiting = new Map();
const running = () => {
  if (child !== null) return child;
  const begun = fork(program, [origin, record, shown, keys], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  begun.on('message', ({ id, ...answer }) => waiting.get(id)?.(answer));
  // It may die while it is being asked.
  begun.on('error', () => undefined);
  begun.on('exit', () => {
    if (child === begun) child = null;
    for (const settle of waiting.values()) settle({ died: true });
    waiting.clear();
  });
  child = begun;
  return begun;
};
const ask = (question) =>
  new Promise((resolve) => {
    const id = (asked += 1);
    waiting.set(id, (answer) => {
      waiting.delete(id);
      resolve(answer);
    });
    running().send({ id, ...question });
  });

/** Every tree that a signature exists for: size and root, in hexadecimal. */
const signed = new Map();
const problems = [];
const counts = { signed: 0, refused: 0, died: 0, persistedUnanswered: 0 };
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const learn = (note) => {
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null || !verifyNote(checkpoint.note, trusted).good) {
    problems.push('a note that is not signed');
    return;
  }
  const before = signed.get(checkpoint.size);
  if (before !== undefined && before !== hex(checkpoint.root)) problems.push(`two roots over ${checkpoint.size} entries`);
  signed.set(checkpoint.size, hex(checkpoint.root));
};
const settle = (answer) => {
  if (answer.note !== undefined) {
    counts.signed += 1;
    learn(answer.note);
  } else if (answer.refused !== undefined) counts.refused += 1;
  else counts.died += 1;
};
const lastSize = () => (existsSync(record) ? readLastSigned(record).size : 0);

/** A history that what was signed last is a beginning of: whichever went on first is the true one from there. */
const continued = () => {
  const last = existsSync(record) ? readLastSigned(record) : null;
  return histories.find(({ rootAt }) => last === null || (rootAt(last.size) !== undefined && hex(rootAt(last.size)) === hex(last.root)));
};
const honest = () => {
  const history = continued();
  const size = lastSize() + 1 + chance.below(20);
  history.grow(Math.max(size, history.tiles.size));
  show(history);
  return { size, root: history.rootAt(size) };
};
const strange = [undefined, null, 'x', -1, 0, 1.5, Number.NaN, 2 ** 53, '7', {}, [], new Uint8Array(31), new Uint8Array(1_000_000)];

const acts = {
  honest: async () => settle(await ask(honest())),
  otherHistory: async () => {
    const other = chance.pick(histories);
    const size = Math.max(1, lastSize() + chance.below(30) - 5);
    other.grow(Math.max(size, other.tiles.size));
    show(other);
    settle(await ask({ size, root: other.rootAt(size) }));
    show(continued());
  },
  smaller: async () => {
    const { root, size } = honest();
    const shrunk = Math.max(1, size - 1 - chance.below(40));
    settle(await ask({ size: shrunk, root: chance.below(2) === 0 ? root : continued().rootAt(shrunk) }));
  },
  sameSize: async () => settle(await ask({ size: Math.max(1, lastSize()), root: sha256Tree.leaf(Buffer.from([chance.below(256)])) })),
  wrongRoot: async () => settle(await ask({ ...honest(), root: sha256Tree.leaf(Buffer.from('forged')) })),
  entryChangedBeneath: async () => {
    // The files are another history's, the root that is asked for is the true one.
    const question = honest();
    const other = chance.pick(histories);
    other.grow(Math.max(question.size, other.tiles.size));
    show(other);
    settle(await ask(question));
    show(continued());
  },
  garbage: async () => {
    running().send(chance.pick(strange.filter((one) => one !== undefined)));
    settle(await ask({ size: chance.pick(strange), root: chance.pick(strange) }));
  },
  bundles: async () => {
    const answer = await ask({ sumsSha256: chance.pick([...strange, 'f'.repeat(64), `${origin}\n7\n`]) });
    // What is signed about a bundle is no checkpoint, whatever was asked.
    if (answer.note !== undefined && parseCheckpoint(answer.note) !== null) problems.push('a bundle signed as a checkpoint');
    if (answer.died) counts.died += 1;
  },
  atOnce: async () => {
    const [one, two] = [honest(), honest()];
    (await Promise.all([ask(one), ask(two), ask({ ...one, root: two.root })])).forEach(settle);
  },
  killed: async () => {
    // It is up and idle, so that the blow falls while it signs, writes its record or answers.
    settle(await ask(honest()));
    const before = lastSize();
    const question = honest();
    const process = running();
    const answer = ask(question);
    const until = performance.now() + chance.below(500) / 100;
    while (performance.now() < until) await new Promise(setImmediate);
    process.kill('SIGKILL');
    const told = await answer;
    settle(told);
    const last = existsSync(record) ? readLastSigned(record) : null;
    if (last !== null) learn(last.note);
    if (told.note !== undefined && (last === null || last.size < question.size))
      problems.push(`signed ${question.size} without a record of it`);
    if (told.note === undefined && last !== null && last.size > before) counts.persistedUnanswered += 1;
  },
};
const weights = {
  honest: 22,
  otherHistory: 16,
  smaller: 10,
  sameSize: 10,
  wrongRoot: 8,
  entryChangedBeneath: 10,
  garbage: 8,
  bundles: 4,
  atOnce: 4,
  killed: 8,
};
const drawn = Object.entries(weights).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

show(histories[0]);
while (asked < wanted) await acts[chance.pick(drawn)]();
child?.kill('SIGKILL');

// All signed trees are prefixes of one history.
const owner = histories.findIndex((history) =>
  [...signed].every(([size, root]) => size < 1 || (history.rootAt(size) !== undefined && hex(history.rootAt(size)) === root)),
);
if (owner < 0) problems.push('the signed trees are not prefixes of one history');
if (signed.size < wanted / 20) problems.push(`only ${signed.size} trees were signed`);
if (counts.persistedUnanswered === 0) problems.push('it never died between its record and its answer');
rmSync(folder, { recursive: true });
problems.slice(0, 20).forEach((problem) => process.stdout.write(`  ${problem}\n`));
process.stdout.write(
  `signer: ${asked} requests, ${counts.signed} signed (${signed.size} trees), ${counts.refused} refused, ${counts.died} died with their question (${counts.persistedUnanswered} of them between record and answer); ${problems.length} inconsistent\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
