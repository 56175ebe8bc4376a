import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemTexts } from '../../libs/application/src/index.ts';

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // What came of an attempt to send something is no refusal: nobody waits for it.
    if (path === join('libs', 'channels')) return [];
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !/\.(spec|texts)\.tsx?$/.test(path) ? [readFileSync(path, 'utf8')] : [];
  });

/** Every literal of the form `aggregate.what_is_wrong` that stands in a code's place; names of files are none. */
const codesInSources = (): ReadonlySet<string> => {
  const text = ['apps/api', 'libs'].flatMap(sources).join('\n');
  const found = [...text.matchAll(/(?:code: |\| |[?:] |> )'([a-z]+\.(?!(?:json|txt)')[a-z0-9_]+)'/g)].map(([, code = '']) => code);
  return new Set(found);
};

describe('the catalogue of refusals', () => {
  const used = codesInSources();
  const listed = Object.keys(problemTexts);

  it('has a status and a text in both languages for every code that is used', () => {
    expect(used.size).toBeGreaterThan(100);
    expect([...used].filter((code) => !listed.includes(code))).toStrictEqual([]);
  });

  it('has no code that nobody uses', () => {
    const text = ['apps/api', 'libs'].flatMap(sources).join('\n');
    expect(listed.filter((code) => !text.includes(`'${code}'`))).toStrictEqual([]);
  });

  it('says something different in each language, with the same facts', () => {
    const facts = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const [code, { status, en, fr }] of Object.entries(problemTexts)) {
      expect([code, en === fr, en.trim() === '', facts(en)]).toStrictEqual([code, false, false, facts(fr)]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
