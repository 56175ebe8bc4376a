import PDFDocument from 'pdfkit';
import { fontBytes, type Face } from './fonts.ts';
import type { OutDocument, Run } from './out-document.ts';
import { standingLine, tidy, wordsOf } from './words.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

export const margins = { top: 76, bottom: 64, left: 64, right: 64 } as const;
export const textWidth = 595.28 - margins.left - margins.right;

/** A face of our font, as pdfkit knows it. */
interface KnownFont {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean };
}

const knowsOf = (pdf: Pdf): ((codePoint: number) => boolean) => {
  // pdfkit keeps the font that is in use under this name; its types leave it out.
  const { _font } = pdf as unknown as { readonly _font: KnownFont };
  return (codePoint) => _font.font.hasGlyphForCodePoint(codePoint);
};

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Words of scripts that run from right to left stand in the reverse order on the line; letters within a word are turned by the font. */
const inLineOrder = (text: string): string => {
  if (!rightToLeft.test(text)) return text;
  const words: string[] = [];
  let turned: string[] = [];
  for (const word of [...text.split(' '), null]) {
    if (word !== null && rightToLeft.test(word)) turned.unshift(word);
    else {
      // A blank behind such a word is drawn before it: one more keeps it from what follows.
      if (turned.length > 0) words.push(...turned, '');
      turned = [];
      if (word !== null) words.push(word);
    }
  }
  return words.join(' ');
};

/** A character that no glyph shows is named by its number, so that nothing is lost unseen. */
export const shown = (pdf: Pdf, text: string): string => {
  const knows = knowsOf(pdf);
  return Array.from(inLineOrder(text), (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isJoiner = codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
    if (isJoiner) return '';
    return knows(codePoint) ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
};

/** Opens a tagged document: language, title, fonts and the instant of the record it shows, never that of its making. */
export const openPdf = (document: OutDocument): Pdf => {
  const at = new Date(document.standing.at ?? '1970-01-01T00:00:00Z');
  const pdf = new PDFDocument({
    size: 'A4',
    margins,
    tagged: true,
    pdfVersion: '1.7',
    lang: document.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: tidy(document.title),
      Subject: document.symbol,
      Creator: 'Rapporteur',
      Producer: 'Rapporteur',
      CreationDate: at,
      ModDate: at,
    },
  });
  for (const face of ['regular', 'bold', 'oblique'] as const satisfies readonly Face[]) pdf.registerFont(face, fontBytes(face));
  pdf.font('regular').addPage();
  return pdf;
};

/** Header and foot of every page: pagination, which a screen reader passes over. */
export const furnish = (pdf: Pdf, document: OutDocument): void => {
  const { start, count } = pdf.bufferedPageRange();
  const { page } = wordsOf(document);
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    // Without this the foot, which lies in the margin, would begin another page.
    pdf.page.margins = { ...margins, top: 0, bottom: 0 };
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(8).fillColor('#333333');
    const line = { width: textWidth, lineBreak: false } as const;
    pdf.text(shown(pdf, document.symbol), margins.left, 40, { ...line, align: 'right' });
    pdf.fontSize(7).text(standingLine(document), margins.left, 800, line);
    pdf.fontSize(8).text(`${page} ${at - start + 1} / ${count}`, margins.left, 800, { ...line, align: 'right' });
    pdf.endMarkedContent();
  }
};

const faces: Readonly<Record<NonNullable<Run['mark']>, Face>> = { added: 'bold', removed: 'oblique', strong: 'bold' };

/** The stretches of a text as pdfkit draws them: with a face, and a line under or through what was added or removed. */
export const styled = (document: OutDocument, runs: readonly Run[], face: Face) =>
  runs.map(({ text, mark }) => {
    const isChange = mark === 'added' || mark === 'removed';
    return {
      text: isChange ? `[${wordsOf(document)[mark]}: ${text}]` : text,
      face: mark === undefined ? face : faces[mark],
      options: { underline: mark === 'added', strike: mark === 'removed' },
    };
  });
