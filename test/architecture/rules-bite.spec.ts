import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}

const rules = createRequire(import.meta.url)(resolve('.dependency-cruiser.cjs')) as Rules;

/** One violation per rule: where it is written, what it says, which rule must see it. */
const seeds: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['zone-kernel', 'libs/domain/src/kernel/seed.ts', "import { topicDecider } from '../topic/index.ts';\nexport const seed = topicDecider;"],
  [
    'zone-aggregate',
    'libs/domain/src/topic/seed.ts',
    "import { agendaDecider } from '../agenda/index.ts';\nexport const seed = agendaDecider;",
  ],
  ['zone-domain', 'libs/domain/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  ['zone-workflow', 'libs/workflow/src/seed.ts', "import { accept } from '../../domain/src/kernel/index.ts';\nexport const seed = accept;"],
  [
    'zone-document-import',
    'libs/documents/src/import/seed.ts',
    "import { maxDocumentBytes } from '../decode.ts';\nexport const seed = maxDocumentBytes;",
  ],
  ['zone-documents', 'libs/documents/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  [
    'zone-event-store',
    'libs/event-store/src/seed.ts',
    "import { openMemoryEventStore } from './adapters/memory/index.ts';\nexport const seed = openMemoryEventStore;",
  ],
  [
    'zone-adapter',
    'libs/event-store/src/adapters/memory/seed.ts',
    "import { openSqliteEventStore } from '../sqlite/index.ts';\nexport const seed = openSqliteEventStore;",
  ],
  [
    'zone-queue',
    'libs/queue/src/seed.ts',
    "import { openSqliteJobQueue } from './adapters/sqlite/index.ts';\nexport const seed = openSqliteJobQueue;",
  ],
  [
    'zone-queue-adapter',
    'libs/queue/src/adapters/sqlite/seed.ts',
    "import { openBullJobQueue } from '../bullmq/index.ts';\nexport const seed = openBullJobQueue;",
  ],
  ['zone-channels', 'libs/channels/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  [
    'zone-channel-adapter',
    'libs/channels/src/adapters/seeded/seed.ts',
    "import { uuidV5 } from '../../../../event-store/src/index.ts';\nexport const seed = uuidV5;",
  ],
  ['zone-merkle', 'libs/ledger/src/merkle/seed.ts', "import { sha256Tree } from '../sha256.ts';\nexport const seed = sha256Tree;"],
  ['zone-ledger', 'libs/ledger/src/seed.ts', "import { accept } from '../../domain/src/kernel/index.ts';\nexport const seed = accept;"],
  ['zone-text', 'libs/text/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  [
    'zone-projections',
    'libs/projections/src/seed.ts',
    "import { authorise } from '../../identity/src/index.ts';\nexport const seed = authorise;",
  ],
  ['zone-identity', 'libs/identity/src/seed.ts', "import { members } from '../../projections/src/index.ts';\nexport const seed = members;"],
  ['zone-reference', 'libs/reference/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  [
    'zone-application',
    'libs/application/src/seed.ts',
    "import { dataFiles } from '../../reference/src/index.ts';\nexport const seed = dataFiles;",
  ],
  [
    'zone-process-managers',
    'libs/process-managers/src/seed.ts',
    "import { authorise } from '../../identity/src/index.ts';\nexport const seed = authorise;",
  ],
  ['zone-worker', 'apps/worker/seed.ts', "import { uuidV5 } from '../../libs/event-store/src/index.ts';\nexport const seed = uuidV5;"],
  ['zone-api', 'apps/api/seed.ts', "import { members } from '../../libs/projections/src/index.ts';\nexport const seed = members;"],
  ['zone-web', 'apps/web/seed.ts', "import { languageOf } from '../api/problem.ts';\nexport const seed = languageOf;"],
  [
    'zone-auditor',
    'apps/auditor/seed.ts',
    "import { commands } from '../../libs/application/src/index.ts';\nexport const seed = commands;",
  ],
  [
    'zone-standalone',
    'apps/standalone/seed.ts',
    "import { judge } from '../../libs/event-store/src/verdict.ts';\nexport const seed = judge;",
  ],
  ['zone-operator', 'apps/operator/seed.ts', "import { languageOf } from '../api/problem.ts';\nexport const seed = languageOf;"],
  ['zone-redis', 'libs/redis/src/seed.ts', "import { uuidV5 } from '../../event-store/src/index.ts';\nexport const seed = uuidV5;"],
  ['vendor-nestjs', 'libs/identity/src/seed-nest.ts', "import { Module } from '@nestjs/common';\nexport const seed = Module;"],
  ['vendor-files', 'libs/identity/src/seed-files.ts', "import yauzl from 'yauzl';\nexport const seed = yauzl;"],
  [
    'vendor-timezones',
    'libs/identity/src/seed-zones.ts',
    "import { tzlib_get_timezones } from 'timezones-ical-library';\nexport const seed = tzlib_get_timezones;",
  ],
  ['vendor-pages', 'libs/identity/src/seed-pages.ts', "import { Document } from 'docx';\nexport const seed = Document;"],
  ['vendor-inbound', 'libs/identity/src/seed-inbound.ts', "import { SaxesParser } from 'saxes';\nexport const seed = SaxesParser;"],
  ['vendor-multipart', 'apps/api/seed-multipart.ts', "import multipart from '@fastify/multipart';\nexport const seed = multipart;"],
  [
    'vendor-kurrentdb',
    'apps/api/seed-kurrentdb.ts',
    "import { KurrentDBClient } from '@kurrent/kurrentdb-client';\nexport const seed = KurrentDBClient;",
  ],
  ['vendor-nodemailer', 'apps/api/seed-mail.ts', "import { createTransport } from 'nodemailer';\nexport const seed = createTransport;"],
  ['vendor-ipaddr', 'apps/api/seed-address.ts', "import { parse } from 'ipaddr.js';\nexport const seed = parse;"],
  ['vendor-redis', 'apps/api/seed-redis.ts', "import { Redis } from 'ioredis';\nexport const seed = Redis;"],
  ['vendor-sqlite', 'apps/api/seed-sqlite.ts', "import Sqlite from 'better-sqlite3';\nexport const seed = Sqlite;"],
  [
    'vendor-class-validator',
    'libs/identity/src/seed-validator.ts',
    "import { IsString } from 'class-validator';\nexport const seed = IsString;",
  ],
  ['vendor-preact', 'apps/api/seed-preact.ts', "import { h } from 'preact';\nexport const seed = h;"],
  ['vendor-charts', 'apps/web/seed-chart.tsx', "import { scaleLinear } from 'd3-scale';\nexport const seed = scaleLinear;"],
  ['vendor-snowball', 'libs/projections/src/seed-stems.ts', "import stemmers from 'snowball-stemmers';\nexport const seed = stemmers;"],
  ['vendor-passwords', 'libs/identity/src/seed-hash.ts', "import { hash } from '@node-rs/argon2';\nexport const seed = hash;"],
  ['vendor-openid', 'libs/identity/src/seed-openid.ts', "import { discovery } from 'openid-client';\nexport const seed = discovery;"],
  ['vendor-otpauth', 'libs/identity/src/seed-code.ts', "import { TOTP } from 'otpauth';\nexport const seed = TOTP;"],
  [
    'vendor-temporal',
    'libs/application/src/seed-temporal.ts',
    "import { Temporal } from 'temporal-polyfill';\nexport const seed = Temporal;",
  ],
  ['pure-imports-nothing', 'libs/domain/src/seed-pure.ts', "import { readFileSync } from 'node:fs';\nexport const seed = readFileSync;"],
  [
    'public-entry-only',
    'apps/operator/seed-entry.ts',
    "import { judge } from '../../libs/event-store/src/verdict.ts';\nexport const seed = judge;",
  ],
  ['no-cycles', 'libs/identity/src/seed-cycle-a.ts', "import type { B } from './seed-cycle-b.ts';\nexport interface A { readonly b: B }"],
  [
    'no-test-in-production',
    'libs/identity/src/seed-test.ts',
    "import { frozen } from '../../../test/support/given.ts';\nexport const seed = frozen;",
  ],
  ['no-undeclared-package', 'apps/api/seed-package.ts', "import { seed } from 'a-package-that-nobody-declared';\nexport { seed };"],
  ['no-dev-package-in-production', 'apps/api/seed-dev.ts', "import prettier from 'prettier';\nexport const seed = prettier;"],
  ['no-orphans', 'libs/identity/src/seed-orphan.ts', 'export const seed = 1;'],
  [
    'not-in-allowed',
    'libs/somewhere/src/seed.ts',
    "import { accept } from '../../domain/src/kernel/index.ts';\nexport const seed = accept;",
  ],
];

