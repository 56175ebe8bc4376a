import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { pageRegistry } from '../page-registry.ts';
import { eventNames } from './event-names.texts.ts';
import { interfaceTexts } from './interface.texts.ts';

type Texts = Readonly<Record<string, { readonly en: string; readonly fr: string }>>;

/** Every table of texts of the pages, by its file. */
const tables = await Promise.all(
  readdirSync('apps/web', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.texts.ts'))
    .map(async (name) => {
      const exported = (await import(pathToFileURL(join('apps/web', name)).href)) as Readonly<Record<string, Texts>>;
      return [name, Object.assign({}, ...Object.values(exported)) as Texts] as const;
    }),
);

const facts = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe.each([
  ...tables,
  [
    'names of pages',
    Object.fromEntries(
      pageRegistry.flatMap((entry) => (entry.kind === 'page' && entry.nav !== undefined ? [[entry.path, entry.nav]] : [])),
    ),
  ] as const,
])('%s', (_name, texts) => {
  it('say something in both languages, with the same facts', () => {
    for (const [key, { en, fr }] of Object.entries(texts))
      expect([key, en.trim() === '', fr.trim() === '', facts(fr)]).toStrictEqual([key, false, false, facts(en)]);
  });

  it('use typographic apostrophes', () => {
    expect(Object.values(texts).filter(({ en, fr }) => en.includes("'") || fr.includes("'"))).toStrictEqual([]);
  });
});

const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(texts|spec)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

it('every interface text is used by a page', () => {
  const pages = sourcesIn('apps/web');
  // Action labels are stored words; a page says whichever an item has.
  const stored = ['for_decision', 'for_guidance', 'for_discussion', 'to_take_note'];
  expect(Object.keys(interfaceTexts).filter((key) => !stored.includes(key) && !pages.includes(`'${key}'`))).toStrictEqual([]);
});

it('every text of an area is used there', () => {
  const areas = tables.filter(([name]) => name.startsWith('areas/'));
  const unused = areas.flatMap(([name, texts]) => {
    const pages = sourcesIn(dirname(join('apps/web', name)));
    // What is stored under a code (`stage_accepted`) is said whichever it is.
    return Object.keys(texts).filter((key) => !pages.includes(`'${key}'`) && !pages.includes(`\`${key.split('_')[0] ?? ''}_\${`));
  });
  expect(unused).toStrictEqual([]);
});

it('every step of a contribution, a draft, a file, a request and a call has a name', () => {
  const { events } = JSON.parse(readFileSync('test/fixtures/stored-names.json', 'utf8')) as { readonly events: object };
  const told = Object.keys(events).filter((type) => /^(Topic|Practice|Draft|Attachment|Guidance|Call|Translation)[A-Z]/.test(type));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((type) => eventNames[type] === undefined)).toStrictEqual([]);
});

it('every page with a parameter is looked at somewhere', () => {
  const looked = readFileSync('test/screenshots/addresses.mjs', 'utf8');
  const paths = pageRegistry.flatMap((entry) => (entry.kind === 'page' && entry.path.includes(':') ? [entry.path] : []));
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.filter((path) => !looked.includes(`'${path}'`))).toStrictEqual([]);
});
