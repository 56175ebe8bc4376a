import type { Block, OutDocument, RichText } from './out-document.ts';
import { plain, standingLine, tidy, wordsOf } from './words.ts';

/** Characters that would begin markup; the importer of working documents takes the backslash off a star and nothing else. */
const escaped = (text: string): string => text.replaceAll('*', '\\*');

const cellOf = (text: string): string => text.replaceAll('|', '\\|');

const tableOf = ({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, say: (text: RichText) => string): readonly string[] => [
  `**${say(caption)}**`,
  '',
  `| ${columns.map(({ title }) => cellOf(say(title))).join(' | ')} |`,
  `| ${columns.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map((cell) => cellOf(say(cell))).join(' | ')} |`),
  '',
];

const bulletsOf = (items: readonly RichText[], say: (text: RichText) => string): readonly string[] =>
  items.length === 0 ? [] : [...items.map((item) => `- ${say(item)}`), ''];

const linesOf = (block: Block, document: OutDocument): readonly string[] => {
  const say = (text: RichText): string => escaped(plain(text, document));
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 3)} ${say(block.text)}`, ''];
    case 'paragraph':
      return [say(block.text), ''];
    case 'numbered':
      return [`${block.number}. ${say(block.text)}`, ...(block.bullets.length === 0 ? [''] : bulletsOf(block.bullets, say))];
    case 'bullets':
      return bulletsOf(block.items, say);
    case 'table':
      return tableOf(block, say);
    case 'note':
      return [`> ${wordsOf(document).note}: ${say(block.text)}`, ''];
  }
};

/**
 * A document as Markdown, in the form of a working document: header, title, numbered paragraphs. What the importer reads of it is
 * what stands in it.
 */
export const toMarkdown = (document: OutDocument): string => {
  const { symbol, cover, title, subtitle, agendaItem, blocks } = document;
  const head = [symbol, '', standingLine(document), '', ...cover.flatMap((line) => [tidy(line), '']), `## ${escaped(tidy(title))}`, ''];
  const below = [
    ...(subtitle === null ? [] : [`### ${escaped(tidy(subtitle))}`, '']),
    ...(agendaItem === null ? [] : [`#### ${agendaItem}`, '']),
  ];
  return `${[...head, ...below, ...blocks.flatMap((block) => linesOf(block, document))].join('\n').trimEnd()}\n`;
};
