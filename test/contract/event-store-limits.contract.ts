import { expect } from '@jest/globals';
import type { EventStore, Json } from '../../libs/event-store/src/index.ts';
import { all, event, events, type Contract } from './event-store.builders.ts';

/** Errors, limits and encoding. */
export const describeErrors = (contract: Contract): void => {
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

/** Errors, limits and encoding. */
export const describeEncoding = (contract: Contract): void => {
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
