import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventNames } from './event-names.texts.ts';
import { interfaceTexts } from './interface.texts.ts';
import { roleNames } from './role-names.texts.ts';

const facts = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe.each([
  ['interface texts', interfaceTexts],
  ['names of recorded steps', eventNames],
  ['names of roles', roleNames],
] as const)('%s', (_name, texts) => {
  it('say something in both languages, with the same facts', () => {
    for (const [key, { en, fr }] of Object.entries(texts))
      expect([key, en.trim() === '', fr.trim() === '', facts(fr)]).toStrictEqual([key, false, false, facts(en)]);
  });

  it('use typographic apostrophes', () => {
    expect(Object.values(texts).filter(({ en, fr }) => en.includes("'") || fr.includes("'"))).toStrictEqual([]);
  });
});

it('every interface text is used by a page', () => {
  const pages = readdirSync('apps/web', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(texts|spec)\.ts$/.test(name))
    .map((name) => readFileSync(join('apps/web', name), 'utf8'))
    .join('\n');
  // Action labels are stored words; a page says whichever an item has.
  const stored = ['for_decision', 'for_guidance', 'for_discussion', 'to_take_note'];
  expect(Object.keys(interfaceTexts).filter((key) => !pages.includes(`'${key}'`))).toStrictEqual(stored);
});
