import { getResolvedPDFJS } from 'unpdf';
import { conversionLimits, NotConverted, type ActiveContent } from '../limits.ts';
import type { ConversionWarning, Pieces } from '../piece.ts';
import { withoutFurniture } from './furniture.ts';
import { linesOfPage, type PageText } from './lines.ts';
import { pageText, type PdfPage } from './page-text.ts';
import { paragraphsOfLines } from './paragraphs.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type OpenPdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

/** Nothing is fetched, nothing runs, images are not unpacked, fonts are only read. */
const options = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  disableAutoFetch: true,
  disableStream: true,
  enableXfa: false,
  maxImageSize: 1,
  stopAtErrors: false,
  verbosity: 0,
} as const;

const open = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const pdfjs = await getResolvedPDFJS();
  try {
    // The library takes the bytes away from whoever hands them over.
    return await pdfjs.getDocument({ ...options, data: Uint8Array.from(bytes) }).promise;
  } catch (error) {
    const { name } = error as Error;
    throw new NotConverted({ code: name === 'PasswordException' ? 'document.pdf_locked' : 'document.pdf_damaged' });
  }
};

/** What would do something when it is opened or clicked: a working document has none of it. */
const activeContent = async (pdf: OpenPdf): Promise<ActiveContent | null> => {
  const { info } = await pdf.getMetadata();
  const facts = info as { readonly IsXFAPresent?: boolean; readonly IsAcroFormPresent?: boolean };
  if ((await pdf.getJSActions()) !== null || (await pdf.hasJSActions())) return 'javascript';
  const opening = (await pdf.getOpenAction()) as { readonly action?: string } | null;
  if (opening?.action !== undefined) return 'action';
  if ((await pdf.getAttachments()) !== null) return 'attachment';
  return facts.IsXFAPresent === true ? 'form' : null;
};

const meaningless = /[\uE000-\uF8FF\uFFFD\u0000-\u0008\u000E-\u001F]|[\u{F0000}-\u{10FFFD}]/gu;

const checkReadable = (pages: readonly PageText[]): void => {
  const text = pages.flatMap(({ texts }) => texts.map((each) => each.text)).join('');
  if (text.trim() === '') throw new NotConverted({ code: 'document.no_text', pages: pages.length });
  const unreadable = text.match(meaningless)?.length ?? 0;
  if (unreadable > text.length * conversionLimits.maxUnreadableShare) throw new NotConverted({ code: 'document.text_unreadable' });
};

type ReadPage = PageText & { readonly rotated: boolean };

const hasText = ({ texts }: PageText): boolean => texts.some(({ text, artifact }) => !artifact && text.trim() !== '');
const hasRightToLeft = ({ texts }: PageText): boolean => texts.some(({ text }) => /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(text));

const concerns: readonly (readonly [ConversionWarning['code'], (page: ReadPage) => boolean, string])[] = [
  ['PAGE_WITHOUT_TEXT', (page) => !hasText(page), 'has no text: an image, or nothing'],
  ['RIGHT_TO_LEFT_TEXT', hasRightToLeft, 'has words that run from right to left: compare their order with the page'],
  ['ROTATED_TEXT', ({ rotated }) => rotated, 'has text that is turned: it is left out'],
];

const warningsOf = (pages: readonly ReadPage[]): readonly ConversionWarning[] =>
  concerns.flatMap(([code, concerned, message]) =>
    pages.filter(concerned).map((page) => ({ code, message: `page ${page.number} ${message}` })),
  );

/** Reads a PDF: its lines put together to paragraphs, without what runs over the pages. @throws NotConverted */
export const readPdf = async (bytes: Uint8Array): Promise<Pieces> => {
  const pdf = await open(bytes);
  const { maxPages } = conversionLimits;
  if (pdf.numPages > maxPages) throw new NotConverted({ code: 'document.too_many_pages', pages: pdf.numPages, maxPages });
  const pages: ReadPage[] = [];
  try {
    const active = await activeContent(pdf);
    if (active !== null) throw new NotConverted({ code: 'document.pdf_active', what: active });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page: PdfPage = await pdf.getPage(number);
      pages.push(await pageText(page, number));
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof NotConverted) throw error;
    throw new NotConverted({ code: 'document.pdf_damaged' });
  }
  checkReadable(pages);
  const { symbol, lines } = withoutFurniture(pages.flatMap(linesOfPage), pages.length);
  return { symbol, pieces: paragraphsOfLines(lines), warnings: warningsOf(pages) };
};
