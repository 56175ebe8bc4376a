import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/kurrentdb-test-server/start.ts';

jest.setTimeout(90_000);

const service = resolve('dist/apps/standalone/main.js');
const operator = resolve('dist/apps/operator/main.js');

describe('the record on a KurrentDB server', () => {
  let folder: string;
  let server: TestServer;
  let running: ChildProcess[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-kurrentdb-'));
    server = await startTestServer({ nodes: 3 });
    running = [];
  });
  afterEach(async () => {
    const left = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = left.map((child) => once(child, 'exit'));
    left.forEach((child) => child.kill('SIGKILL'));
    await Promise.all(ended);
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess => {
    const child = spawn(process.execPath, ['--no-warnings', program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    return child;
  };

  const ended = async (child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> => {
    const said: string[] = [];
    for (const out of [child.stdout, child.stderr]) out?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await once(child, 'close');
    return { code: child.exitCode, said: said.join('') };
  };

  const urlOf = (child: ChildProcess): Promise<string> =>
    new Promise((found) => {
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const url = /serves (\S+) from/.exec(said)?.[1];
        if (url !== undefined) found(url);
      });
    });

  /** Ledger size and root as the service has signed them, once everything recorded is sealed. */
  const sealed = async (url: string): Promise<readonly string[]> => {
    for (;;) {
      const { n } = (await (await fetch(`${url}/api/v1/record/standing`)).json()) as { readonly n: number };
      const lines = (await (await fetch(`${url}/api/v1/ledger/checkpoint`)).text()).split('\n').slice(1, 3);
      if (lines[0] === String(n)) return lines;
      await new Promise((later) => setTimeout(later, 100));
    }
  };

  it('moves there with its root, is served from there, and no longer from its file', async () => {
    const first = run(service, []);
    const before = await sealed(await urlOf(first));
    first.kill('SIGTERM');
    await once(first, 'exit');

    const moved = await ended(run(operator, ['store', 'move', server.url]));
    expect(moved).toMatchObject({ code: 0, said: expect.stringContaining(`ledger of ${before[0]} with root ${before[1]} on both`) });
    expect(readdirSync(folder)).not.toContain('events.db');
    expect(await ended(run(service, []))).toMatchObject({ code: 78, said: expect.stringContaining('was moved to a server') });

    const url = await urlOf(run(service, [], { EVENT_STORE: server.url }));
    expect((await fetch(url)).status).toBe(200);
    expect(await sealed(url)).toStrictEqual(before);
  });

  it('begins there when nothing is there yet, and outlives the leader', async () => {
    const url = await urlOf(run(service, [], { EVENT_STORE: server.url }));
    const [size] = await sealed(url);
    expect(Number(size)).toBeGreaterThan(200);
    await server.tell({ do: 'lead', node: 1 });
    await server.tell({ do: 'kill', node: 0 });
    expect((await fetch(url)).status).toBe(200);
    expect((await sealed(url))[0]).toBe(size);
    expect(readdirSync(folder)).not.toContain('events.db');
  });
});
