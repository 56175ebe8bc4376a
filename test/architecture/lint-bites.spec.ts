import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const lines = (count: number): string => Array.from({ length: count }, (_line, index) => `export const a${index} = ${index};`).join('\n');
const longFunction = `export const f = (): number[] => {\n  const a: number[] = [];\n${'  a.push(1);\n'.repeat(39)}  return a;\n};`;
const branches = Array.from({ length: 10 }, (_branch, index) => `if (a === ${index}) return ${index};`).join(' ');

/** One violation per rule of our own: where it is written, what it says. */
const seeds: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['complexity', 'libs/identity/src/a.ts', `export const f = (a: number): number => { ${branches} return -1; };`],
  ['max-lines', 'libs/identity/src/b.ts', lines(251)],
  ['max-lines-per-function', 'libs/identity/src/c.ts', longFunction],
  ['no-console', 'libs/identity/src/d.ts', "console.log('x');\nexport {};"],
  ['no-restricted-imports', 'libs/identity/src/e.ts', "import { EventBus } from '@nestjs/cqrs';\nexport const a = EventBus;"],
  ['no-restricted-syntax', 'libs/identity/src/f.ts', 'export enum A { b }'],
  ['no-restricted-syntax', 'libs/identity/src/g.ts', 'export default 1;'],
  ['no-restricted-syntax', 'libs/domain/src/h.ts', "export const f = (): never => { throw new RangeError('x'); };"],
  ['no-restricted-syntax', 'libs/domain/src/h2.ts', 'export enum A { b }'],
  ['no-restricted-globals', 'libs/domain/src/i.ts', 'export const a = new Date();'],
  ['no-restricted-globals', 'libs/workflow/src/i.ts', 'export const a = process.pid;'],
  ['no-restricted-properties', 'libs/domain/src/j.ts', 'export const a = Math.random();'],
  [
    '@typescript-eslint/consistent-type-imports',
    'libs/identity/src/k.ts',
    "import { Server } from 'node:net';\nexport const f = (a: Server): Server => a;",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/identity/src/l.ts',
    "export const f = (a: 'b' | 'c'): void => { switch (a) { case 'b': return; } };",
  ],
  ['@typescript-eslint/no-extraneous-class', 'libs/identity/src/m.ts', 'export class A {}'],
  ['@typescript-eslint/restrict-template-expressions', 'libs/identity/src/n.ts', 'export const f = (a: object): string => `${a}`;'],
  ['@typescript-eslint/ban-ts-comment', 'libs/identity/src/o.ts', '// @ts-ignore\nexport const a: number = 1;'],
  ['@typescript-eslint/no-unused-vars', 'libs/identity/src/p.ts', 'const a = 1;\nexport {};'],
  [
    '@typescript-eslint/no-misused-promises',
    'libs/identity/src/q.ts',
    'export const f = (a: Promise<boolean>): number => { if (a) return 1; return 2; };',
  ],
  ['@typescript-eslint/no-floating-promises', 'test/r.ts', 'void 0;\nPromise.resolve(1);\nexport {};'],
];

const clean = 'export const answer = (): number => 42;\n';

describe('every lint rule of our own', () => {
  let folder: string;
  let seen: readonly { readonly file: string; readonly rules: readonly (string | null)[] }[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-lint-'));
    ['package.json', 'tsconfig.json', 'eslint.config.js'].forEach((name) => {
      cpSync(name, join(folder, name));
    });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const [, file, source] of [...seeds, ['', 'libs/domain/src/clean.ts', clean] as const]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const eslint = resolve('node_modules/eslint/bin/eslint.js');
    const { stdout } = spawnSync(process.execPath, [eslint, '--format', 'json', 'libs', 'test'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const report = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
    seen = report.map(({ filePath, messages }) => ({ file: filePath, rules: messages.map(({ ruleId }) => ruleId) }));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const rulesSeenIn = (file: string): readonly (string | null)[] => seen.find((one) => one.file.endsWith(`/${file}`))?.rules ?? [];

  it.each(seeds)('%s sees its seed in %s', (rule, file) => {
    expect(rulesSeenIn(file)).toContain(rule);
  });

  it('has a seeded violation', async () => {
    const config = (await import(resolve('eslint.config.js'))) as {
      default: { rules?: Record<string, unknown>; name?: string }[];
    };
    const own = config.default.filter(({ name }) => name === undefined || !name.startsWith('typescript-eslint/'));
    const rules = own.flatMap(({ rules: set }) => Object.entries(set ?? {}).filter(([, value]) => value !== 'off')).map(([rule]) => rule);
    expect([...new Set(rules)].filter((rule) => !seeds.some(([seeded]) => seeded === rule))).toStrictEqual([]);
  });

  it('leaves clean code alone', () => {
    expect(rulesSeenIn('libs/domain/src/clean.ts')).toStrictEqual([]);
  });
});
