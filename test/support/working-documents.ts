import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkingDocument, type ParsedParagraph, type ParsedWorkingDocument } from '../../libs/documents/src/import/index.ts';

export const fixture = (name: string): string => readFileSync(join('test/fixtures/documents', name), 'utf8');

export const parsed = (text: string): ParsedWorkingDocument => {
  const result = parseWorkingDocument(text);
  if ('code' in result) throw new Error(result.code);
  return result;
};

export const own = fixture('PC0990E1.md');
export const codes = ({ warnings }: ParsedWorkingDocument): readonly string[] => warnings.map(({ code, line }) => `${code}@${line ?? '-'}`);
export const ids = ({ parts: { body, annex } }: ParsedWorkingDocument): readonly string[] =>
  [...body.paragraphs, ...(annex?.paragraphs ?? [])].map(({ id }) => id);
export const lineOf = (text: string): number => own.split('\n').findIndex((line) => line.includes(text)) + 1;
export const paragraph = (document: ParsedWorkingDocument, id: string): ParsedParagraph | undefined =>
  [...document.parts.body.paragraphs, ...(document.parts.annex?.paragraphs ?? [])].find((one) => one.id === id);
