import { SaxesParser, type SaxesTagNS } from 'saxes';
import { conversionLimits, NotConverted } from '../limits.ts';

/** An element, named by its vocabulary: `w:p` whatever prefix the file chose. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const vocabularies: readonly (readonly [string, RegExp])[] = [
  ['w', /\/wordprocessingml\/(?:2006\/)?main$/],
  ['mc', /\/markup-compatibility\/2006$/],
  ['a', /\/drawingml\/(?:2006\/)?main$/],
  ['v', /^urn:schemas-microsoft-com:vml$/],
  ['m', /\/officeDocument\/(?:2006\/)?math$/],
  ['r', /\/relationships$/],
];

const prefixOf = (uri: string): string => vocabularies.find(([, pattern]) => pattern.test(uri))?.[0] ?? 'other';

const damaged = (): NotConverted => new NotConverted({ code: 'document.docx_damaged' });

const elementOf = (tag: SaxesTagNS): XmlElement => ({
  name: `${prefixOf(tag.uri)}:${tag.local}`,
  attributes: Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
  children: [],
});

/**
 * Reads one part of a package. Entities of its own, a document type, and more or deeper elements than any document has are damage.
 *
 * @throws NotConverted
 */
export const readXml = (text: string): XmlElement => {
  const root: XmlElement = { name: 'root', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => {
    throw damaged();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > conversionLimits.maxElements || open.length > conversionLimits.maxDepth) refuse();
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (words) => open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
};

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** Elements directly below. */
export const elements = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement);

/** The first element of a name directly below. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent === undefined ? undefined : elements(parent).find((each) => each.name === name);

/** The value of the first element of a name directly below. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined => child(parent, name)?.attributes['val'];

/** All elements of a name at any depth, in order. */
export const descendants = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elements(parent).flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
