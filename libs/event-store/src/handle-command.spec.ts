import { describe, expect, it } from '@jest/globals';
import { handling } from '../../../test/support/counter.ts';
import { losing, withAppend } from '../../../test/support/stores.ts';
import { openMemoryEventStore } from './adapters/memory/index.ts';
import { Disposed, Unavailable, WrongExpectedVersion } from './errors.ts';
import type { RecordedEvent } from './event-store.port.ts';
import { uuidV5 } from './uuid.ts';

describe('a command', () => {
  it('is recorded with derived ids, a salt and its schema, and answered with what is stored', async () => {
    const store = openMemoryEventStore();
    const result = await handling(store, 5, 'k1');
    expect(result).toMatchObject({ kind: 'recorded', revision: 0n });
    const [event] = await Array.fromAsync(store.readStream('counter-1'));
    expect(event).toMatchObject({
      id: uuidV5('event/0', uuidV5('k1')),
      type: 'Added',
      data: { amount: 5, $salt: '07'.repeat(16) },
      metadata: { actor: 'ada', schema: '1' },
    });
  });

  it('that reaches two processes at once is recorded once; the one that came second says so', async () => {
    const store = openMemoryEventStore();
    let drawn = 0;
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill((drawn += 1));
    const results = await Promise.all([handling(store, 5, 'k1', { random }), handling(store, 5, 'k1', { random })]);
    expect(results.map(({ kind }) => kind)).toStrictEqual(['recorded', 'replayed']);
    expect(await Array.fromAsync(store.readAll())).toHaveLength(1);
  });

  it('whose key reaches two processes at once with two bodies is recorded once, and the other is refused', async () => {
    const store = openMemoryEventStore();
    const results = await Promise.all([handling(store, 5, 'k1'), handling(store, 6, 'k1')]);
    expect(results.map(({ kind }) => kind)).toStrictEqual(['recorded', 'keyReused']);
    expect(await Array.fromAsync(store.readAll())).toMatchObject([{ data: { amount: 5 } }]);
  });

  it('is decided on state without the salt', async () => {
    const store = openMemoryEventStore();
    await handling(store, 60, 'k1');
    expect(await handling(store, 60, 'k2')).toStrictEqual({ kind: 'rejected', rejection: { code: 'counter.too_much', total: 60 } });
  });

  it('given twice with one key is recorded once and answered alike', async () => {
    const store = openMemoryEventStore();
    const first = await handling(store, 5, 'k1');
    expect(await handling(store, 5, 'k1')).toStrictEqual({ ...first, kind: 'replayed' });
    expect(await Array.fromAsync(store.readAll())).toHaveLength(1);
  });

  it('is replayed before rules that time or others have changed', async () => {
    const store = openMemoryEventStore();
    await handling(store, 60, 'k1');
    await handling(store, 40, 'k2');
    expect(await handling(store, 60, 'k1')).toMatchObject({ kind: 'replayed', revision: 0n });
  });

  it('with a used key and another request is refused', async () => {
    const store = openMemoryEventStore();
    await handling(store, 5, 'k1');
    expect(await handling(store, 6, 'k1')).toStrictEqual({ kind: 'keyReused' });
  });

  it('that changes nothing records nothing', async () => {
    const store = openMemoryEventStore();
    expect(await handling(store, 0, 'k1')).toStrictEqual({ kind: 'nothing', revision: null });
    expect(await store.head()).toBeNull();
  });

  it('tried dry records nothing and tells what it would', async () => {
    const store = openMemoryEventStore();
    expect(await handling(store, 5, 'k1', { dryRun: true })).toStrictEqual({
      kind: 'wouldRecord',
      events: [{ type: 'Added', data: { amount: 5 } }],
    });
    expect(await store.head()).toBeNull();
  });

  it('that has seen the revision is taken, one that has not is stale', async () => {
    const store = openMemoryEventStore();
    await handling(store, 5, 'k1');
    expect(await handling(store, 5, 'k2', { ifMatch: 0n })).toMatchObject({ kind: 'recorded' });
    expect(await handling(store, 5, 'k3', { ifMatch: 0n })).toStrictEqual({
      kind: 'stale',
      expected: 0n,
      actual: 1n,
      events: await Array.fromAsync(store.readStream('counter-1')),
    });
  });

  it('may be held against a revision that counts otherwise', async () => {
    const store = openMemoryEventStore();
    await handling(store, 5, 'k1');
    await handling(store, 6, 'k2');
    const revisionSeenIn = (events: readonly RecordedEvent[]) => BigInt(events.length * 10);
    expect(await handling(store, 7, 'k3', { ifMatch: 1n, revisionSeenIn })).toMatchObject({ kind: 'stale', actual: 20n });
    expect(await handling(store, 7, 'k3', { ifMatch: 20n, revisionSeenIn })).toMatchObject({ kind: 'recorded', revision: 2n });
  });

  it('C35 under contention none is lost and none applied twice', async () => {
    const store = openMemoryEventStore();
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => handling(store, 1, `k${index}`)));
    const recorded = results.filter(({ status }) => status === 'fulfilled').length;
    expect(await Array.fromAsync(store.readAll())).toHaveLength(recorded);
    results.forEach((result) => {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
    });
    const again = await Promise.all(Array.from({ length: 3 }, () => handling(store, 1, 'k0')));
    expect(again.every(({ kind }) => kind === 'replayed')).toBe(true);
  });

  it.each([[['answer']], [['request']], [['answer', 'request']], [['request', 'request', 'answer']]] as ('answer' | 'request')[][][])(
    'survives lost %s and is recorded once',
    async (losses) => {
      const store = openMemoryEventStore();
      expect(await handling(losing(store, [...losses]), 5, 'k1')).toMatchObject({ kind: 'recorded', revision: 0n });
      expect(await Array.fromAsync(store.readAll())).toHaveLength(1);
    },
  );

  it('gives up when the store stays away, and says so', async () => {
    const store = openMemoryEventStore();
    await expect(handling(losing(store, ['request', 'request', 'request', 'request']), 5, 'k1')).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await store.head()).toBeNull();
  });

  it('whose answer was lost is found again also where the engine calls the repeat a conflict', async () => {
    const store = openMemoryEventStore();
    let isFirst = true;
    // An engine that keeps no ids would answer like this; the stored ids tell that the append was ours.
    const forgetful = withAppend(store, async (streamId, expected, events) => {
      if (!isFirst) throw new WrongExpectedVersion(streamId, expected, 0n);
      isFirst = false;
      await store.append(streamId, expected, events);
      throw new Unavailable('the line is down', 'inflight');
    });
    expect(await handling(forgetful, 5, 'k1')).toMatchObject({ kind: 'recorded', revision: 0n });
    expect(await Array.fromAsync(store.readAll())).toHaveLength(1);
  });
});

