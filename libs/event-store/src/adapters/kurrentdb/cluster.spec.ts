import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestServer, type TestServer } from '../../../../../test/support/kurrentdb-test-server/start.ts';
import { thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { appendWithRetry, type EventStore } from '../../index.ts';
import { openKurrentDbEventStore } from './index.ts';

jest.setTimeout(60_000);

const named = async (store: EventStore): Promise<readonly string[]> => thingNames(await Array.fromAsync(store.readStream('thing-1')));

/** Follows the log until so many events have come. */
const follow = async (store: EventStore, count: number): Promise<readonly string[]> => {
  const seen: string[] = [];
  for await (const message of store.subscribeAll({ after: 'start' })) {
    if (message.kind === 'events') seen.push(...thingNames(message.events));
    if (seen.length >= count) break;
  }
  return seen;
};

/** Far less than for ever, on however busy a machine; the run of all faults holds 500 ms. */
const boundMs = 3_000;

/** Where the deadline is not what is looked at. */
const patient = { deadlineMs: 20_000 } as const;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** How a call ended, and how much later than a plain timer over its deadline: a machine that is busy delays both. */
const timed = async (work: Promise<unknown>, deadlineMs = 1_000): Promise<{ readonly error: unknown; readonly late: number }> => {
  const begun = performance.now();
  const took = work.then(
    () => ({ error: null, took: performance.now() - begun }),
    (error: unknown) => ({ error, took: performance.now() - begun }),
  );
  const timer = pause(deadlineMs).then(() => performance.now() - begun);
  const [call, plain] = await Promise.all([took, timer]);
  return { error: call.error, late: call.took - plain };
};

describe('KurrentDB engine: one server that comes and goes', () => {
  let folder: string;
  let server: TestServer;
  let store: EventStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-kurrentdb-'));
    server = await startTestServer({ file: join(folder, 'log') });
    store = openKurrentDbEventStore(server.url);
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const restart = async (): Promise<void> => {
    server = await startTestServer({ ports: server.ports, file: join(folder, 'log') });
  };

  it('that is not there at the start is told within the deadline, and used once it is (C75)', async () => {
    await server.stop();
    const { error, late } = await timed(store.append('thing-1', 'no_stream', [thing('a')], { deadlineMs: 1_000 }));
    expect(error).toMatchObject({ retryable: true });
    expect(late).toBeLessThan(boundMs);
    expect(await timed(store.head({ deadlineMs: 1_000 }))).toMatchObject({ error: { retryable: true } });
    await restart();
    await store.append('thing-1', 'no_stream', [thing('a')]);
    expect(await named(store)).toStrictEqual(['a']);
  });

  it('is restarted between calls, and again while an append is on its way: one copy', async () => {
    await store.append('thing-1', 'no_stream', [thing('a')]);
    await server.stop();
    const append = store.append('thing-1', 0n, [thing('b')]);
    await pause(300);
    await restart();
    expect((await append).nextExpectedRevision).toBe(1n);
    expect(await named(store)).toStrictEqual(['a', 'b']);
  });

  it('that stands still lets every call end within its deadline, and goes on afterwards (C29)', async () => {
    await store.append('thing-1', 'no_stream', [thing('a')]);
    expect(await named(store)).toStrictEqual(['a']);
    server.freeze();
    const calls = [
      store.append('thing-1', 0n, [thing('b')], { deadlineMs: 1_000 }),
      Array.fromAsync(store.readStream('thing-1', { deadlineMs: 1_000 })),
      Array.fromAsync(store.readAll({ deadlineMs: 1_000 })),
      store.head({ deadlineMs: 1_000 }),
      store.deleteStream('thing-1', 0n, { deadlineMs: 1_000 }),
    ].map((call) => timed(call));
    for (const { error, late } of await Promise.all(calls)) {
      expect(error).toMatchObject({ code: 'deadline_exceeded', retryable: true });
      expect(late).toBeLessThan(boundMs);
    }
    server.thaw();
    // The same ids at the same revision, whether or not the server has carried out what it was sent before.
    expect((await appendWithRetry(store, 'thing-1', 0n, [thing('b')])).nextExpectedRevision).toBe(1n);
    expect(await named(store)).toStrictEqual(['a', 'b']);
  });

  it.each(['fail', 'end', 'silent'] as const)('whose subscription breaks (%s) loses nothing and doubles nothing (C56)', async (how) => {
    await server.tell({ do: 'fault', fault: { operation: 'Subscribe', when: 'after', how, code: 14, events: 2, times: 3 } });
    const following = follow(store, 40);
    for (let n = 0; n < 40; n += 1) await store.append('thing-1', n === 0 ? 'no_stream' : BigInt(n - 1), [thing(`e${n}`)], patient);
    expect(await following).toStrictEqual(things(40).map(({ data }) => (data as { name: string }).name));
  });

  it('that is killed and restarted under a reader loses nothing and doubles nothing (C56)', async () => {
    const following = follow(store, 30);
    for (let n = 0; n < 30; n += 1) {
      if (n % 10 === 5) {
        await server.stop();
        await restart();
      }
      await store.append('thing-1', n === 0 ? 'no_stream' : BigInt(n - 1), [thing(`e${n}`)], patient);
    }
    expect(await following).toHaveLength(30);
    expect(await following).toStrictEqual(await named(store));
  });
});

describe('KurrentDB engine: three nodes', () => {
  let server: TestServer;
  let store: EventStore;
  beforeEach(async () => {
    server = await startTestServer({ nodes: 3 });
    store = openKurrentDbEventStore(server.url);
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  it('whose leader changes 6 times under one writer: nothing is lost, nothing is doubled (C76)', async () => {
    for (let n = 0; n < 60; n += 1) {
      if (n % 10 === 9) await server.tell({ do: 'lead', node: Math.floor(n / 10) % 3 });
      await appendWithRetry(store, 'thing-1', n === 0 ? 'no_stream' : BigInt(n - 1), [thing(`e${n}`)]);
    }
    expect(await named(store)).toHaveLength(60);
  });

  it('whose leader dies while another takes over: the append comes through once', async () => {
    await store.append('thing-1', 'no_stream', [thing('a')]);
    await server.tell({ do: 'kill', node: 0 });
    const append = appendWithRetry(store, 'thing-1', 0n, [thing('b')]);
    await pause(200);
    await server.tell({ do: 'lead', node: 1 });
    expect((await append).nextExpectedRevision).toBe(1n);
    await server.tell({ do: 'revive', node: 0 });
    await server.tell({ do: 'lead', node: 2 });
    await appendWithRetry(store, 'thing-1', 1n, [thing('c')]);
    expect(await named(store)).toStrictEqual(['a', 'b', 'c']);
  });

  it('that are all away for longer than a deadline and come back: the client is not spoiled', async () => {
    await store.append('thing-1', 'no_stream', [thing('a')]);
    for (const node of [0, 1, 2]) await server.tell({ do: 'kill', node });
    const { error, late } = await timed(store.append('thing-1', 0n, [thing('b')], { deadlineMs: 1_000 }));
    expect(error).toMatchObject({ retryable: true });
    expect(late).toBeLessThan(boundMs);
    for (const node of [0, 1, 2]) await server.tell({ do: 'revive', node });
    await appendWithRetry(store, 'thing-1', 0n, [thing('b')]);
    expect(await named(store)).toStrictEqual(['a', 'b']);
  });
});
