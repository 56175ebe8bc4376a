import { escapeXml } from './xml.ts';
import type { OutLanguage } from './table.ts';

/** An entry of a feed. */
export interface AtomEntry {
  /** Stable for ever: a reader that knows it replaces what it has. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  readonly category: { readonly term: string; readonly label: string };
  /** Where what it is about is to be had. */
  readonly link: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly language: OutLanguage;
  /** RFC 3339; of the newest entry that there is, on whatever page. */
  readonly updated: string;
  readonly entries: readonly AtomEntry[];
  /** This page, the first one and the next (RFC 5005 §3); null on the last page. */
  readonly links: { readonly self: string; readonly first: string; readonly next: string | null };
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const linkTo = (rel: string, href: string, type: string): string => `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;

const atomType = 'application/atom+xml';

const entryLines = ({ id, title, updated, category, link }: AtomEntry): readonly string[] => [
  '<entry>',
  element('id', id),
  element('title', title),
  element('updated', updated),
  `<category term="${escapeXml(category.term)}" label="${escapeXml(category.label)}"/>`,
  linkTo('alternate', link, 'application/json'),
  '</entry>',
];

/** A feed as Atom (RFC 4287). The same entries give the same bytes. */
export const toAtom = ({ id, title, author, language, updated, entries, links }: AtomFeed): string => {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', id),
    element('title', title),
    element('updated', updated),
    `<author>${element('name', author)}</author>`,
    linkTo('self', links.self, atomType),
    linkTo('first', links.first, atomType),
    ...(links.next === null ? [] : [linkTo('next', links.next, atomType)]),
    ...entries.flatMap(entryLines),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
};
