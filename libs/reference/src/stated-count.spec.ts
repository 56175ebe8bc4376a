import { expect, it } from '@jest/globals';
import { projectRegistrations, structureCountStatements } from './index.ts';
import { statedCount } from './stated-count.ts';

it.each<[string | null, number | null]>([
  ['"seven countries in specific areas of Customs operations" - only six are named', 7],
  ['"Sixteen Customs administrations in total" (not named)', 16],
  ['"11 in total covering the six WCO regions"', 11],
  ['"Twenty of them"', 20],
  ['"twentyone of them"', null],
  ['"A regional project dedicated to the EAC"', null],
  ['seven countries, not quoted', null],
  ['""', null],
  ['', null],
  [null, null],
])('of %j the stated number is %j', (statement, count) => {
  expect(statedCount(statement)).toBe(count);
});

it('the document states a number of beneficiaries for three projects, and of structures for two kinds', () => {
  const stated = projectRegistrations().filter(({ beneficiariesStatedCount }) => typeof beneficiariesStatedCount === 'number');
  expect(
    stated.map(({ projectId, beneficiariesStatedCount, beneficiaries }) => [projectId, beneficiariesStatedCount, beneficiaries.length]),
  ).toStrictEqual([
    ['PRJ-NORAD', 7, 6],
    ['PRJ-CCEA-SSA', 16, 0],
    ['PRJ-DFID', 7, 0],
  ]);
  expect(structureCountStatements().map(({ kind, count }) => [kind, count])).toStrictEqual([
    ['ROCB', 6],
    ['RTC', null],
    ['RILO', 11],
    ['RCL', null],
  ]);
});
