// npm run test:mutation -- --rules: breaks one rule of the event store at a time, in a copy, and expects its specs to notice.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const store = 'libs/event-store/src';
const sqlite = `${store}/adapters/sqlite`;

/** [what is broken, file, its text, the broken text] */
const mutations = [
  [
    'I1 a tombstone is passed over',
    `${store}/verdict.ts`,
    'if (facts.tombstoned) throw new StreamDeleted(streamId);\n  if (facts.last',
    'if (facts.last',
  ],
  [
    'I3 a missing stream takes any revision',
    `${store}/verdict.ts`,
    "expected === 'any' || expected === 'no_stream') return append(0n)",
    'true) return append(0n)',
  ],
  ['I4 a repeat is a conflict', `${store}/verdict.ts`, 'if (repeat !== null) return repeat;\n  if (expected', 'if (expected'],
  [
    'I5 other ids count as a repeat',
    `${store}/verdict.ts`,
    'stored.every((id, index) => id === ids[index])',
    'stored.some((id, index) => id === ids[index])',
  ],
  ['I7 a revision to come is taken', `${store}/verdict.ts`, 'if (expectedLast === last) return', 'if (expectedLast >= last) return'],
  ['I9 any appends again', `${store}/verdict.ts`, 'if (firstKnown === null) return append(last + 1n);', 'return append(last + 1n);'],
  ['C11 nothing can be appended', `${store}/check-append.ts`, 'if (events.length === 0)', 'if (false)'],
  ['C25 one id twice in one call', `${store}/check-append.ts`, '.size !== encoded.length', '.size < 0'],
  ['C70 events of any size', `${store}/check-append.ts`, 'if (size > maxEventBytes)', 'if (size < 0)'],
  ['C72 any stream name', `${store}/check-append.ts`, '!streamPattern.test(streamId) ||', ''],
  ['C27 a lost answer is a conflict', `${store}/append-with-retry.ts`, 'if (ours !== null) return ours;', ''],
  [
    'C28 nothing is tried again',
    `${store}/append-with-retry.ts`,
    'if (!isWorthAnother(error) || attempt === attempts) throw error;',
    'throw error;',
  ],
  [
    'C30 the revision is not looked at',
    `${sqlite}/writer.ts`,
    'const verdict = judge(streamId, expected, ids, facts);',
    "const verdict = judge(streamId, 'any', ids, facts);",
  ],
  [
    'C13 positions are made up',
    `${sqlite}/writer.ts`,
    'position: (positions.at(-1) ?? 0n) as GlobalPosition',
    'position: 1n as GlobalPosition',
  ],
  [
    'group: answered before COMMIT',
    `${sqlite}/group-commit.ts`,
    "this.#db.exec('COMMIT');\n      return outcomes;",
    "for (const o of outcomes) if ('result' in o) o.entry.resolve(o.result as never);\n      this.#db.exec('COMMIT');\n      return outcomes;",
  ],
  ['group: a refusal loses the group', `${sqlite}/group-commit.ts`, 'if (error instanceof EventStoreError) return { entry, error };', ''],
  [
    'group: a failed COMMIT was not applied',
    `${sqlite}/group-commit.ts`,
    "throw translate(error, 'inflight');",
    "throw translate(error, 'connect');",
  ],
  ['group: deadlines do not matter', `${sqlite}/group-commit.ts`, 'performance.now() - since > deadlineMs', 'false'],
  [
    'C36 streams begin at the second event',
    `${sqlite}/reader.ts`,
    'WHERE stream_id = ? AND revision >= ?',
    'WHERE stream_id = ? AND revision > ?',
  ],
  ['C46 after includes', `${sqlite}/reader.ts`, 'FROM events WHERE position > ?', 'FROM events WHERE position >= ?'],
  ['C51 caught up is never said', `${store}/subscribe.ts`, "if (!isCaughtUp) yield { kind: 'caughtUp' };", ''],
  ['C53 a subscription repeats its place', `${store}/subscribe.ts`, 'cursor = through;\n', 'cursor = (through - 1n) as GlobalPosition;\n'],
  ['C55 falling behind is not said', `${store}/subscribe.ts`, "yield { kind: 'fellBehind' };", ''],
  ['C57 stop does not stop', `${store}/subscribe.ts`, 'stopping.abort();\n      await messages.return(undefined);', ''],
  [
    'C60 progress goes too far',
    `${store}/subscribe.ts`,
    "passing.length === 0 ? { kind: 'progress', through }",
    "passing.length === 0 ? { kind: 'progress', through: (through + 5n) as GlobalPosition }",
  ],
  ['C62 bytes do not count', `${store}/subscribe.ts`, '> maxBytes);', '> Number.POSITIVE_INFINITY);'],
  ['C63 deleted events are shown', `${sqlite}/writer.ts`, 'soft_deleted = 1, hidden_below = revision + 1', 'soft_deleted = 1'],
  ['C66 truncation shows one more', `${store}/stream-settings.ts`, 'last - BigInt(maxCount) + 1n', 'last - BigInt(maxCount)'],
  ['C67 the ledger can be scavenged', `${sqlite}/scavenge.ts`, 'if (ledgered !== undefined)', 'if (false)'],
  [
    'C68 settings of whoever comes last',
    `${store}/stream-settings.ts`,
    "if (expectedMeta === 'none' ? actual === null : actual === expectedMeta) return;",
    'return;',
  ],
  ['C90 a backup is not looked at', `${sqlite}/backup.ts`, 'if (holes !== undefined)', 'if (false)'],
  ['C91 older files are not brought up', `${sqlite}/schema.ts`, 'steps.slice(version).forEach', 'steps.slice(0, version).slice(9).forEach'],
  [
    'cache: what others appended is not seen',
    `${sqlite}/stream-cache.ts`,
    'if (kept?.last !== last || kept.lowest !== lowest) return null;',
    'if (kept === undefined) return null;',
  ],
  ['durability: synchronous NORMAL', `${sqlite}/connection.ts`, "db.pragma('synchronous = FULL');", "db.pragma('synchronous = NORMAL');"],
];

