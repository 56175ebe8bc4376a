import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  uuidV5,
  type EventStore,
  type ExpectedRevision,
  type Json,
  type NewEvent,
  type RecordedEvent,
} from '../../libs/event-store/src/index.ts';
import { uncovered } from './event-store.cases.ts';

const idOf = (name: string): string => uuidV5(`contract/${name}`);

const event = (name: string, data: Json = { name }, type = 'ThingHappened'): NewEvent => ({
  id: idOf(name),
  type,
  data,
  metadata: { commandId: name, $correlationId: 'c' },
});

const events = (...names: readonly string[]): readonly NewEvent[] => names.map((name) => event(name));

const all = (source: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> => Array.fromAsync(source);

const names = (recorded: readonly RecordedEvent[]): readonly unknown[] => recorded.map(({ metadata }) => metadata['commandId']);

const wrong = (expected: ExpectedRevision, actual: bigint | 'no_stream'): object => ({
  code: 'wrong_expected_version',
  expected,
  actual,
  outcome: 'not_applied',
  retryable: false,
});

/** What every engine has to do, case by case; `covered` collects the numbers that have run. */
export const describeEventStore = (
  engine: string,
  open: () => Promise<{ readonly store: EventStore; readonly clean: () => Promise<void> }>,
): void => {
  const covered = new Set<number>();
  const contract = (number: number, title: string, run: (store: EventStore) => Promise<void>, suffix = ''): void => {
    it(`C${String(number).padStart(2, '0')}${suffix} ${title}`, async () => {
      covered.add(number);
      await run(opened.store);
    });
  };
  let opened: Awaited<ReturnType<typeof open>>;

  describe(`event store contract, ${engine}`, () => {
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.clean();
    });
    afterAll(() => {
      const open = uncovered(covered);
      expect(open.filter(({ reason }) => reason === 'NO REASON GIVEN')).toStrictEqual([]);
      const reasons = new Map<string, number[]>();
      open.forEach(({ number, reason }) => reasons.set(reason, [...(reasons.get(reason) ?? []), number]));
      const lines = [...reasons].map(
        ([reason, numbers]) =>
          `NOTE: ${engine}: ${numbers.map((number) => `C${String(number).padStart(2, '0')}`).join(' ')} not covered: ${reason}`,
      );
      process.stdout.write(`${lines.join('\n')}\n`);
    });

    describeAppend(contract);
    describeIdempotency(contract);
    describeConcurrency(contract);
    describeRead(contract);
    describeDelete(contract);
    describeErrors(contract);
    describeEncoding(contract);
  });
};

type Contract = (number: number, title: string, run: (store: EventStore) => Promise<void>, suffix?: string) => void;

