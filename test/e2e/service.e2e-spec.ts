import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const main = resolve('dist/apps/standalone/main.js');
const demo = resolve('dist/apps/operator/demo/main.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
}

const started: Running[] = [];

const run = (program: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Running => {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const url = new Promise<string>((found) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const address = /serves (\S+) from/.exec(stdout)?.[1];
      if (address !== undefined) found(address);
    });
  });
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => {
      done({ code, stdout, stderr });
    });
  });
  const running = { child, url, ended };
  started.push(running);
  return running;
};

const noStack = (text: string): boolean => !/\n\s+at /.test(text);

describe('the service as a process', () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-service-'));
    data = join(folder, 'data');
  });
  afterEach(async () => {
    // A spec that failed half-way leaves a service behind, which would keep the whole run from ending.
    const left = started.splice(0).filter(({ child }) => child.exitCode === null && child.signalCode === null);
    left.forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(left.map(({ ended }) => ended));
    rmSync(folder, { recursive: true, force: true });
  });

  const standing = async (url: string): Promise<{ n: number }> =>
    (await (await fetch(`${url}/api/v1/record/standing`)).json()) as { n: number };

  it('records the opening once, drains on SIGTERM and SIGINT, and comes back the same from its event store alone', async () => {
    const first = run(main, { DATA_DIR: data });
    const url = await first.url;
    expect((await fetch(url)).status).toBe(200);
    const { n } = await standing(url);
    expect(n).toBeGreaterThan(290);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(data, 'lock'))).toBe(false);

    for (const name of readdirSync(data).filter((file) => !file.startsWith('events.db'))) rmSync(join(data, name), { recursive: true });
    const second = run(main, { DATA_DIR: data });
    expect(await standing(await second.url)).toMatchObject({ n });
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  }, 30_000);

  it('refuses a second process on the same data, in one sentence', async () => {
    const first = run(main, { DATA_DIR: data });
    await first.url;
    const { code, stderr } = await run(main, { DATA_DIR: data }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`Process ${String(first.child.pid)} already serves the data folder`);
    expect(noStack(stderr)).toBe(true);
    first.child.kill('SIGTERM');
    await first.ended;
  }, 30_000);

  it('takes over from a process that died', async () => {
    const first = run(main, { DATA_DIR: data });
    const { n } = await standing(await first.url);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = run(main, { DATA_DIR: data });
    expect((await standing(await second.url)).n).toBe(n);
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  }, 30_000);

  it('runs on the Node that came with it, and ends with 0 when npm is told to end', async () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
    const npm = spawn('npm', ['start'], {
      env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((done) => npm.once('exit', done));
    let told = '';
    await new Promise<void>((serving) => {
      npm.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (told.includes('Rapporteur serves')) serving();
      });
    });
    npm.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(data, 'lock'))).toBe(false);
  }, 60_000);

  it('lists every wrong setting at once and ends with 64', async () => {
    const { code, stderr } = await run(main, { DATA_DIR: data, PORT: 'x', CLOCK: 'y', LOG_LEVEL: 'z' }).ended;
    expect(code).toBe(64);
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(existsSync(data)).toBe(false);
  });

  it('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { code, stderr } = await run(main, { DATA_DIR: data, PORT: port }).ended;
    expect(code).toBe(69);
    expect(stderr).toBe(`127.0.0.1:${port} is taken by another program. End that one, or set PORT to a free port.\n`);
    await new Promise((closed) => other.close(closed));
  }, 30_000);

  it('says that the data folder cannot be used, or holds something else', async () => {
    writeFileSync(data, 'a file');
    const blocked = await run(main, { DATA_DIR: data }).ended;
    expect([blocked.code, noStack(blocked.stderr)]).toStrictEqual([74, true]);
    expect(blocked.stderr).toContain('cannot be used');
    const other = join(folder, 'other');
    const made = run(main, { DATA_DIR: other });
    await made.url;
    made.child.kill('SIGTERM');
    await made.ended;
    writeFileSync(join(other, 'events.db'), 'x'.repeat(8192));
    const damaged = await run(main, { DATA_DIR: other }).ended;
    expect([damaged.code, noStack(damaged.stderr)]).toStrictEqual([74, true]);
  }, 30_000);

  it('plays the demonstration to the draft agenda, and refuses to mix with it', async () => {
    const played = await run(demo, { DATA_DIR: data }, ['--json', '--until', '2015-04-20']).ended;
    expect(played.code).toBe(0);
    expect(JSON.parse(played.stdout)).toMatchObject({ received: 120, late: 5, accepted: 27, agendaVersion: 1 });
    const again = await run(demo, { DATA_DIR: data }).ended;
    expect([again.code, again.stderr]).toStrictEqual([
      73,
      `${data} holds a record already; the demonstration does not mix with it. Set DATA_DIR to a new folder, or delete this one.\n`,
    ]);
    const service = run(main, { DATA_DIR: data });
    const url = await service.url;
    const agenda = (await (await fetch(`${url}/api/v1/agendas/RIC-2015`)).json()) as {
      content: { headings: { items: { itemId: string }[] }[] };
    };
    const items = agenda.content.headings.flatMap((heading) => heading.items);
    expect(items).toHaveLength(27);
    for (const { itemId } of items) {
      const line = (await (await fetch(`${url}/api/v1/agendas/RIC-2015/versions/1/lines/${itemId}`)).json()) as {
        source: object;
        contribution: { reference: string };
      };
      expect(line.source).toMatchObject({ paragraph: 'B16' });
      const page = await (await fetch(`${url}/en/agendas/RIC-2015/v/1/items/${itemId}`)).text();
      expect(page).toContain(line.contribution.reference);
      expect(page).toContain('invented');
    }
    service.child.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
  }, 180_000);
});
