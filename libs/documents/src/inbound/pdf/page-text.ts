import type { getResolvedPDFJS } from 'unpdf';
import type { PageText, PlacedText } from './lines.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type OpenPdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<OpenPdf['getPage']>>;

interface Content {
  readonly type: string;
  readonly id: string;
}

interface Node {
  readonly role: string;
  readonly children: readonly (Node | Content)[];
}

const isNode = (each: Node | Content): each is Node => 'role' in each;

const ownParagraph = /^(?:P|H[1-6]?|Title|Caption|TD|TH|LI|Note|FENote|BlockQuote|TOCI)$/;

/** Which paragraph of the structure each piece of marked content belongs to; a list item with its mark and first paragraph is one. */
const paragraphsIn = (tree: Node): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let count = 0;
  const walk = (node: Node, above: string, isFirstOfItem: boolean): void => {
    const begins = ownParagraph.test(node.role) && !isFirstOfItem;
    if (begins) count += 1;
    const own = begins ? `s${count}` : above;
    node.children.forEach((each, at) => {
      if (isNode(each)) walk(each, own, (node.role === 'LBody' || node.role === 'TD' || node.role === 'TH') && at === 0);
      else if (each.type === 'content') found.set(each.id, own);
    });
  };
  walk(tree, 's0', false);
  return found;
};

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

interface Mark {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string;
}

const isBold = (page: PdfPage, fontName: string): boolean => {
  const font = (page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null) as { readonly name?: string } | null;
  return /bold|black|heavy|semibold|demi/i.test(font?.name ?? '');
};

/** Which marked content is open: artifacts are no text, and numbered content belongs to the structure. */
class OpenMarks {
  readonly #marks: Mark[] = [];

  take(mark: Mark): void {
    if (mark.type === 'endMarkedContent') this.#marks.pop();
    else this.#marks.push(mark);
  }

  get artifact(): boolean {
    return this.#marks.some(({ tag }) => tag === 'Artifact');
  }

  get id(): string | null {
    return this.#marks.findLast(({ id }) => id !== undefined && id !== null)?.id ?? null;
  }
}

const isTurned = ({ transform: [a = 0, b = 0] }: TextItem): boolean => Math.abs(b) > 0.01 * Math.abs(a) || a <= 0;

const placed = ({ str, transform, width, fontName }: TextItem, page: PdfPage): Omit<PlacedText, 'paragraph' | 'artifact'> => {
  const [, , , size = 0, x = 0, y = 0] = transform;
  return { text: str.normalize('NFC'), x, y, width, size: Math.abs(size), bold: isBold(page, fontName) };
};

/** The text of a page where it stands; text that is turned is left out. */
export const pageText = async (page: PdfPage, number: number): Promise<PageText & { readonly rotated: boolean }> => {
  // Names of fonts are known once the page has been gone through.
  await page.getOperatorList();
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tree = (await page.getStructTree()) as Node | null;
  const paragraphs = tree === null ? new Map<string, string>() : paragraphsIn(tree);
  const marks = new OpenMarks();
  const texts: PlacedText[] = [];
  let rotated = false;
  for (const item of items as readonly (TextItem | Mark)[]) {
    if (!('str' in item)) marks.take(item);
    else if (isTurned(item)) rotated ||= item.str.trim() !== '';
    else {
      const paragraph = paragraphs.get(marks.id ?? '');
      texts.push({
        ...placed(item, page),
        paragraph: paragraph === undefined ? null : `${number}/${paragraph}`,
        artifact: marks.artifact,
      });
    }
  }
  const [, bottom = 0, , top = 842] = page.view;
  return { number, height: top - bottom, texts, rotated };
};
