import { expect, it } from '@jest/globals';
import { commands } from '../../application/src/index.ts';
import { shippedCategories, shippedDefinition } from '../../workflow/src/index.ts';

it('every deadline of a shipped procedure fires a command that exists', () => {
  const fired = shippedCategories.flatMap((category) => shippedDefinition(category)?.deadlines.map(({ fires }) => fires) ?? []);
  expect(fired.length).toBeGreaterThan(5);
  const known = Object.keys(commands);
  expect(fired.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`).filter((name) => !known.includes(name))).toStrictEqual([]);
});
