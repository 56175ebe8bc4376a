import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { governedCategories, procedureEvents } from '../index.ts';

const stored = JSON.parse(readFileSync(join(process.cwd(), 'test/fixtures/stored-names.json'), 'utf8')) as {
  readonly events: Readonly<Record<string, unknown>>;
};
const known = new Set<string>([...Object.keys(stored.events), ...procedureEvents]);

describe.each(governedCategories.map((category) => [category.name, category] as const))('the category %s', (_name, { commands }) => {
  it('knows of every command what it records', () => {
    expect(Object.entries(commands).filter(([, events]) => events.length === 0)).toStrictEqual([]);
  });

  it('names no event that is not stored', () => {
    expect(Object.values(commands).flatMap((events) => events.filter((event) => !known.has(event)))).toStrictEqual([]);
  });
});
