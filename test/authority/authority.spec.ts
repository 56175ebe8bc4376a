import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { authorityCells, authorityCsv } from './cells.ts';
import { sentences } from './sentences.ts';

const reviewedAt = 'test/fixtures/authority.csv';
const cells = authorityCells();

describe('authority: stage × command × role × ownership', () => {
  // Asked for by hand, after the difference was reviewed: `WRITE_AUTHORITY=1`.
  if (process.env['WRITE_AUTHORITY'] === '1') writeFileSync(reviewedAt, authorityCsv(cells));

  it('is what was reviewed', () => {
    expect(authorityCsv(cells)).toBe(readFileSync(reviewedAt, 'utf8'));
  });

  it('was asked about every cell, a good many', () => {
    expect(cells.length).toBeGreaterThan(20_000);
    expect(sentences.length).toBeGreaterThanOrEqual(40);
  });

  it.each(sentences.map(({ says, from, about, holds }) => [says, from, about, holds] as const))('%s (%s)', (_says, _from, about, holds) => {
    const spokenOf = cells.filter(about);
    expect(spokenOf.length).toBeGreaterThan(0);
    const wrong = spokenOf.filter(({ allowed }) => allowed !== holds);
    expect(wrong.map(({ command, role, relation, stage }) => `${role} (${relation}) ${command} at ${stage}`)).toStrictEqual([]);
  });
});
