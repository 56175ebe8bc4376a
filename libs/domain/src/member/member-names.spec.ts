import { describe, expect, it } from '@jest/globals';
import { memberRegistrations } from '../../../reference/src/index.ts';
import { isPlainName, nameSkeleton } from './member-names.ts';

const names = memberRegistrations().flatMap(({ code, name }) => [
  [code, name.en],
  [code, name.fr],
]) as readonly (readonly [string, string])[];

describe('names of Members', () => {
  it('as they are known are all plain', () => {
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter(([, name]) => !isPlainName(name))).toStrictEqual([]);
  });

  it.each([
    ['a Cyrillic letter', 'K\u0435nya'],
    ['a Greek letter', 'Ken\u03B3a'],
    ['a letter of a wide form', '\uFF2Benya'],
    ['a mathematical letter', '\u{1D40A}enya'],
    ['a space of no width', 'Ken\u200Bya'],
    ['a change of direction', 'Kenya\u202Ea'],
    ['an isolate', '\u2067Kenya\u2069'],
    ['a soft hyphen', 'Ken\u00ADya'],
    ['a line separator', 'Kenya\u2028'],
  ])('are not plain with %s', (_title, name) => {
    expect(isPlainName(name)).toBe(false);
  });

  it('of two Members leave different skeletons', () => {
    const owners = new Map<string, Set<string>>();
    for (const [code, name] of names) owners.set(nameSkeleton(name), (owners.get(nameSkeleton(name)) ?? new Set()).add(code));
    expect([...owners].filter(([, codes]) => codes.size > 1).map(([text, codes]) => [text, [...codes]])).toStrictEqual([]);
  });

  it.each(['Ma1awi', 'MALAWI', 'Màlawi', 'Malavvi', 'M alawi'])('look like Malawi: %s', (name) => {
    expect(nameSkeleton(name)).toBe(nameSkeleton('Malawi'));
  });

  it('look like others no more than they do', () => {
    expect(nameSkeleton('Mali')).not.toBe(nameSkeleton('Malawi'));
    expect(nameSkeleton('Niger')).not.toBe(nameSkeleton('Nigeria'));
  });
});
