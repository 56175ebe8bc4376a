import { describe, expect, it } from '@jest/globals';
import { bundleGuide, isGuide } from './guide.ts';

const added = [
  ', in canonical JSON. A line with "$erased" is what\n   an erasure has left: its "dataHash" is the entry\'s "data", and its own SHA-256 is listed with it in an ErasureScopeListed of that\n   erasure, which one person requested and another approved, both in this log.\n',
  '   Une ligne avec « $erased » est ce qu’un effacement décidé par deux personnes a laissé ; ErasureScopeListed en donne les deux hachés.\n',
] as const;

describe('the guide of a bundle', () => {
  it('is that of this program, or of an earlier one, and no other', () => {
    const earlier = bundleGuide.replace(added[0], ', in canonical JSON.\n').replace(added[1], '');
    expect(earlier.length).toBe(bundleGuide.length - added[0].length - added[1].length + ', in canonical JSON.\n'.length);
    expect([bundleGuide, earlier, `${bundleGuide} `, ''].map((guide) => isGuide(Buffer.from(guide)))).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
