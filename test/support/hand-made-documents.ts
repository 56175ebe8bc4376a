import { AlignmentType, Document, Header, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { ParsedPart, ParsedWorkingDocument } from '../../libs/documents/src/index.ts';

const strong = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, style: 'Strong' })] });

const partOf = ({ sections, paragraphs }: ParsedPart, instance: number): Paragraph[] =>
  paragraphs.flatMap((paragraph, at) => {
    const heading = paragraph.section === paragraphs[at - 1]?.section ? undefined : sections.find(({ id }) => id === paragraph.section);
    return [
      ...(heading === undefined ? [] : [strong(heading.title)]),
      new Paragraph({ text: paragraph.text, numbering: { reference: 'numbers', level: 0, instance } }),
      ...paragraph.bullets.map(
        ({ letter, text }) =>
          new Paragraph({ text, numbering: { reference: letter === null ? 'dots' : 'letters', level: 0, instance: paragraph.number } }),
      ),
      ...paragraph.trailing.map(({ text }) => new Paragraph({ text })),
    ];
  });

const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 567, hanging: 425 } } } }],
});

/** A working document as people write it in Word: bold lines for headings, no styles, automatic numbers that begin anew in the annex. */
export const asWrittenInWord = async ({ document, parts }: ParsedWorkingDocument): Promise<Buffer> => {
  const cover = ['207th/208th Sessions', document.sessionDates?.raw ?? '', `${document.place ?? ''}, 29 January 2015`];
  const word = new Document({
    styles: { characterStyles: [{ id: 'Strong', name: 'Strong', run: { bold: true } }] },
    numbering: {
      config: [
        list('numbers', LevelFormat.DECIMAL, '%1.'),
        list('dots', LevelFormat.BULLET, '•'),
        list('letters', LevelFormat.LOWER_LETTER, '%1.'),
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph({ text: document.code?.raw ?? '', alignment: AlignmentType.RIGHT })] }) },
        children: [
          ...cover.map((text) => new Paragraph({ text })),
          ...[document.title, document.subtitle, document.agendaItem?.raw ?? null].flatMap((text) => (text === null ? [] : [strong(text)])),
          ...partOf(parts.body, 0),
          ...(parts.annex === null ? [] : [new Paragraph({ text: '* * *' }), strong(parts.annex.title ?? ''), ...partOf(parts.annex, 1)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(word);
};

/** A package of parts, as DOCX is one. */
export const packageOf = async (parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
};

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document whose body is given as markup. @param more  other parts of the package */
export const wordOf = (body: string, more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  packageOf({
    '[Content_Types].xml': contentTypes,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF with what is drawn on it. */
export const pdfOf = (draw: (pdf: Pdf) => void, options: ConstructorParameters<typeof PDFDocument>[0] = {}): Promise<Buffer> => {
  const pdf = new PDFDocument(options);
  draw(pdf);
  pdf.end();
  return buffer(pdf);
};

/** A PDF of one page whose packed content unpacks to so many bytes of blanks. */
export const pdfBomb = (unpackedBytes: number): Buffer => {
  const content = deflateSync(Buffer.alloc(unpackedBytes, ' '));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
  ];
  const begin = `%PDF-1.7\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}4 0 obj\n<</Filter/FlateDecode/Length ${content.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(begin, 'latin1'),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n', 'latin1'),
  ]);
};
