import { describe, expect, it } from '@jest/globals';
import { checkAppend, checkExpected, checkStreamName } from './check-append.ts';
import { EventStoreError } from './errors.ts';
import type { Json, NewEvent } from './event-store.port.ts';
import { defaultLimits } from './event-store.port.ts';
import { uuidV5 } from './uuid.ts';

const event = (more: Partial<NewEvent> = {}): NewEvent => ({ id: uuidV5('a'), type: 'ThingHappened', data: {}, metadata: {}, ...more });

const check = (events: readonly NewEvent[], limits = defaultLimits): unknown => checkAppend('thing-1', 'any', events, limits);

/** What was said against it, or what came of it. */
const complaint = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof EventStoreError ? error.message : error;
  }
};

/** Data whose text has so many bytes. */
const ofBytes = (size: number): Json => 'x'.repeat(size - '""'.length);

describe('the name of a stream', () => {
  it.each(['thing-1', 'a-b', 'guidanceRequest-2015/PC0410', 'thing-1-2', 'thing-é', `thing-${'x'.repeat(249)}`])('may be %j', (name) => {
    expect(
      complaint(() => {
        checkStreamName(name);
      }),
    ).toBeUndefined();
  });

  it.each([
    '',
    'thing',
    'Thing-1',
    '1thing-1',
    '-1',
    'thing-',
    ' thing-1',
    'thing-1 ',
    'th ing-1',
    'thing_a-1',
    '$thing-1',
    'thing-\uD800',
  ])('may not be %j', (name) => {
    expect(
      complaint(() => {
        checkStreamName(name);
      }),
    ).toBe(`streamId: "${name}" is not of the form category-id`);
  });

  it('is measured in bytes', () => {
    expect(
      complaint(() => {
        checkStreamName(`thing-${'x'.repeat(250)}`);
      }),
    ).toBe('streamId: is longer than 255 bytes');
    expect(
      complaint(() => {
        checkStreamName(`thing-x${'é'.repeat(124)}`);
      }),
    ).toBeUndefined();
    expect(
      complaint(() => {
        checkStreamName(`thing-${'é'.repeat(125)}`);
      }),
    ).toBe('streamId: is longer than 255 bytes');
  });
});

describe('an expected revision', () => {
  it.each(['any', 'no_stream', 'stream_exists', 0n, 2n ** 60n] as const)('may be %s', (expected) => {
    expect(
      complaint(() => {
        checkExpected(expected);
      }),
    ).toBeUndefined();
  });

  it('may not be negative', () => {
    expect(
      complaint(() => {
        checkExpected(-1n);
      }),
    ).toBe('expected: -1 is negative');
  });
});

describe('an event to append', () => {
  it('is stored as it was given, data and metadata as text', () => {
    const given = event({ data: { b: 1, a: [null] }, metadata: { actor: 'ada' } });
    expect(check([given])).toStrictEqual([
      { id: given.id, type: 'ThingHappened', data: '{"b":1,"a":[null]}', metadata: '{"actor":"ada"}' },
    ]);
  });

  it.each(['', 'a', uuidV5('a').toUpperCase(), `x${uuidV5('a')}`, `${uuidV5('a')}x`, uuidV5('a').replaceAll('-', '')])(
    'has a lower-case UUID, not %j',
    (id) => {
      expect(complaint(() => check([event({ id })]))).toBe(`id: "${id}" is not a lower-case UUID`);
    },
  );

  it.each(['T', 'x'.repeat(128), 'a$'])('may be of the type %j', (type) => {
    expect(check([event({ type })])).toMatchObject([{ type }]);
  });

  it.each(['', '$type', 'x'.repeat(129), 'T\uD800'])('may not be of the type %j', (type) => {
    expect(complaint(() => check([event({ type })]))).toBe(`type: "${type}" is not an event type`);
  });

  it('has metadata of text only', () => {
    const metadata = { actor: 'ada', attempt: 2 } as unknown as NewEvent['metadata'];
    expect(complaint(() => check([event({ metadata })]))).toBe('metadata.attempt: is not text');
    expect(complaint(() => check([event({ metadata: { actor: '\uD800' } })]))).toBe('metadata.actor: holds half of a surrogate pair');
  });

  it('has at most 16 KiB of metadata', () => {
    const ofSize = (bytes: number): NewEvent => event({ metadata: { a: 'x'.repeat(bytes - '{"a":""}'.length) } });
    expect(check([ofSize(16_384)])).toHaveLength(1);
    expect(complaint(() => check([ofSize(16_385)]))).toBe('metadata: is larger than 16384 bytes');
  });

  it('has data of at most so many bytes, counted as they are stored', () => {
    expect(check([event({ data: ofBytes(100) })], { ...defaultLimits, maxEventBytes: 100 })).toHaveLength(1);
    expect(complaint(() => check([event({ data: ofBytes(101) })], { ...defaultLimits, maxEventBytes: 100 }))).toBe(
      'an event of 101 bytes, at most 100 are taken',
    );
    expect(complaint(() => check([event({ data: 'é'.repeat(50) })], { ...defaultLimits, maxEventBytes: 100 }))).toBe(
      'an event of 102 bytes, at most 100 are taken',
    );
  });

  it('says where its data is not JSON', () => {
    expect(complaint(() => check([event({ data: { a: [0, 0.5] } })]))).toBe('data.a[1]: 0.5 is not a safe integer');
  });
});

describe('an append', () => {
  const several = (count: number, data: Json = {}): readonly NewEvent[] =>
    Array.from({ length: count }, (_event, index) => event({ id: uuidV5(`e${index}`), data }));

  it('is checked as a whole: name, revision, and that there is something', () => {
    expect(complaint(() => checkAppend('thing', 'any', several(1), defaultLimits))).toMatch(/^streamId: /);
    expect(complaint(() => checkAppend('thing-1', -1n, several(1), defaultLimits))).toMatch(/^expected: /);
    expect(complaint(() => check([]))).toBe('events: there is nothing to append');
  });

  it('has at most so many events', () => {
    expect(check(several(3), { ...defaultLimits, maxEventsPerAppend: 3 })).toHaveLength(3);
    expect(complaint(() => check(several(4), { ...defaultLimits, maxEventsPerAppend: 3 }))).toBe(
      'an append of 4 events, at most 3 are taken',
    );
  });

  it('has each id once', () => {
    expect(complaint(() => check([...several(2), event({ id: uuidV5('e0') })]))).toBe('events: one id stands twice in the same append');
  });

  it('has at most so many bytes of data and metadata together', () => {
    const pair = [event({ id: uuidV5('x'), data: ofBytes(10), metadata: { a: 'é' } }), event({ id: uuidV5('y'), data: 'éé' })];
    const bytes = 10 + '{"a":"é"}'.length + 1 + 6 + '{}'.length;
    expect(check(pair, { ...defaultLimits, maxAppendBytes: bytes })).toHaveLength(2);
    expect(complaint(() => check(pair, { ...defaultLimits, maxAppendBytes: bytes - 1 }))).toBe(
      `an append of ${bytes} bytes, at most ${bytes - 1} are taken`,
    );
  });

  it('is limited to what every engine takes', () => {
    expect(defaultLimits).toStrictEqual({ maxEventBytes: 393_216, maxAppendBytes: 1_000_000, maxEventsPerAppend: 500 });
  });
});
