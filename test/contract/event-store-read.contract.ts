import { expect } from '@jest/globals';
import type { EventStore, RecordedEvent } from '../../libs/event-store/src/index.ts';
import { all, event, events, names, wrong, type Contract } from './event-store.builders.ts';

/** Read, order and delete. */
export const describeRead = (contract: Contract): void => {
  const fill = (store: EventStore): Promise<unknown> => store.append('thing-1', 'no_stream', events('a', 'b', 'c', 'd'));
  contract(36, 'forwards from start, middle and end', async (store) => {
    await fill(store);
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(names(await all(store.readStream('thing-1', { from: 2n })))).toStrictEqual(['c', 'd']);
    expect(await all(store.readStream('thing-1', { from: 'end' }))).toStrictEqual([]);
  });
  contract(37, 'backwards from end and middle', async (store) => {
    await fill(store);
    expect(names(await all(store.readStream('thing-1', { direction: 'backwards' })))).toStrictEqual(['d', 'c', 'b', 'a']);
    expect(names(await all(store.readStream('thing-1', { direction: 'backwards', from: 1n })))).toStrictEqual(['b', 'a']);
  });
  contract(38, 'maxCount of none, some, all and more', async (store) => {
    await fill(store);
    for (const [maxCount, length] of [
      [0, 0],
      [1, 1],
      [4, 4],
      [5, 4],
    ] as const) {
      expect(await all(store.readStream('thing-1', { maxCount }))).toHaveLength(length);
      expect(await all(store.readAll({ maxCount }))).toHaveLength(length);
      expect(await all(store.readAll({ maxCount, filter: { types: ['ThingHappened'] } }))).toHaveLength(length);
    }
  });
  contract(39, 'from beyond the last is empty', async (store) => {
    await fill(store);
    expect(await all(store.readStream('thing-1', { from: 4n }))).toStrictEqual([]);
  });
  contract(40, 'a missing stream is StreamNotFound', async (store) => {
    await expect(all(store.readStream('thing-1'))).rejects.toMatchObject({ code: 'stream_not_found', outcome: 'n/a' });
  });
  contract(41, 'leaving a read early releases it, a thousand times', async (store) => {
    await fill(store);
    for (let round = 0; round < 1_000; round += 1) {
      for await (const { revision } of store.readStream('thing-1')) if (revision === 0n) break;
    }
    expect((await store.append('thing-1', 3n, events('e'))).nextExpectedRevision).toBe(4n);
  });
  contract(42, 'an abort stops a read', async (store) => {
    await fill(store);
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      for await (const { revision } of store.readStream('thing-1', { signal: stop.signal })) if (revision === 1n) stop.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
  });
  contract(44, 'a negative revision is refused', async (store) => {
    await expect(all(store.readStream('thing-1', { from: -1n }))).rejects.toMatchObject({ code: 'invalid_argument', field: 'from' });
    await expect(store.append('thing-1', -1n, events('a'))).rejects.toMatchObject({ code: 'invalid_argument', field: 'expected' });
  });
  contract(45, 'the log is in the order of completion', async (store) => {
    await store.append('thing-2', 'no_stream', events('a'));
    await store.append('thing-1', 'no_stream', events('b'));
    await store.append('thing-2', 0n, events('c'));
    expect(names(await all(store.readAll()))).toStrictEqual(['a', 'b', 'c']);
  });
  contract(46, 'after is exclusive both ways', async (store) => {
    await fill(store);
    const [, second] = await all(store.readAll());
    if (second === undefined) throw new Error('the log is empty');
    expect(names(await all(store.readAll({ after: second.position })))).toStrictEqual(['c', 'd']);
    expect(names(await all(store.readAll({ after: second.position, direction: 'backwards' })))).toStrictEqual(['a']);
  });
  contract(47, 'streams of the engine itself cannot be named', async (store) => {
    await expect(store.append('$system', 'any', events('a'))).rejects.toMatchObject({ code: 'invalid_argument', field: 'streamId' });
    expect(await all(store.readAll())).toStrictEqual([]);
  });
  contract(48, 'filters give what filtering by hand gives', async (store) => {
    await store.append('thing-1', 'no_stream', [event('a', {}, 'ThingHappened'), event('b', {}, 'OtherHappened')]);
    await store.append('other-1', 'no_stream', [event('c', {}, 'ThingEnded')]);
    expect(names(await all(store.readAll({ filter: { types: ['OtherHappened'] } })))).toStrictEqual(['b']);
    expect(names(await all(store.readAll({ filter: { typePrefixes: ['Thing'] } })))).toStrictEqual(['a', 'c']);
    expect(names(await all(store.readAll({ filter: { streamPrefixes: ['other-'] } })))).toStrictEqual(['c']);
  });
  contract(49, 'a closed range reads the same twice', async (store) => {
    await fill(store);
    expect(await all(store.readAll({ maxCount: 3 }))).toStrictEqual(await all(store.readAll({ maxCount: 3 })));
  });
  contract(50, 'nothing becomes visible behind what was delivered', async (store) => {
    const seen: RecordedEvent[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 25; turn += 1) {
        await store.append(`thing-${writer}`, 'any', events(`w${writer}-${turn}`));
        await store.append(`thing-${writer}`, 999n, events(`x${writer}-${turn}`)).catch(() => null);
      }
    });
    const ended = Promise.all(writers);
    while (seen.length < 200) {
      const last = seen.at(-1)?.position;
      seen.push(...(await all(store.readAll(last === undefined ? {} : { after: last }))));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await ended;
    expect(names(seen)).toStrictEqual(names(await all(store.readAll())));
  });
};

