import type { ParsedWorkingDocument } from './parsed-document.ts';

export interface PairedParagraph {
  readonly id: string;
  readonly en: string;
  readonly fr: string;
}

export interface PairedRenditions {
  readonly pairs: readonly PairedParagraph[];
  /** What does not fit: another family, counts that differ, paragraphs that one rendition lacks. */
  readonly warnings: readonly string[];
}

const textById = ({ parts: { body, annex } }: ParsedWorkingDocument): Readonly<Record<string, string>> =>
  Object.fromEntries([...body.paragraphs, ...(annex?.paragraphs ?? [])].map(({ id, text }) => [id, text]));

const family = ({ document: { code } }: ParsedWorkingDocument): string | null => (code === null ? null : `${code.series}${code.number}`);

/** Aligns the English and the French rendition of one document by paragraph number. */
export const pairRenditions = (english: ParsedWorkingDocument, french: ParsedWorkingDocument): PairedRenditions => {
  const [en, fr] = [textById(english), textById(french)];
  const pairs = Object.entries(en).flatMap(([id, text]) => (fr[id] === undefined ? [] : [{ id, en: text, fr: fr[id] }]));
  const lone = [
    ...Object.keys(en)
      .filter((id) => fr[id] === undefined)
      .map((id) => `${id} is missing in French`),
    ...Object.keys(fr)
      .filter((id) => en[id] === undefined)
      .map((id) => `${id} is missing in English`),
  ];
  const otherFamily =
    family(english) === family(french)
      ? []
      : [`${family(english) ?? 'no symbol'} and ${family(french) ?? 'no symbol'} are not one document`];
  return { pairs, warnings: [...otherFamily, ...lone] };
};
