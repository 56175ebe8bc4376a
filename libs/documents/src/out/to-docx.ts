import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, OutDocument, RichText } from './out-document.ts';
import { repack } from './repack.ts';
import { runsOf, standingLine, tidy, wordsOf } from './words.ts';

const levels = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4 } as const;

const runs = (text: RichText, document: OutDocument): TextRun[] =>
  runsOf(text).map(({ text: words, mark }) => {
    if (mark === 'added') return new TextRun({ text: `[${wordsOf(document).added}: ${words}]`, underline: {} });
    if (mark === 'removed') return new TextRun({ text: `[${wordsOf(document).removed}: ${words}]`, style: 'Removed' });
    return new TextRun({ text: words, ...(mark === 'strong' ? { style: 'Strong' } : {}) });
  });

const bullet = (text: RichText, document: OutDocument): Paragraph =>
  new Paragraph({ children: runs(text, document), numbering: { reference: 'bullets', level: 0 } });

const cell = (text: RichText, document: OutDocument, share: number, isHead: boolean): TableCell =>
  new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    children: [new Paragraph({ children: runs(text, document), style: isHead ? 'ColumnTitle' : 'Cell' })],
  });

/** Room around what a cell says, in twentieths of a point. */
const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 } as const;

const table = ({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, document: OutDocument): (Paragraph | Table)[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const shares = columns.map(({ share }) => Math.round((100 * share) / whole));
  const head = new TableRow({ tableHeader: true, children: columns.map(({ title }, at) => cell(title, document, shares[at] ?? 1, true)) });
  const lines = rows.map(
    (row) => new TableRow({ cantSplit: false, children: row.map((text, at) => cell(text, document, shares[at] ?? 1, false)) }),
  );
  return [
    new Paragraph({ text: tidy(caption), style: 'Caption', keepNext: true }),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, margins: cellMargins, rows: [head, ...lines] }),
    new Paragraph({ text: '' }),
  ];
};

const partsOf = (block: Block, document: OutDocument): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: tidy(block.text), heading: levels[block.level] })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, document) })];
    case 'numbered':
      return [
        new Paragraph({ children: runs(block.text, document), numbering: { reference: 'paragraphs', level: 0 } }),
        ...block.bullets.map((item) => bullet(item, document)),
      ];
    case 'bullets':
      return block.items.map((item) => bullet(item, document));
    case 'table':
      return table(block, document);
    case 'note':
      return [new Paragraph({ text: `${wordsOf(document).note}: ${tidy(block.text)}`, style: 'Note' })];
  }
};

const front = ({ cover, title, subtitle, agendaItem }: OutDocument): Paragraph[] => [
  ...cover.map((line) => new Paragraph({ text: tidy(line), style: 'Cover' })),
  new Paragraph({ text: tidy(title), heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
  ...(subtitle === null ? [] : [new Paragraph({ text: tidy(subtitle), style: 'Subtitle', alignment: AlignmentType.CENTER })]),
  ...(agendaItem === null ? [] : [new Paragraph({ text: agendaItem, style: 'Subtitle', alignment: AlignmentType.CENTER })]),
];

const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, left: number) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left, hanging: 425 }, spacing: { after: 80 } } },
    },
  ],
});

const paragraphStyle = (id: string, run: object, spacing: object) => ({ id, name: id, basedOn: 'Normal', run, paragraph: { spacing } });

const heading = (size: number) => ({
  run: { font: 'DejaVu Sans', size, bold: true, color: '000000' },
  paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
});

const stylesOf = ({ language }: OutDocument) => ({
  default: {
    document: {
      run: { font: 'DejaVu Sans', size: 20, language: { value: language === 'fr' ? 'fr-BE' : 'en-GB' } },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: heading(34),
    heading2: heading(26),
    heading3: heading(22),
    heading4: heading(20),
  },
  paragraphStyles: [
    paragraphStyle('Cover', { size: 20 }, { after: 40 }),
    paragraphStyle('Subtitle', { size: 24, bold: true }, { after: 80 }),
    paragraphStyle('Caption', { size: 20, bold: true }, { before: 120, after: 60 }),
    paragraphStyle('ColumnTitle', { size: 16, bold: true }, { after: 20 }),
    paragraphStyle('Cell', { size: 16 }, { after: 20 }),
    paragraphStyle('Note', { size: 18, italics: true }, { after: 100 }),
  ],
  characterStyles: [
    { id: 'Removed', name: 'Removed', run: { strike: true } },
    { id: 'Strong', name: 'Strong', run: { bold: true } },
  ],
});

const sectionOf = (document: OutDocument) => ({
  properties: { page: { size: { width: 11_906, height: 16_838 } } },
  headers: { default: new Header({ children: [new Paragraph({ text: document.symbol, alignment: AlignmentType.RIGHT, style: 'Cell' })] }) },
  footers: {
    default: new Footer({
      children: [
        new Paragraph({
          style: 'Cell',
          children: [
            new TextRun({ text: `${standingLine(document)} · ${wordsOf(document).page} `, size: 13 }),
            new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 13 }),
          ],
        }),
      ],
    }),
  },
  children: [...front(document), ...document.blocks.flatMap((block) => partsOf(block, document))],
});

/** A document as DOCX, with real styles, numbering, headings and tables. The same document gives the same bytes. */
export const toDocx = async (document: OutDocument): Promise<Buffer> => {
  const word = new Document({
    title: tidy(document.title),
    subject: document.symbol,
    creator: 'Rapporteur',
    lastModifiedBy: 'Rapporteur',
    styles: stylesOf(document),
    numbering: {
      config: [list('paragraphs', LevelFormat.DECIMAL, '%1.', 567), list('bullets', LevelFormat.BULLET, '•', 992)],
    },
    sections: [sectionOf(document)],
  });
  return repack(await Packer.toBuffer(word), document.standing.at ?? '1970-01-01T00:00:00Z');
};
