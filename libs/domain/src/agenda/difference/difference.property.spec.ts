import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editAgenda } from '../../../../../test/support/edit-agenda.ts';
import { contentFrom, Tape, toLine } from '../../../../../test/support/edit-scripts.ts';
import { frozen } from '../../../../../test/support/given.ts';
import { agendaDifference } from './difference.ts';
import { movedIn } from './compare-lists.ts';

const tapes = fc.array(fc.nat(997), { maxLength: 400, size: 'max' }).map((numbers) => new Tape(numbers));

describe('the difference of two versions, over generated edit scripts', () => {
  it('recovers each script exactly: 300 of them', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(tapes, (tape) => {
        const earlier = frozen(contentFrom(tape));
        const { value: later, lines } = editAgenda(earlier, tape);
        const told = agendaDifference(earlier, frozen(later)).changes;
        for (const { change } of told) seen[change] = (seen[change] ?? 0) + 1;
        expect(told.map(toLine).sort()).toStrictEqual([...lines].sort());
      }),
      { numRuns: 300, seed: 20150420 },
    );
    const kinds = ['item_moved', 'item_dropped', 'item_renumbered', 'document_edition_changed', 'slot_room_changed', 'speaker_changed'];
    expect(kinds.filter((kind) => (seen[kind] ?? 0) < 10)).toStrictEqual([]);
  });

  it('is nothing between a version and itself', () => {
    fc.assert(
      fc.property(tapes, (tape) => {
        const content = contentFrom(tape);
        expect(agendaDifference(content, content).changes).toStrictEqual([]);
      }),
      { numRuns: 100, seed: 20150421 },
    );
  });

  it('moves as few as possible: what stays is a longest run in order', () => {
    const orders = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }).map((order) => order.map(String));
    fc.assert(
      fc.property(orders, (order) => {
        const sorted = [...order].sort();
        const subsets = sorted.reduce<readonly string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
        const isInOrder = (some: readonly string[]): boolean =>
          some.every((id, at) => at === 0 || order.indexOf(some[at - 1] ?? id) < order.indexOf(id));
        const longest = Math.max(...subsets.filter(isInOrder).map((some) => some.length));
        const moved = movedIn(sorted, order);
        expect(moved).toHaveLength(order.length - longest);
        expect(isInOrder(sorted.filter((id) => !moved.includes(id)))).toBe(true);
      }),
      { numRuns: 300, seed: 20150422 },
    );
  });
});
