import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startService, type Service } from '../../apps/standalone/serve.ts';
import { sha256Of } from '../contract/blob-store.contract.ts';
import { pdf } from '../support/files.ts';
import { named, sendForm } from '../support/uploads.ts';

const program = resolve('dist/apps/operator/main.js');

describe('a backup', () => {
  const root = mkdtempSync(join(tmpdir(), 'rapporteur-backup-'));
  const [dataDir, elsewhere, copy] = [join(root, 'data'), join(root, 'restored'), join(root, 'copy.db')];
  let attachmentId: string;
  let token: string;
  const start = (folder: string): Promise<Service> =>
    startService(
      { host: '127.0.0.1', port: 0, dataDir: folder, logLevel: 'silent', clock: { mode: 'opening' }, ledgerDomain: 'test.localhost' },
      pino({ level: 'silent' }),
    );
  const operator = (args: readonly string[], folder = dataDir) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder },
      encoding: 'utf8',
    });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };

  beforeAll(async () => {
    const service = await start(dataDir);
    try {
      ({ token } = JSON.parse(operator(['token', 'create', '--role', 'officer']).stdout) as { token: string });
      const fields = { object: 'guidance', id: 'PC0410.GR-1', forMember: '' };
      const sent = await sendForm(`${service.url}/api/v1/attachments`, token, fields, [named(pdf, 'room plan.pdf')]);
      attachmentId = String(sent.body['id']);
      const person = { name: 'The registrar', title: null, organisation: null, email: null, telephone: null, language: 'fr' };
      const registered = await fetch(`${service.url}/api/v1/persons`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'the-registrar', 'content-type': 'application/json' },
        body: JSON.stringify(person),
      });
      expect(registered.status).toBe(201);
      expect([sent.status, operator(['backup', copy])]).toMatchObject([
        201,
        { status: 0, stdout: expect.stringContaining(', 1 files beside it;') },
      ]);
    } finally {
      await service.stop();
    }
  }, 60_000);
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('of a record in use, restored elsewhere, serves the bytes of its files and knows everybody', async () => {
    expect(operator(['restore', copy], elsewhere)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+ events and 1 files are restored/),
    });
    // The key that signs is no part of a backup: whoever keeps it puts it there.
    cpSync(join(dataDir, 'signer'), join(elsewhere, 'signer'), { recursive: true });
    const service = await start(elsewhere);
    try {
      const response = await fetch(`${service.url}/api/v1/attachments/${attachmentId}/content`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([response.status, Buffer.from(await response.arrayBuffer())]).toStrictEqual([200, pdf]);
      const people = await fetch(`${service.url}/api/v1/persons`, { headers: { authorization: `Bearer ${token}` } });
      expect(await people.json()).toMatchObject([{ name: 'The registrar', language: 'fr' }]);
    } finally {
      await service.stop();
    }
  }, 60_000);

  it('is the way for a conference that is not over: it goes to no archive', () => {
    const archive = (id: string) => operator(['archive', '--conference', id, '--out', join(root, 'archive')]);
    expect(archive('RIC-2015')).toMatchObject({ status: 65, stderr: expect.stringContaining('archive.conference_not_closed') });
    expect(archive('RIC-2099')).toMatchObject({ status: 66, stderr: expect.stringContaining('archive.no_such_conference') });
    expect(existsSync(join(root, 'archive'))).toBe(false);
  });

  it('is refused where a file is damaged, and names it; nothing is restored from it', () => {
    const sha256 = sha256Of(pdf);
    const kept = join(`${copy}.blobs`, sha256.slice(0, 2), sha256);
    const bytes = readFileSync(kept);
    writeFileSync(kept, Buffer.concat([bytes, Buffer.from('!')]));
    const third = join(root, 'third');
    expect(operator(['restore', copy], third)).toMatchObject({ status: 74, stderr: expect.stringContaining(sha256) });
    expect([existsSync(join(third, 'events.db')), readdirSync(join(third, 'blobs', sha256.slice(0, 2)))]).toStrictEqual([false, []]);
    writeFileSync(kept, bytes);
    expect(operator(['restore', copy], third)).toMatchObject({ status: 0 });
    expect(operator(['backup', copy])).toMatchObject({ status: 74, stderr: expect.stringContaining('a backup never replaces a file') });
  });
});
