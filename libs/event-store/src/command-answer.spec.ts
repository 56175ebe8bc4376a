import { describe, expect, it } from '@jest/globals';
import { accept } from '../../domain/src/kernel/index.ts';
import { counter, handling } from '../../../test/support/counter.ts';
import { openMemoryEventStore } from './adapters/memory/index.ts';
import type { EventMetadata, Json, RecordedEvent } from './event-store.port.ts';
import { domainData } from './handle-command.ts';
import { uuidV5 } from './uuid.ts';

describe('the answer of a command', () => {
  const both: typeof counter = {
    ...counter,
    decide: ({ add }) => accept({ type: 'Added', data: { amount: add } }, { type: 'Added', data: { amount: -add } }),
  };

  it('holds all of its events and no other, now and when it is asked again', async () => {
    const store = openMemoryEventStore();
    await handling(store, 1, 'k1');
    const recorded = await handling(store, 5, 'k2', { decider: both });
    await handling(store, 1, 'k3');
    expect(recorded).toMatchObject({
      kind: 'recorded',
      revision: 2n,
      position: 3n,
      events: [
        { revision: 1n, data: { amount: 5 } },
        { revision: 2n, data: { amount: -5 } },
      ],
    });
    expect((recorded as { readonly events: readonly unknown[] }).events).toHaveLength(2);
    expect(await handling(store, 5, 'k2', { decider: both })).toStrictEqual({ ...recorded, kind: 'replayed' });
  });

  it('is that of an earlier attempt when one of its salts is another', async () => {
    const store = openMemoryEventStore();
    const salts = [1, 2, 1, 3];
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(salts.shift() ?? 0);
    const results = await Promise.all([
      handling(store, 5, 'k1', { decider: both, random }),
      handling(store, 5, 'k1', { decider: both, random }),
    ]);
    expect(results.map(({ kind }) => kind)).toStrictEqual(['recorded', 'replayed']);
  });
});

describe('data as the domain knows it', () => {
  const stored = (data: Json, metadata: EventMetadata = {}): RecordedEvent => ({
    id: uuidV5('a'),
    type: 'Added',
    data,
    metadata,
    streamId: 'counter-1',
    revision: 0n,
    position: 1n as RecordedEvent['position'],
  });
  const upcasters = { Added: [(data: Json) => ({ ...(data as object), unit: 'piece' })] };

  it('has no salt and everything else', () => {
    expect(domainData(stored({ amount: 1, $salt: 'x' }), {})).toStrictEqual({ amount: 1 });
    expect(domainData(stored({ amount: 1 }), {})).toStrictEqual({ amount: 1 });
  });

  it('is in its current shape; what names no schema was written with the first', () => {
    expect(domainData(stored({ amount: 1 }, { schema: '1' }), upcasters)).toStrictEqual({ amount: 1, unit: 'piece' });
    expect(domainData(stored({ amount: 1 }), upcasters)).toStrictEqual({ amount: 1, unit: 'piece' });
    expect(domainData(stored({ amount: 1 }, { schema: '2' }), upcasters)).toStrictEqual({ amount: 1 });
  });

  it.each([null, 'text', 7])('is empty where no object was stored (%j)', (data) => {
    expect(domainData(stored(data), {})).toStrictEqual({});
  });
});
