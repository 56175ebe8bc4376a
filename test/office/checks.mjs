// What has to hold of files as others read them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const flat = (text) => text.replaceAll(/[\s\u00A0\u00AD]+/g, '');
const textOf = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** Sentences of a document, from its Markdown: without marks, long enough to be its own. */
const sentencesOf = (markdown) =>
  markdown
    .split('\n')
    .filter((line) => /^(?:\d+\. |#+ )/.test(line))
    .map((line) => flat(line.replace(/^(?:\d+\. |#+ )/, '').replaceAll(/\\(.)/g, '$1')))
    .filter((line) => line.length > 12 && !/[<*\u0590-\u08FF]|\[U\+/.test(line))
    .map((line) => line.slice(0, 40));

/** Each document reads the same as Markdown, as PDF of ours and as DOCX that LibreOffice printed. */
export const checkPages = ({ files, out, pages, check }) => {
  for (const { name, bytes } of files.filter((file) => file.name.endsWith('.md'))) {
    const base = name.replace(/\.md$/, '');
    const sentences = sentencesOf(bytes.toString('utf8'));
    for (const [kind, file] of [
      ['PDF', join(out, `${base}.pdf`)],
      ['DOCX through LibreOffice', join(pages, `${base}.pdf`)],
    ]) {
      const text = existsSync(file) ? flat(textOf(file)) : '';
      const lost = sentences.filter((sentence) => !text.includes(sentence));
      const wrong = [
        ...(text === '' ? ['nothing in it'] : []),
        ...(/Error!|#REF|#NAME/.test(text) ? ['an error of a field'] : []),
        ...lost,
      ];
      check(`${base} as ${kind}: ${sentences.length} headings and paragraphs, ${text.length} characters`, wrong);
    }
  }
};

/** A list as a sheet: as many rows as it has, numbers and dates as such, and no formula. */
export const checkSheets = ({ files, sheets, check }) => {
  for (const { name } of files.filter((file) => file.name.endsWith('.xlsx'))) {
    const base = name.replace(/\.xlsx$/, '');
    const path = join(sheets, `${base}.fods`);
    const sheet = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const lines = files
      .find((file) => file.name === `${base}.jsonl`)
      .bytes.toString('utf8')
      .split('\n');
    const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    const kinds = new Set(rows.flatMap((row) => Object.values(row).map((value) => typeof value)));
    const has = (type) => sheet.includes(`office:value-type="${type}"`);
    const wrong = [
      ...(sheet === '' ? ['not opened'] : []),
      // LibreOffice keeps a yes or no as TRUE() or FALSE(), whoever wrote it.
      ...(/table:formula="(?!of:=(?:TRUE|FALSE)\(\)")/.test(sheet) ? ['a formula'] : []),
      ...(kinds.has('number') && !has('float') ? ['numbers are texts'] : []),
      ...(kinds.has('boolean') && !/of:=(?:TRUE|FALSE)\(\)/.test(sheet) ? ['booleans are texts'] : []),
      ...(rows.length > 0 && !has('string') ? ['no text'] : []),
    ];
    check(`${base} as XLSX: ${rows.length} rows`, wrong);
  }
};

/** LibreOffice takes no cell of a CSV for a formula. */
export const checkFormulas = ({ folder, names, check }) => {
  for (const name of names) {
    const path = join(folder, name.replace(/\.csv$/, '.fods'));
    const content = existsSync(path) ? readFileSync(path, 'utf8') : '';
    check(`${name} opened`, [...(content === '' ? ['not opened'] : []), ...(content.includes('table:formula') ? ['a formula'] : [])]);
  }
};