const describeAppend = (contract: Contract): void => {
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

const describeIdempotency = (contract: Contract): void => {
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

const describeConcurrency = (contract: Contract): void => {
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

const describeRead = (contract: Contract): void => {
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
    let writing = true;
    const ended = Promise.all(writers).then(() => {
      writing = false;
    });
    while (writing || seen.length < 200) {
      const last = seen.at(-1)?.position;
      seen.push(...(await all(store.readAll(last === undefined ? {} : { after: last }))));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await ended;
    expect(names(seen)).toStrictEqual(names(await all(store.readAll())));
  });
};

const describeDelete = (contract: Contract): void => {
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
};

const describeErrors = (contract: Contract): void => {
  contract(70, 'an event at the limit is taken, one byte more is not', async (store) => {
    const { maxEventBytes } = store.capabilities.limits;
    const ofSize = (size: number): Json => ({ text: 'x'.repeat(size - '{"text":""}'.length) });
    await store.append('thing-1', 'no_stream', [event('a', ofSize(maxEventBytes))]);
    await expect(store.append('thing-1', 0n, [event('b', ofSize(maxEventBytes + 1))])).rejects.toMatchObject({
      code: 'event_too_large',
      message: `an event of ${maxEventBytes + 1} bytes, at most ${maxEventBytes} are taken`,
    });
    expect(await all(store.readAll())).toHaveLength(1);
  });
  contract(71, 'an append over the limit is refused whole', async (store) => {
    const { maxEventsPerAppend } = store.capabilities.limits;
    const many = Array.from({ length: maxEventsPerAppend + 1 }, (_, index) => event(`e${index}`));
    await expect(store.append('thing-1', 'no_stream', many)).rejects.toMatchObject({ code: 'append_too_large' });
    const heavy = Array.from({ length: 3 }, (_, index) => event(`h${index}`, { text: 'x'.repeat(380 * 1024) }));
    await expect(store.append('thing-1', 'no_stream', heavy)).rejects.toMatchObject({ code: 'append_too_large' });
    expect(await store.head()).toBeNull();
  });
  contract(72, 'bad names, types and ids are refused', async (store) => {
    for (const name of ['thing', 'Thing-1', '-1', 'thing-', 'th ing-1', 'thing-1 2', `thing-${'x'.repeat(260)}`]) {
      await expect(store.append(name, 'any', events('a'))).rejects.toMatchObject({ code: 'invalid_argument', field: 'streamId' });
    }
    await expect(store.append('thing-1', 'any', [event('a', {}, '$type')])).rejects.toMatchObject({ field: 'type' });
    await expect(store.append('thing-1', 'any', [{ ...event('a'), id: 'A' }])).rejects.toMatchObject({ field: 'id' });
  });
  contract(73, 'what JSON would change is refused with its place', async (store) => {
    const values: readonly (readonly [unknown, string])[] = [
      [{ a: undefined }, 'data.a'],
      [{ a: [Number.NaN] }, 'data.a[0]'],
      [{ a: 0.5 }, 'data.a'],
      [{ a: 10n }, 'data.a'],
      [{ a: new Date(0) }, 'data.a'],
      [{ a: '\uD800' }, 'data.a'],
      [{ a: 2 ** 53 }, 'data.a'],
    ];
    for (const [value, field] of values) {
      await expect(store.append('thing-1', 'any', [event('a', value as Json)])).rejects.toMatchObject({ code: 'invalid_argument', field });
    }
    expect(await store.head()).toBeNull();
  });
  contract(79, 'after close everything is Disposed', async (store) => {
    await store.close();
    await expect(store.append('thing-1', 'any', events('a'))).rejects.toMatchObject({ code: 'disposed' });
    await expect(all(store.readAll())).rejects.toMatchObject({ code: 'disposed' });
    await expect(store.head()).rejects.toMatchObject({ code: 'disposed' });
  });
};

const describeEncoding = (contract: Contract): void => {
  const roundTrip = async (store: EventStore, data: Json): Promise<void> => {
    await store.append('thing-1', 'any', [event('a', data)]);
    const [recorded] = await all(store.readStream('thing-1'));
    expect(recorded?.data).toStrictEqual(data);
  };
  contract(81, 'texts of every kind come back as they were', (store) =>
    roundTrip(store, { emoji: '👩‍⚖️', arabic: 'مؤتمر', nul: '\u0000', four: '𝒳', lineSeparator: '\u2028', quote: `"'\\`, bom: '\uFEFF' }),
  );
  contract(82, 'key order, nesting and long integers as text come back', async (store) => {
    await roundTrip(store, { z: [1, [2, { y: '123456789012345678901234567890' }]], a: null, big: 2 ** 53 - 1 });
    const [recorded] = await all(store.readStream('thing-1'));
    expect(Object.keys(recorded?.data as object)).toStrictEqual(['z', 'a', 'big']);
  });
  contract(83, 'dangerous keys stay data', async (store) => {
    const data = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as Json;
    await store.append('thing-1', 'any', [event('a', data)]);
    const [recorded] = await all(store.readStream('thing-1'));
    expect(JSON.stringify(recorded?.data)).toBe('{"__proto__":{"polluted":true},"constructor":1}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
  contract(84, 'metadata comes back, correlation and causation too', async (store) => {
    const metadata = { $correlationId: 'x', $causationId: 'y', actor: 'z', empty: '' };
    await store.append('thing-1', 'any', [{ ...event('a'), metadata }]);
    expect((await all(store.readStream('thing-1')))[0]?.metadata).toStrictEqual(metadata);
  });
  contract(86, 'the encoded payload has the same bytes on every engine', async (store) => {
    await store.append('thing-1', 'any', [event('a', { b: 1, a: 'é' })]);
    expect(JSON.stringify((await all(store.readStream('thing-1')))[0]?.data)).toBe('{"b":1,"a":"é"}');
  });
};
