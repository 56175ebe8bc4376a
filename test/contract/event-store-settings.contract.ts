import { expect } from '@jest/globals';
import { loadStream } from '../../libs/event-store/src/index.ts';
import { all, events, names, type Contract } from './event-store.builders.ts';
import { collect, fill } from './event-store.readers.ts';

/** Settings of streams: what they hide stays in the log. */
export const describeSettings = (contract: Contract): void => {
  contract(66, 'truncateBefore and maxCount hide on reading the stream', async (store) => {
    await fill(store, 6);
    await store.setStreamSettings('thing-1', { truncateBefore: 2n }, 'none');
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['e2', 'e3', 'e4', 'e5']);
    await store.setStreamSettings('thing-1', { maxCount: 3 }, 0n);
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['e3', 'e4', 'e5']);
    await store.setStreamSettings('thing-1', { maxCount: 3, truncateBefore: 5n }, 1n);
    expect(names(await all(store.readStream('thing-1', { direction: 'backwards' })))).toStrictEqual(['e5']);
    await store.append('thing-1', 5n, events('e6'));
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['e5', 'e6']);
    await store.setStreamSettings('thing-1', {}, 2n);
    expect((await loadStream(store, 'thing-1')).events).toHaveLength(7);
  });
  contract(67, 'the log still shows what a stream hides', async (store) => {
    const recorded = await fill(store, 4);
    await store.setStreamSettings('thing-1', { maxCount: 1 }, 'none');
    expect(names(await all(store.readAll()))).toStrictEqual(recorded);
  });
  contract(68, 'settings change only for whoever has seen them', async (store) => {
    expect(await store.getStreamSettings('thing-1')).toStrictEqual({ settings: {}, metaRevision: null });
    await store.setStreamSettings('thing-1', { maxCount: 2 }, 'none');
    await expect(store.setStreamSettings('thing-1', {}, 'none')).rejects.toMatchObject({ code: 'wrong_expected_version', actual: 0n });
    await expect(store.setStreamSettings('thing-1', {}, 1n)).rejects.toMatchObject({ code: 'wrong_expected_version', actual: 0n });
    expect(await store.getStreamSettings('thing-1')).toStrictEqual({ settings: { maxCount: 2 }, metaRevision: 0n });
    await expect(all(store.readStream('thing-1'))).rejects.toMatchObject({ code: 'stream_not_found' });
    expect((await store.append('thing-1', 'no_stream', events('a', 'b', 'c'))).nextExpectedRevision).toBe(2n);
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['b', 'c']);
    await expect(store.setStreamSettings('thing-1', { maxCount: 0 }, 0n)).rejects.toMatchObject({ code: 'invalid_argument' });
    await expect(store.setStreamSettings('thing-1', { truncateBefore: -1n }, 0n)).rejects.toMatchObject({ code: 'invalid_argument' });
  });
  contract(
    65,
    'a tombstoned stream takes no settings, and has those it had, or is gone with them',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a'));
      await store.setStreamSettings('thing-1', { maxCount: 2 }, 'none');
      await store.tombstoneStream('thing-1', 0n);
      await expect(store.setStreamSettings('thing-1', {}, 0n)).rejects.toMatchObject({ code: 'stream_deleted' });
      const kept = store.getStreamSettings('thing-1');
      // KurrentDB tombstones the settings with the stream.
      if (store.capabilities.engine === 'kurrentdb') await expect(kept).rejects.toMatchObject({ code: 'stream_deleted' });
      else expect(await kept).toStrictEqual({ settings: { maxCount: 2 }, metaRevision: 0n });
    },
    'c',
  );
  contract(
    66,
    'whoever follows a stream sees what it shows',
    async (store) => {
      await fill(store, 6);
      await store.setStreamSettings('thing-1', { truncateBefore: 3n }, 'none');
      expect(await collect(store.subscribeStream('thing-1', { after: 'start' }), 3)).toStrictEqual(['e3', 'e4', 'e5']);
      expect(await collect(store.subscribeStream('thing-1', { after: 0n }), 3)).toStrictEqual(['e3', 'e4', 'e5']);
      expect(await collect(store.subscribeStream('thing-1', { after: 3n }), 2)).toStrictEqual(['e4', 'e5']);
    },
    'b',
  );
  contract(
    66,
    'a read may begin before what is shown, and goes back no further than that',
    async (store) => {
      await fill(store, 6);
      await store.setStreamSettings('thing-1', { truncateBefore: 3n }, 'none');
      expect(names(await all(store.readStream('thing-1', { from: 1n })))).toStrictEqual(['e3', 'e4', 'e5']);
      expect(names(await all(store.readStream('thing-1', { from: 1n, maxCount: 2 })))).toStrictEqual(['e3', 'e4']);
      expect(names(await all(store.readStream('thing-1', { from: 4n })))).toStrictEqual(['e4', 'e5']);
      expect(names(await all(store.readStream('thing-1', { direction: 'backwards', from: 4n })))).toStrictEqual(['e4', 'e3']);
      expect(await all(store.readStream('thing-1', { direction: 'backwards', from: 2n }))).toStrictEqual([]);
    },
    'c',
  );
  contract(
    68,
    'settings of a stream to come hold for it, and change nothing of its numbering',
    async (store) => {
      await store.setStreamSettings('thing-1', { truncateBefore: 1n }, 'none');
      await expect(store.append('thing-1', 'stream_exists', events('a'))).rejects.toMatchObject({ actual: 'no_stream' });
      expect((await store.append('thing-1', 'no_stream', events('a', 'b'))).nextExpectedRevision).toBe(1n);
      expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['b']);
      await store.setStreamSettings('thing-1', { maxCount: 5 }, 0n);
      expect(await store.getStreamSettings('thing-1')).toStrictEqual({ settings: { maxCount: 5 }, metaRevision: 1n });
      await store.setStreamSettings('thing-1', { maxCount: 6 }, 1n);
      expect(await store.getStreamSettings('thing-1')).toStrictEqual({ settings: { maxCount: 6 }, metaRevision: 2n });
    },
    'b',
  );
};
