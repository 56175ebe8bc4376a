import { describe, expect, it } from '@jest/globals';
import { decode, encode } from './encode.ts';
import { InvalidArgument, MalformedEvent } from './errors.ts';
import type { Json } from './event-store.port.ts';

const refusal = (value: unknown): unknown => {
  try {
    return encode(value as Json, 'data');
  } catch (error) {
    return error instanceof InvalidArgument ? error.message : error;
  }
};

/** One value inside so many arrays. */
const nested = (depth: number): Json => Array.from({ length: depth }).reduce<Json>((inner) => [inner], 1);

describe('the encoding of events', () => {
  it('is JSON, members in the order they were given', () => {
    const value = { z: null, a: [true, false, -3, 'é', {}], nothing: [] };
    expect(encode(value, 'data')).toBe('{"z":null,"a":[true,false,-3,"é",{}],"nothing":[]}');
  });

  it('takes objects of no prototype, and whole numbers up to 2^53 - 1', () => {
    expect(encode(Object.assign(Object.create(null) as object, { a: 1 }) as Json, 'data')).toBe('{"a":1}');
    expect(encode([2 ** 53 - 1, -(2 ** 53) + 1], 'data')).toBe('[9007199254740991,-9007199254740991]');
  });

  it('goes 32 deep and no deeper', () => {
    expect(encode(nested(32), 'data')).toBe(`${'['.repeat(32)}1${']'.repeat(32)}`);
    expect(refusal(nested(33))).toBe(`data${'[0]'.repeat(33)}: is nested deeper than 32`);
    const objects = Array.from({ length: 33 }).reduce<Json>((inner) => ({ a: inner }), 1);
    expect(refusal(objects)).toBe(`data${'.a'.repeat(33)}: is nested deeper than 32`);
  });

  it.each([
    [undefined, 'data: a undefined is not JSON'],
    [{ a: undefined }, 'data.a: a undefined is not JSON'],
    [[0, [() => 1]], 'data[1][0]: a function is not JSON'],
    [{ a: 1n }, 'data.a: a bigint is not JSON'],
    [{ a: Number.NaN }, 'data.a: NaN is not a safe integer'],
    [{ a: 2 ** 53 }, 'data.a: 9007199254740992 is not a safe integer'],
    [{ a: { b: 0.1 } }, 'data.a.b: 0.1 is not a safe integer'],
    [{ a: new Date(0) }, 'data.a: is not a plain object'],
    [{ a: new Map() }, 'data.a: is not a plain object'],
    ['\uDC00', 'data: holds half of a surrogate pair'],
    [{ ['\uD800']: 1 }, 'data.\uD800: holds half of a surrogate pair'],
  ])('refuses what JSON would change or drop, and says where (%#)', (value, sentence) => {
    expect(refusal(value)).toBe(sentence);
  });
});

describe('a stored text', () => {
  it('is read as it was written', () => {
    expect(decode('{"b":1,"a":["é"]}', 'thing-1', 0n)).toStrictEqual({ b: 1, a: ['é'] });
  });

  it('that is no JSON is a malformed event, with what the parser said', () => {
    const read = (): unknown => decode('{', 'thing-1', 3n);
    expect(read).toThrow(MalformedEvent);
    expect(read).toThrow(
      expect.objectContaining({ message: 'thing-1@3: the stored event cannot be read', cause: expect.any(SyntaxError) }),
    );
  });
});
