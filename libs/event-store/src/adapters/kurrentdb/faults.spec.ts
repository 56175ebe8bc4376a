import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { scenarios, type Scenario } from '../../../../../test/contract/kurrentdb-faults.ts';
import { chanceOf } from '../../../../../test/support/chance.ts';
import { startTestServer, type TestServer } from '../../../../../test/support/kurrentdb-test-server/start.ts';
import { thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { EventStoreError, type EventStore } from '../../index.ts';
import { openKurrentDbEventStore } from './index.ts';

jest.setTimeout(60_000);

const deadlineMs = 1_000;
const graceMs = 500;

/** All of them with FAULTS=all; else a sample that SEED draws. */
const sample = (): readonly Scenario[] => {
  if (process.env['FAULTS'] === 'all') return scenarios;
  const chance = chanceOf(Number(process.env['SEED'] ?? 1));
  return scenarios.filter(() => chance.next() < 0.2);
};

const calls: Readonly<Record<Scenario['call'], (store: EventStore) => Promise<unknown>>> = {
  append: (store) => store.append('thing-1', 2n, things(2, 'x'), { deadlineMs }),
  readStream: async (store) => thingNames(await Array.fromAsync(store.readStream('thing-1', { deadlineMs }))),
  readAll: async (store) => thingNames(await Array.fromAsync(store.readAll({ deadlineMs, filter: { streamPrefixes: ['thing-1'] } }))),
  head: async (store) => (await store.head({ deadlineMs })) !== null,
};

const answers: Readonly<Record<Scenario['call'], unknown>> = {
  append: expect.objectContaining({ nextExpectedRevision: 4n }),
  readStream: ['e0', 'e1', 'e2'],
  readAll: ['e0', 'e1', 'e2'],
  head: true,
};

let server: TestServer;
let store: EventStore;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(async () => {
  await server.tell({ do: 'reset' });
  store = openKurrentDbEventStore(server.url);
});
afterEach(async () => {
  await store.close();
});

const namesStored = async (): Promise<readonly string[]> => thingNames(await Array.fromAsync(store.readStream('thing-1')));

const settle = async (work: Promise<unknown>): Promise<{ readonly answer: unknown; readonly code: string; readonly took: number }> => {
  const begun = performance.now();
  const [result] = await Promise.allSettled([work]);
  const took = performance.now() - begun;
  if (result.status === 'fulfilled') return { answer: result.value, code: 'done', took };
  // C80: nothing but our own errors comes out.
  expect(result.reason).toBeInstanceOf(EventStoreError);
  return { answer: null, code: (result.reason as EventStoreError).code, took };
};

describe('KurrentDB engine: what may befall a call (C74, C76, C77, C80)', () => {
  const chosen = sample();
  let longest = 0;
  afterAll(() => {
    process.stdout.write(
      `NOTE: kurrentdb faults: ${chosen.length} of ${scenarios.length} scenarios; the longest call took ${Math.round(longest)} ms of ${deadlineMs} + ${graceMs}\n`,
    );
  });

  it.each(chosen.map((scenario) => [scenario.call, scenario.name, scenario] as const))('%s: %s', async (call, _name, scenario) => {
    const setUp = openKurrentDbEventStore(server.url);
    await setUp.append('thing-1', 'no_stream', things(3));
    await setUp.close();
    // The client asks once, with its first call.
    if (scenario.fault.operation !== 'GetSupportedMethods') await store.append('thing-2', 'no_stream', [thing('warm')]);
    await server.tell({ do: 'fault', fault: scenario.fault });
    const { answer, code, took } = await settle(calls[call](store));
    longest = Math.max(longest, took);
    expect({ code, happened: Number(await server.tell({ do: 'happened' })) > 0 }).toStrictEqual({ code: scenario.comesTo, happened: true });
    expect(took).toBeLessThan(deadlineMs + graceMs);
    expect(answer).toEqual(code === 'done' ? answers[call] : null);
    await server.tell({ do: 'calm' });
    // The same store goes on, and nothing is there twice.
    const isStored = call === 'append' && (code === 'done' || scenario.stored === true);
    const before = isStored ? ['e0', 'e1', 'e2', 'x0', 'x1'] : ['e0', 'e1', 'e2'];
    expect(await namesStored()).toStrictEqual(before);
    await store.append('thing-1', BigInt(before.length - 1), [thing('after')]);
    expect(await namesStored()).toStrictEqual([...before, 'after']);
  });
});
