import { describe, expect, it } from '@jest/globals';
import { itemLabel, itemLetter, romanNumeral } from './index.ts';

describe('numbering', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [1990, 'MCMXC'],
    [3999, 'MMMCMXCIX'],
    [0, ''],
  ])('%d is %s', (value, roman) => {
    expect(romanNumeral(value)).toBe(roman);
  });
  it.each([
    [1, 'a'],
    [26, 'z'],
    [27, 'aa'],
    [28, 'ab'],
    [52, 'az'],
    [53, 'ba'],
    [702, 'zz'],
    [703, 'aaa'],
  ])('item %d is %s', (nth, letter) => {
    expect(itemLetter(nth)).toBe(letter);
  });
  it('is quoted as in the room', () => {
    expect(itemLabel(9, 'a')).toBe('IX - a');
  });
});