const { values } = parseArgs({
  options: { only: { type: 'string' }, share: { type: 'string', default: '1/1' }, from: { type: 'string', default: '0' } },
});
const [share = 1, shares = 1] = values.share.split('/').map(Number);
const chosen = mutations.filter(
  ([name], index) =>
    index >= Number(values.from) && index % shares === share - 1 && (values.only === undefined || name.includes(values.only)),
);
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mutation-'));
['apps', 'libs', 'test', 'package.json', 'tsconfig.json', 'jest.config.js'].forEach((name) =>
  cpSync(name, join(folder, name), { recursive: true, filter: (path) => !path.includes('node_modules') }),
);
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
const jest = [
  join('node_modules', 'jest', 'bin', 'jest.js'),
  '--ci',
  '--bail',
  '--forceExit',
  '--selectProjects',
  'parts',
  '--testTimeout',
  '8000',
  '--testPathPatterns',
  'event-store/src',
];
const notice = () =>
  spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', ...jest], {
    cwd: folder,
    timeout: 90_000,
    env: { ...process.env, CONTRACT_SEEDS: '4' },
  }).status !== 0;

const survived = [];
if (notice()) throw new Error('the specs fail before anything is broken');
for (const [name, file, text, broken] of chosen) {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  if (!whole.includes(text)) throw new Error(`${name}: ${file} does not say that any more`);
  writeFileSync(
    path,
    whole.replace(text, () => broken),
  );
  const isNoticed = notice();
  if (!isNoticed) survived.push(name);
  process.stdout.write(`${isNoticed ? 'noticed ' : 'SURVIVED'} ${name}\n`);
  writeFileSync(path, whole);
}
rmSync(folder, { recursive: true });
process.stdout.write(`${chosen.length - survived.length} passed, ${survived.length} failed, 0 skipped\n`);
process.exitCode = survived.length === 0 ? 0 : 1;
