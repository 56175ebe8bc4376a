import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
