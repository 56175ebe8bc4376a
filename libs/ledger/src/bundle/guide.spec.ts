import { describe, expect, it } from '@jest/globals';
import { bundleGuide, isGuide } from './guide.ts';

const aboutErasure = [
  ', in canonical JSON. A line with "$erased" is what\n   an erasure has left: its "dataHash" is the entry\'s "data", and its own SHA-256 is listed with it in an ErasureScopeListed of that\n   erasure, which one person requested and another approved, both in this log.\n',
  '   Une ligne avec « $erased » est ce qu’un effacement décidé par deux personnes a laissé ; ErasureScopeListed en donne les deux hachés.\n',
] as const;
const aboutContinuity = [
  ' A bundle without the whole log needs\nconsistency.txt for that (RFC 6962 §2.1.2, in the form of c2sp.org/tlog-witness), from the size of log-prev/checkpoint on.\n',
  'Sans le journal entier, c’est consistency.txt qui le prouve, à partir de la taille de log-prev/checkpoint.\n',
] as const;

describe('the guide of a bundle', () => {
  it('is that of this program, or of an earlier one, and no other', () => {
    const beforeContinuity = bundleGuide.replace(aboutContinuity[0], '\n').replace(aboutContinuity[1], '');
    expect(beforeContinuity.length).toBe(bundleGuide.length - aboutContinuity.join('').length + '\n'.length);
    const beforeErasure = beforeContinuity.replace(aboutErasure[0], ', in canonical JSON.\n').replace(aboutErasure[1], '');
    expect(beforeErasure.length).toBe(beforeContinuity.length - aboutErasure.join('').length + ', in canonical JSON.\n'.length);
    const guides = [bundleGuide, beforeContinuity, beforeErasure, `${bundleGuide} `, ''];
    expect(guides.map((guide) => isGuide(Buffer.from(guide)))).toStrictEqual([true, true, true, false, false]);
  });
});
