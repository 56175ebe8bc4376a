import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startService } from '../../apps/standalone/serve.ts';

it('a service whose past cannot be kept serves the present, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-no-past-'));
  const told: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => told.push(line) });
  const settings = {
    host: '127.0.0.1',
    port: 0,
    dataDir: folder,
    logLevel: 'error',
    clock: { mode: 'opening' },
    ledgerDomain: 'test.localhost',
  } as const;
  await (await startService(settings, log)).stop();
  const [history = ''] = readdirSync(folder).filter((name) => name.startsWith('row-history.'));
  rmSync(join(folder, history));
  mkdirSync(join(folder, history));
  const service = await startService(settings, log);
  const get = (path: string): Promise<Response> => fetch(`${service.url}${path}`);
  try {
    expect((await get('/en/members')).status).toBe(200);
    const past = await get('/api/v1/members?asOf=1');
    expect([past.status, past.headers.get('retry-after'), ((await past.json()) as { code: string }).code]).toStrictEqual([
      503,
      '1',
      'asof.not_ready',
    ]);
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok', rowHistory: { n: 0, fault: 'stopped' } }]);
    expect(told.join('')).toContain('past states are kept no longer');
  } finally {
    await service.stop();
  }
  rmSync(folder, { recursive: true });
}, 30_000);
