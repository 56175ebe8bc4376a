import { describe, expect, it } from '@jest/globals';
import type { GlobalPosition } from './event-store.port.ts';
import { logRange, streamRange } from './range.ts';

describe('a read', () => {
  it('goes forwards from the very first unless told otherwise', () => {
    expect(streamRange({})).toStrictEqual({ forwards: true, begin: null });
    expect(logRange({})).toStrictEqual({ forwards: true, begin: null });
    expect(streamRange({ direction: 'backwards' })).toStrictEqual({ forwards: false, begin: null });
    expect(logRange({ direction: 'backwards' })).toStrictEqual({ forwards: false, begin: null });
  });

  it('begins where it is told', () => {
    expect(streamRange({ from: 0n })).toStrictEqual({ forwards: true, begin: 0n });
    expect(streamRange({ direction: 'backwards', from: 7n })).toStrictEqual({ forwards: false, begin: 7n });
    expect(logRange({ after: 7n as GlobalPosition })).toStrictEqual({ forwards: true, begin: 7n });
    expect(logRange({ direction: 'backwards', after: 7n as GlobalPosition })).toStrictEqual({ forwards: false, begin: 7n });
  });

  it('from the end that it runs away from has everything before it', () => {
    expect(streamRange({ from: 'start' })).toStrictEqual({ forwards: true, begin: null });
    expect(streamRange({ direction: 'backwards', from: 'end' })).toStrictEqual({ forwards: false, begin: null });
  });

  it('from the end that it runs to has nothing to deliver', () => {
    expect(streamRange({ from: 'end' })).toBeNull();
    expect(streamRange({ direction: 'backwards', from: 'start' })).toBeNull();
    expect(logRange({ after: 'end' })).toBeNull();
    expect(logRange({ direction: 'backwards', after: 'start' })).toBeNull();
  });

  it('of a stream may not begin at a negative revision', () => {
    expect(() => streamRange({ from: -1n })).toThrow('from: -1 is negative');
  });
});
