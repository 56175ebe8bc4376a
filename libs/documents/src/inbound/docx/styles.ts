import { child, elements, valueOf, type XmlElement } from './xml.ts';

/** What a paragraph's look says of it, styles it is based on included. */
export interface ParagraphLook {
  readonly title: 'title' | 'subtitle' | null;
  /** 1 for `heading 1`; null for running text. */
  readonly level: number | null;
  readonly bold: boolean;
  readonly numId: string | null;
  readonly indent: number;
}

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly element: XmlElement;
}

export type Styles = ReadonlyMap<string, Style>;

const isOn = (element: XmlElement | undefined): boolean | null => {
  if (element === undefined) return null;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['val'] ?? 'true');
};

/** Whether a run's properties make it bold, or undo it; null when they say nothing. */
export const boldOf = (properties: XmlElement | undefined): boolean | null => isOn(child(properties, 'w:b'));

/** Whether a run is not printed. */
export const isHidden = (properties: XmlElement | undefined): boolean => isOn(child(properties, 'w:vanish')) === true;

export const readStyles = (part: XmlElement | null): Styles => {
  const top = part === null ? undefined : child(part, 'w:styles');
  const all = top === undefined ? [] : elements(top).filter(({ name }) => name === 'w:style');
  return new Map(
    all.map((element) => [
      element.attributes['styleId'] ?? '',
      { name: (valueOf(element, 'w:name') ?? '').toLowerCase(), basedOn: valueOf(element, 'w:basedOn') ?? null, element },
    ]),
  );
};

const firstOf = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

const deepest = 20;

/** A style and those it is based on, nearest first. */
const chainOf = (styles: Styles, id: string | undefined): readonly Style[] => {
  const chain: Style[] = [];
  for (let next = styles.get(id ?? ''); next !== undefined && chain.length < deepest; next = styles.get(next.basedOn ?? ''))
    chain.push(next);
  return chain;
};

/** Whether a style, or one that it is based on, makes text bold; null when none says so. */
export const styleBold = (styles: Styles, id: string | undefined): boolean | null =>
  firstOf(chainOf(styles, id).map(({ element }) => boldOf(child(element, 'w:rPr'))));

const levelIn = (name: string): number | null => {
  const match = /^heading ([1-9])$/.exec(name);
  return match === null ? null : Number(match[1]);
};

const outlineOf = (properties: XmlElement | undefined): number | null => {
  const value = Number(valueOf(properties, 'w:outlineLvl') ?? '9');
  return value >= 0 && value < 9 ? value + 1 : null;
};

/** @param properties  `w:pPr` of the paragraph */
export const lookOf = (styles: Styles, properties: XmlElement | undefined): ParagraphLook => {
  const chain = chainOf(styles, valueOf(properties, 'w:pStyle'));
  const own = [properties, ...chain.map(({ element }) => child(element, 'w:pPr'))];
  const numbering = own.map((each) => child(each, 'w:numPr')).filter((each) => each !== undefined);
  const names = chain.map(({ name }) => name);
  const level = firstOf([...names.map(levelIn), ...own.map(outlineOf)]);
  return {
    title: names.includes('title') ? 'title' : names.includes('subtitle') ? 'subtitle' : null,
    level,
    bold: firstOf(chain.map(({ element }) => boldOf(child(element, 'w:rPr')))) ?? false,
    numId: firstOf(numbering.map((each) => valueOf(each, 'w:numId') ?? null)),
    indent: Number(firstOf(numbering.map((each) => valueOf(each, 'w:ilvl') ?? null)) ?? '0'),
  };
};
