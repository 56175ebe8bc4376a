import { expect } from '@jest/globals';
import { all, event, events, names, wrong, type Contract } from './event-store.builders.ts';

/** Append, idempotency and concurrency. */
export const describeAppend = (contract: Contract): void => {
  contract(1, 'no_stream on a new stream gives revisions from 0', async (store) => {
    expect(await store.append('thing-1', 'no_stream', events('a', 'b'))).toStrictEqual({
      nextExpectedRevision: 1n,
      position: await store.head(),
    });
    expect((await all(store.readStream('thing-1'))).map(({ revision }) => revision)).toStrictEqual([0n, 1n]);
  });
  contract(2, 'any on a new stream appends', async (store) => {
    expect((await store.append('thing-1', 'any', events('a'))).nextExpectedRevision).toBe(0n);
  });
  contract(3, 'an exact revision continues', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    expect((await store.append('thing-1', 0n, events('b'))).nextExpectedRevision).toBe(1n);
  });
  contract(4, 'no_stream on an existing stream tells the actual revision', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await expect(store.append('thing-1', 'no_stream', events('c'))).rejects.toMatchObject(wrong('no_stream', 1n));
  });
  contract(5, 'an exact revision that is too low is refused', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await expect(store.append('thing-1', 0n, events('c'))).rejects.toMatchObject({
      ...wrong(0n, 1n),
      message: 'thing-1: expected revision 0, found 1',
    });
  });
  contract(6, 'an exact revision that is too high is refused', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await expect(store.append('thing-1', 1n, events('b'))).rejects.toMatchObject(wrong(1n, 0n));
  });
  contract(7, 'an exact revision on a missing stream is refused', async (store) => {
    await expect(store.append('thing-1', 0n, events('a'))).rejects.toMatchObject(wrong(0n, 'no_stream'));
  });
  contract(8, 'stream_exists on an existing stream appends', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    expect((await store.append('thing-1', 'stream_exists', events('b'))).nextExpectedRevision).toBe(1n);
  });
  contract(9, 'stream_exists on a missing stream is refused', async (store) => {
    await expect(store.append('thing-1', 'stream_exists', events('a'))).rejects.toMatchObject(wrong('stream_exists', 'no_stream'));
  });
  contract(10, 'several events stand together in the stream and in the log', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b', 'c'));
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a', 'b', 'c']);
    expect(names(await all(store.readAll()))).toStrictEqual(['a', 'b', 'c']);
  });
  contract(11, 'nothing to append is refused', async (store) => {
    await expect(store.append('thing-1', 'any', [])).rejects.toMatchObject({ code: 'invalid_argument', field: 'events' });
  });
  contract(12, 'the position told is the position read', async (store) => {
    const { position } = await store.append('thing-1', 'no_stream', events('a', 'b'));
    expect((await all(store.readStream('thing-1'))).at(-1)?.position).toBe(position);
  });
  contract(13, 'positions increase across streams and appends', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await store.append('other-1', 'no_stream', events('b'));
    await store.append('thing-1', 0n, events('c'));
    const positions = (await all(store.readAll())).map(({ position }) => position);
    expect(positions).toStrictEqual([...positions].sort((x, y) => (x < y ? -1 : 1)));
    expect(new Set(positions).size).toBe(3);
  });
};

