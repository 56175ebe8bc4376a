import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { goodPassword, invite } from '../../test/support/account.ts';
import { bootApplication, type TestApplication } from '../../test/support/application.ts';
import { BrowserClient } from '../../test/support/browser-client.ts';
import { openDesk, type Desk } from '../../test/support/desk.ts';
import { recordOpenCall } from '../../test/support/opened.ts';
import { keepReads, keptReads } from './reads.ts';

describe('what auditors look at', () => {
  let folder: string;
  let desk: Desk;
  let auditor: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-reads-'));
    const boot = (at: string): TestApplication => {
      const application = bootApplication(at);
      return { ...application, env: Object.assign(application.env, { reads: keepReads(folder) }) };
    };
    desk = await openDesk(recordOpenCall, boot);
    auditor = await desk.tokenFor('auditor');
  });
  beforeEach(() => {
    rmSync(join(folder, 'reads'), { recursive: true, force: true });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const addresses = (): readonly string[] => keptReads(folder).map((line) => (JSON.parse(line) as { address: string }).address);

  it('over the API is written down, once for each question, with the past that was asked about', async () => {
    await desk.get('/documents', auditor);
    await desk.get('/calls', auditor);
    await desk.get('/members?inForceAt=2015-02-10', auditor);
    expect(addresses()).toStrictEqual(['GET /api/v1/documents', 'GET /api/v1/calls', 'GET /api/v1/members?inForceAt=2015-02-10']);
    const [entry] = keptReads(folder).map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    expect(Object.keys(entry ?? {})).toStrictEqual(['at', 'actor', 'role', 'address']);
    const [file = ''] = readdirSync(join(folder, 'reads'));
    expect(statSync(join(folder, 'reads', file)).mode & 0o077).toBe(0);
  });

  it('on pages is written down, too', async () => {
    const { link, email } = await invite(desk, await desk.tokenFor('operator'), 'auditor', null, 'auditor@court.example');
    const client = new BrowserClient(desk.url);
    await client.api('POST', '/sign-in/link', { link, password: goodPassword });
    await client.api('POST', '/sign-in', { email, password: goodPassword });
    await client.send('GET', '/fr/members');
    expect(addresses()).toStrictEqual(['GET /fr/members']);
  });

  it('is nobody else’s', async () => {
    for (const token of [desk.officer, await desk.tokenFor('delegate', 'KE'), null]) await desk.get('/members', token);
    expect(addresses()).toStrictEqual([]);
  });

  it('is not shown when it cannot be written down', async () => {
    writeFileSync(join(folder, 'reads'), 'in the way');
    expect((await desk.get('/members', auditor)).status).toBe(500);
  });
});
