import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

it('the page of the record names only ways to check it that the auditor’s program has', () => {
  const said = [...readFileSync('apps/web/areas/public/ledger.page.tsx', 'utf8').matchAll(/npm run -s auditor -- ([^']+)/g)];
  const usage = readFileSync('apps/auditor/main.ts', 'utf8');
  const words = said.flatMap(([, command = '']) => [`auditor ${command.split(' ')[0] ?? ''} `, ...(command.match(/--[a-z]+/g) ?? [])]);
  expect(said.length).toBe(3);
  expect(words.filter((word) => !usage.includes(word))).toStrictEqual([]);
});
