import { buffer } from 'node:stream/consumers';
import type { Face } from './fonts.ts';
import type { Block, OutDocument, RichText } from './out-document.ts';
import { furnish, margins, openPdf, shown, styled, textWidth, type Pdf } from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';
import { runsOf, tidy, wordsOf } from './words.ts';

type Structure = ReturnType<Pdf['struct']>;

interface Look {
  readonly face: Face;
  readonly size: number;
  readonly indent: number;
  readonly after: number;
  readonly centred?: true;
}

const looks = {
  cover: { face: 'regular', size: 10, indent: 0, after: 2 },
  title: { face: 'bold', size: 17, indent: 0, after: 4, centred: true },
  subtitle: { face: 'bold', size: 12, indent: 0, after: 4, centred: true },
  1: { face: 'bold', size: 13, indent: 0, after: 4 },
  2: { face: 'bold', size: 11, indent: 0, after: 3 },
  3: { face: 'bold', size: 10, indent: 0, after: 3 },
  text: { face: 'regular', size: 10, indent: 0, after: 6 },
  body: { face: 'regular', size: 10, indent: 28, after: 5 },
  bullet: { face: 'regular', size: 10, indent: 42, after: 2 },
  note: { face: 'oblique', size: 9, indent: 14, after: 6 },
} as const satisfies Readonly<Record<string, Look>>;

/** One sheet of paper in the making. */
class Writer {
  readonly pdf: Pdf;
  readonly document: OutDocument;
  readonly root: Structure;
  #chapter: PDFKit.PDFOutline | null = null;

  constructor(document: OutDocument) {
    this.document = document;
    this.pdf = openPdf(document);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** Writes one piece of text as one element of the structure, after its mark in the margin. */
  write(tag: string, text: RichText, look: Look, mark: string | null = null, parent = this.root): void {
    const { pdf } = this;
    const runs = styled(this.document, runsOf(text), look.face);
    if (runs.length === 0) return;
    pdf.fillColor('#000000').fontSize(look.size);
    if (pdf.y + look.size * 3 > pdf.page.height - margins.bottom) pdf.addPage();
    parent.add(
      pdf.struct(tag, {}, () => {
        const y = pdf.y;
        if (mark !== null) pdf.font('regular').text(`${mark} `, margins.left + look.indent - 24, y, { lineBreak: false });
        this.#runs(runs, look, y);
      }),
    );
    pdf.x = margins.left;
    pdf.y += look.after;
  }

  #runs(runs: ReturnType<typeof styled>, look: Look, y: number): void {
    const { pdf } = this;
    runs.forEach(({ text, face, options }, at) => {
      pdf.font(face);
      const align = look.centred === true ? ('center' as const) : ('left' as const);
      const place = { width: textWidth - look.indent, align, lineGap: 1.5, continued: at < runs.length - 1, ...options };
      if (at === 0) pdf.text(shown(pdf, text), margins.left + look.indent, y, place);
      else pdf.text(shown(pdf, text), place);
    });
  }

  heading(level: 1 | 2 | 3, text: string): void {
    this.pdf.y += level === 1 ? 10 : 6;
    // A chapter takes its first section along.
    if (this.pdf.y + (level === 1 ? 130 : 80) > this.pdf.page.height - margins.bottom) this.pdf.addPage();
    const under = level === 1 || this.#chapter === null ? this.pdf.outline : this.#chapter;
    const entry = under.addItem(tidy(text).slice(0, 200));
    if (level === 1) this.#chapter = entry;
    this.write(`H${level + 1}`, text, looks[level]);
  }

  bullets(items: readonly RichText[]): void {
    const list = this.pdf.struct('L');
    this.root.add(list);
    for (const item of items) {
      const entry = this.pdf.struct('LI');
      list.add(entry);
      this.write('LBody', item, looks.bullet, '•', entry);
      entry.end();
    }
    list.end();
    this.pdf.y += 3;
  }

  block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.heading(block.level, block.text);
        break;
      case 'paragraph':
        this.write('P', block.text, looks.text);
        break;
      case 'numbered':
        this.write('P', block.text, looks.body, `${block.number}.`);
        if (block.bullets.length > 0) this.bullets(block.bullets);
        break;
      case 'bullets':
        this.bullets(block.items);
        break;
      case 'table':
        // The caption stays with the head of its table and a line or two.
        if (this.pdf.y + 110 > this.pdf.page.height - margins.bottom) this.pdf.addPage();
        this.write('P', block.caption, looks[3]);
        drawTable(this.pdf, this.document, block, this.root);
        break;
      case 'note':
        this.write('Note', `${wordsOf(this.document).note}: ${block.text}`, looks.note);
        break;
    }
  }
}

const cover = (writer: Writer): void => {
  const { document, pdf } = writer;
  document.cover.forEach((line) => {
    writer.write('P', line, looks.cover);
  });
  pdf.y += 12;
  writer.write('H1', document.title, looks.title);
  if (document.subtitle !== null) writer.write('P', document.subtitle, looks.subtitle);
  if (document.agendaItem !== null) writer.write('P', document.agendaItem, looks.subtitle);
  pdf.y += 8;
};

/**
 * A document as PDF: tagged, in its language, with bookmarks and embedded fonts; the symbol above and the state of the record below
 * every page. The same document gives the same bytes.
 */
export const toPdf = async (document: OutDocument): Promise<Buffer> => {
  const writer = new Writer(document);
  const bytes = buffer(writer.pdf);
  cover(writer);
  document.blocks.forEach((block) => {
    writer.block(block);
  });
  writer.root.end();
  furnish(writer.pdf, document);
  writer.pdf.end();
  return bytes;
};
