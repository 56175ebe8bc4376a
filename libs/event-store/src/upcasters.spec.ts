import { describe, expect, it } from '@jest/globals';
import { currentSchema, NewerSchema, upcast } from './upcasters.ts';

describe('upcasting', () => {
  const upcasters = { Added: [(data: object) => ({ ...data, unit: 'piece' }), (data: object) => ({ ...data, version: 3 })] } as never;

  it('brings each stored shape to the current one', () => {
    expect(upcast(upcasters, 'Added', 1, { amount: 1 })).toStrictEqual({ amount: 1, unit: 'piece', version: 3 });
    expect(upcast(upcasters, 'Added', 2, { amount: 1 })).toStrictEqual({ amount: 1, version: 3 });
    expect(upcast(upcasters, 'Added', 3, { amount: 1 })).toStrictEqual({ amount: 1 });
  });

  it('refuses what a newer program wrote', () => {
    const read = (): unknown => upcast(upcasters, 'Added', 4, {});
    expect(read).toThrow(NewerSchema);
    expect(read).toThrow(
      expect.objectContaining({
        name: 'NewerSchema',
        message: 'Added: stored with schema 4, this program knows 3; use the newer program',
      }),
    );
    expect(() => upcast(upcasters, 'Other', 2, {})).toThrow('Other: stored with schema 2, this program knows 1; use the newer program');
  });

  it('writes new events with the current schema', () => {
    expect(currentSchema(upcasters, 'Added')).toBe(3);
    expect(currentSchema(upcasters, 'Other')).toBe(1);
  });
});
