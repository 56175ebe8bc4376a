import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { itWhere } from './where.ts';

/** `it` where poppler is here. */
export const itWithPoppler = itWhere(
  spawnSync('pdfinfo', ['-v']).error === undefined,
  'pages are not looked at by poppler: pdfinfo is not here',
);

/** A PDF as poppler understands it. */
export interface SeenPdf {
  readonly title: string;
  readonly isTagged: boolean;
  readonly pages: number;
  readonly language: string;
  /** One line per font: its name, and whether it is embedded, a subset, and leads back to characters. */
  readonly fonts: readonly { readonly name: string; readonly isWhole: boolean }[];
  /** Elements in the order in which they are read aloud: tag and text. */
  readonly elements: readonly { readonly tag: string; readonly text: string }[];
  readonly text: string;
}

const elementsOf = (structure: string): SeenPdf['elements'] => {
  const elements: { tag: string; text: string }[] = [];
  for (const line of structure.split('\n')) {
    const [, tag] = /^ *([A-Z][A-Za-z0-9]*)(?: "[^]*")?(?: \(\w+\))?:?$/.exec(line) ?? [];
    const [, said] = /^ *"([^]*)"$/.exec(line) ?? [];
    if (tag !== undefined) elements.push({ tag, text: '' });
    else if (said !== undefined) {
      const top = elements.at(-1);
      if (top !== undefined) top.text += said;
    }
  }
  return elements;
};

/** Writes a PDF into a folder and asks poppler about it. */
export const seenByPoppler = (folder: string, name: string, bytes: Uint8Array): SeenPdf => {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  const ask = (tool: string, ...options: readonly string[]): string =>
    execFileSync(tool, [...options, file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const info = ask('pdfinfo');
  const fonts = ask('pdffonts').trim().split('\n').slice(2);
  return {
    title: /^Title: +(.+)$/m.exec(info)?.[1] ?? '',
    isTagged: /^Tagged: +yes$/m.test(info),
    pages: Number(/^Pages: +(\d+)$/m.exec(info)?.[1] ?? 0),
    language: /\/Lang \((\w+)\)/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '',
    fonts: fonts.map((line) => ({ name: line.split(' ')[0] ?? '', isWhole: / yes yes yes /.test(line) })),
    elements: elementsOf(ask('pdfinfo', '-struct-text')),
    text: execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  };
};

/** Letters and numbers alone: marks, blanks and line ends differ from form to form. */
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** A PDF says what its Markdown says: tagged, whole fonts, its symbol on every page, headings in their order, tables with their heads. */
export const expectAsWritten = (seen: SeenPdf, markdown: string): void => {
  const written = markdown.replaceAll('\\*', '*').split('\n');
  expect([seen.isTagged, seen.pages > 0, seen.fonts.length > 0, seen.fonts.filter(({ isWhole }) => !isWhole)]).toStrictEqual([
    true,
    true,
    true,
    [],
  ]);
  expect(seen.text.split(written[0] ?? '').length).toBeGreaterThan(seen.pages);
  // Words that run from right to left stand in another order on the line.
  const headings = written.filter((line) => /^#{2,6} /.test(line) && !/[\u0590-\u08FF]/.test(line)).map(bare);
  const read = seen.elements.filter(({ tag }) => /^H\d$/.test(tag) || tag === 'P').map(({ text }) => bare(text));
  let place = -1;
  for (const heading of headings) {
    place = read.findIndex((own, at) => at > place && own === heading);
    expect([heading, place >= 0]).toStrictEqual([heading, true]);
  }
  const heads = written.flatMap((line, at) => (/^\| (?:--- \| )*--- \|$/.test(line) ? [written[at - 1] ?? ''] : []));
  const columns = heads.map((head) => head.split(' | ').length).reduce((sum, count) => sum + count, 0);
  const has = (tag: string): number => seen.elements.filter((element) => element.tag === tag).length;
  expect([has('Table'), has('TH') >= columns]).toStrictEqual([heads.length, true]);
};