describe('a command that always comes second', () => {
  it('is decided three times, and then the client is told', async () => {
    const store = openMemoryEventStore();
    let tries = 0;
    const busy = withAppend(store, async (streamId, expected) => {
      tries += 1;
      return Promise.reject(new WrongExpectedVersion(streamId, expected, 4n));
    });
    const failure = await handling(busy, 5, 'k1').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'conflict',
      message: 'counter-1: changed three times while the command was being decided; counter-1: expected revision no_stream, found 4',
      retryable: false,
      outcome: 'not_applied',
      cause: { code: 'wrong_expected_version' },
    });
    expect(tries).toBe(3);
  });

  it('is recorded when it is first at the third time', async () => {
    const store = openMemoryEventStore();
    let tries = 0;
    const busy = withAppend(store, async (streamId, expected, events) => {
      tries += 1;
      if (tries < 3) throw new WrongExpectedVersion(streamId, expected, 4n);
      return store.append(streamId, expected, events);
    });
    expect(await handling(busy, 5, 'k1')).toMatchObject({ kind: 'recorded' });
  });

  it('is decided once when the store fails in another way', async () => {
    const store = openMemoryEventStore();
    let tries = 0;
    const broken = withAppend(store, async () => {
      tries += 1;
      return Promise.reject(new Disposed());
    });
    await expect(handling(broken, 5, 'k1')).rejects.toMatchObject({ code: 'disposed' });
    expect(tries).toBe(1);
  });
});