/** Append, idempotency and concurrency. */
export const describeIdempotency = (contract: Contract): void => {
  contract(15, 'the same ids at the same revision are one copy with the same answer', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    const first = await store.append('thing-1', 0n, events('b', 'c'));
    expect(await store.append('thing-1', 0n, events('b', 'c'))).toStrictEqual(first);
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a', 'b', 'c']);
  });
  contract(
    15,
    'the same ids with other bytes keep the first bytes',
    async (store) => {
      await store.append('thing-1', 'no_stream', [event('a', { said: 'first' })]);
      await store.append('thing-1', 'no_stream', [event('a', { said: 'second' })]);
      expect((await all(store.readStream('thing-1'))).map(({ data }) => data)).toStrictEqual([{ said: 'first' }]);
    },
    'b',
  );
  contract(16, 'no_stream repeated is one copy', async (store) => {
    const first = await store.append('thing-1', 'no_stream', events('a', 'b'));
    expect(await store.append('thing-1', 'no_stream', events('a', 'b'))).toStrictEqual(first);
  });
  contract(17, 'a repeat is known though others appended after', async (store) => {
    const first = await store.append('thing-1', 'no_stream', events('a'));
    await store.append('thing-1', 0n, events('b'));
    expect(await store.append('thing-1', 'no_stream', events('a'))).toStrictEqual(first);
  });
  contract(18, 'another first id is a conflict', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await expect(store.append('thing-1', 'no_stream', events('x', 'b'))).rejects.toMatchObject(wrong('no_stream', 1n));
  });
  contract(19, 'an equal beginning and then another id is a conflict and writes nothing', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    await expect(store.append('thing-1', 'no_stream', events('a', 'x'))).rejects.toMatchObject(wrong('no_stream', 1n));
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a', 'b']);
  });
  contract(20, 'a repeat with more events is a conflict', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await expect(store.append('thing-1', 'no_stream', events('a', 'b'))).rejects.toMatchObject(wrong('no_stream', 0n));
  });
  contract(21, 'a repeat with fewer events succeeds with the revision of the last of them', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b', 'c'));
    expect((await store.append('thing-1', 'no_stream', events('a', 'b'))).nextExpectedRevision).toBe(1n);
  });
  contract(22, 'any repeated at once is one copy', async (store) => {
    const first = await store.append('thing-1', 'any', events('a'));
    expect(await store.append('thing-1', 'any', events('a'))).toStrictEqual(first);
    expect(await all(store.readAll())).toHaveLength(1);
  });
  contract(23, 'any with a known first id and an unknown later one is a conflict', async (store) => {
    await store.append('thing-1', 'any', events('a'));
    await expect(store.append('thing-1', 'any', events('a', 'b'))).rejects.toMatchObject({ code: 'wrong_expected_version' });
  });
  contract(24, 'one id may stand in two streams', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await store.append('other-1', 'no_stream', events('a'));
    expect(await all(store.readAll())).toHaveLength(2);
  });
  contract(25, 'one id twice in one append is refused', async (store) => {
    await expect(store.append('thing-1', 'no_stream', events('a', 'a'))).rejects.toMatchObject({
      code: 'invalid_argument',
      field: 'events',
    });
  });
  contract(26, 'the same id at the current revision is stored twice: the hazard of re-reading before a retry', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    await store.append('thing-1', 0n, events('a'));
    expect(names(await all(store.readStream('thing-1')))).toStrictEqual(['a', 'a']);
  });
};

/** Append, idempotency and concurrency. */
export const describeConcurrency = (contract: Contract): void => {
  const settle = async (appends: readonly Promise<unknown>[]): Promise<readonly [number, readonly unknown[]]> => {
    const results = await Promise.allSettled(appends);
    return [
      results.filter(({ status }) => status === 'fulfilled').length,
      results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
    ];
  };
  contract(30, 'of 50 exact appends at one revision one wins, the others are told the truth', async (store) => {
    await store.append('thing-1', 'no_stream', events('start'));
    const [winners, reasons] = await settle(
      Array.from({ length: 50 }, (_, index) => store.append('thing-1', 0n, events(`racer-${index}`))),
    );
    expect(winners).toBe(1);
    expect(reasons).toHaveLength(49);
    reasons.forEach((reason) => {
      expect(reason).toMatchObject(wrong(0n, 1n));
    });
  });
  contract(31, 'of 50 no_stream appends one wins', async (store) => {
    const [winners] = await settle(
      Array.from({ length: 50 }, (_, index) => store.append('thing-1', 'no_stream', events(`racer-${index}`))),
    );
    expect(winners).toBe(1);
  });
  contract(32, '200 appends to different streams all succeed', async (store) => {
    const [winners] = await settle(
      Array.from({ length: 200 }, (_, index) => store.append(`thing-${index}`, 'no_stream', events(`e-${index}`))),
    );
    expect(winners).toBe(200);
    expect(await all(store.readAll())).toHaveLength(200);
  });
};