const companions: readonly (readonly [string, string])[] = [
  ['libs/identity/src/seed-cycle-b.ts', "import type { A } from './seed-cycle-a.ts';\nexport interface B { readonly a: A }"],
];

describe('every architecture rule', () => {
  let folder: string;
  let seen: readonly { readonly rule: string; readonly from: string }[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-rules-'));
    ['apps', 'libs', 'test'].forEach((part) => {
      cpSync(part, join(folder, part), { recursive: true });
    });
    ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'].forEach((name) => {
      writeFileSync(join(folder, name), readFileSync(name));
    });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const [file, source] of [...seeds.map(([, file, source]) => [file, source] as const), ...companions]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const { stdout } = spawnSync(
      process.execPath,
      [cruiser, '--output-type', 'json', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
    );
    const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    seen = report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a seeded violation', () => {
    const seeded = new Set(seeds.map(([rule]) => rule));
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !seeded.has(name))).toStrictEqual([]);
  });

  it.each(seeds)('%s sees its seed', (rule, file) => {
    expect(seen.some((violation) => violation.rule === rule && violation.from === file)).toBe(true);
  });

  it('blames nothing but the seeds', () => {
    expect([
      ...new Set(seen.map(({ from }) => from).filter((from) => !from.includes('seed') && !from.includes('a-package'))),
    ]).toStrictEqual([]);
  });

  it('stands as a sentence in libs/README.md', () => {
    const text = readFileSync('libs/README.md', 'utf8');
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toStrictEqual([]);
  });
});
