import { SaxesParser, type SaxesTagNS } from 'saxes';

const atom = 'http://www.w3.org/2005/Atom';

/** An element of Atom as an independent parser of XML understands it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadElement[];
  text: string;
}

const attributesOf = ({ attributes }: SaxesTagNS): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));

/** Reads XML with `saxes`, which refuses what is not well-formed; elements of other namespaces are refused too. @throws Error */
export const readAtom = (text: string): ReadElement => {
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.uri !== atom) throw new Error(`not of Atom: ${tag.name}`);
    open.push({ name: tag.local, attributes: attributesOf(tag), children: [], text: '' });
  });
  parser.on('text', (said) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += said;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) open.at(-1)?.children.push(closed);
  });
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new Error('nothing in it');
  return root;
};

export const childrenOf = ({ children }: ReadElement, name: string): readonly ReadElement[] => children.filter((one) => one.name === name);

/** The text of an element of which there has to be exactly one (RFC 4287 §4.1). @throws Error */
export const onlyText = (element: ReadElement, name: string): string => {
  const found = childrenOf(element, name);
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`);
  return found[0]?.text ?? '';
};

export const linkOf = (element: ReadElement, rel: string): string | null =>
  childrenOf(element, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'] ?? null;