/** Read, order and delete. */
export const describeDelete = (contract: Contract): void => {
  contract(63, 'a soft delete hides the stream; the next append goes on numbering', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await store.deleteStream('thing-1', 1n);
    await expect(all(store.readStream('thing-1'))).rejects.toMatchObject({ code: 'stream_not_found' });
    expect((await store.append('thing-1', 'no_stream', events('c'))).nextExpectedRevision).toBe(2n);
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['c']);
    expect(names(await all(store.readAll()))).toStrictEqual(['a', 'b', 'c']);
  });
  contract(64, 'stream_exists on a soft-deleted stream is refused', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await store.deleteStream('thing-1', 'any');
    await expect(store.append('thing-1', 'stream_exists', events('b'))).rejects.toMatchObject(wrong('stream_exists', 'no_stream'));
  });
  contract(65, 'a tombstone is for ever', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await store.tombstoneStream('thing-1', 0n);
    await expect(store.append('thing-1', 'any', events('b'))).rejects.toMatchObject({ code: 'stream_deleted', outcome: 'not_applied' });
    await expect(all(store.readStream('thing-1'))).rejects.toMatchObject({ code: 'stream_deleted' });
    await expect(store.tombstoneStream('thing-1', 'any')).rejects.toMatchObject({ code: 'stream_deleted' });
  });
  contract(69, 'a repeat on a soft-deleted stream succeeds without a position', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await store.deleteStream('thing-1', 'any');
    expect(await store.append('thing-1', 'no_stream', events('a', 'b'))).toStrictEqual({ nextExpectedRevision: 1n, position: null });
  });
  contract(
    63,
    'a stream that is not there can be deleted by whoever expects nothing, and by nobody else',
    async (store) => {
      await expect(store.deleteStream('thing-1', 'any')).resolves.toBeUndefined();
      await expect(store.deleteStream('thing-1', 'no_stream')).resolves.toBeUndefined();
      await expect(store.deleteStream('thing-1', 0n)).rejects.toMatchObject(wrong(0n, 'no_stream'));
      await expect(store.deleteStream('thing-1', 'stream_exists')).rejects.toMatchObject(wrong('stream_exists', 'no_stream'));
      expect((await store.append('thing-1', 'no_stream', events('a'))).nextExpectedRevision).toBe(0n);
      await expect(store.deleteStream('thing-1', 1n)).rejects.toMatchObject(wrong(1n, 0n));
      expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a']);
    },
    'b',
  );
  contract(
    63,
    'deleted again, a stream hides what came in between too; an exact revision continues',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a', 'b'));
      await store.deleteStream('thing-1', 1n);
      expect((await store.append('thing-1', 1n, events('c'))).nextExpectedRevision).toBe(2n);
      expect((await store.append('thing-1', 2n, events('d'))).nextExpectedRevision).toBe(3n);
      expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['c', 'd']);
      await store.deleteStream('thing-1', 'stream_exists');
      await expect(store.deleteStream('thing-1', 3n)).rejects.toMatchObject(wrong(3n, 'no_stream'));
      expect((await store.append('thing-1', 'any', events('e'))).nextExpectedRevision).toBe(4n);
      expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['e']);
    },
    'c',
  );
  contract(
    65,
    'a stream can be forbidden before it is there',
    async (store) => {
      await expect(store.tombstoneStream('thing-1', 0n)).rejects.toMatchObject(wrong(0n, 'no_stream'));
      await store.tombstoneStream('thing-1', 'no_stream');
      await expect(store.append('thing-1', 'no_stream', events('a'))).rejects.toMatchObject({ code: 'stream_deleted' });
      await expect(all(store.readStream('thing-1'))).rejects.toMatchObject({ code: 'stream_deleted' });
      await expect(store.deleteStream('thing-1', 'any')).rejects.toMatchObject({ code: 'stream_deleted' });
      expect(await store.head()).toBeNull();
    },
    'b',
  );
};
