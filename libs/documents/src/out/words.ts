import type { OutDocument, RichText, Run } from './out-document.ts';

/** Words of the pages themselves. */
const words = {
  en: { ledger: 'Ledger size', root: 'root', notSealed: 'not sealed', page: 'Page', added: 'added', removed: 'removed', note: 'Note' },
  fr: {
    ledger: 'Taille du registre',
    root: 'racine',
    notSealed: 'non scellé',
    page: 'Page',
    added: 'ajouté',
    removed: 'supprimé',
    note: 'Note',
  },
} as const;

export const wordsOf = ({ language }: OutDocument) => words[language];

/** The line at the foot of every page: which state of the record this shows, and its root. */
export const standingLine = (document: OutDocument): string => {
  const { ledger, root, notSealed } = wordsOf(document);
  return `${ledger} ${document.standing.size} · ${root} ${document.standing.root ?? notSealed}`;
};

/** One line of text: no control characters, no line ends, no half characters, no changes of direction that reach beyond it. */
export const tidy = (text: string): string =>
  text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, (blank) => (blank === '\u00A0' || blank === '\u202F' ? blank : ' '))
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();

/** The stretches of a text, tidied; empty ones left out. */
export const runsOf = (text: RichText): readonly Run[] => {
  const runs = typeof text === 'string' ? [{ text }] : text;
  const last = runs.length - 1;
  return runs.flatMap((run, at) => {
    const clean = tidy(`|${run.text}|`).slice(1, -1);
    const kept = at === 0 ? clean.trimStart() : clean;
    const whole = at === last ? kept.trimEnd() : kept;
    return whole === '' ? [] : [{ ...run, text: whole }];
  });
};

/** A text without its marks, each told by a word. */
export const plain = (text: RichText, document: OutDocument): string =>
  runsOf(text)
    .map(({ text: words, mark }) => (mark === 'added' || mark === 'removed' ? `[${wordsOf(document)[mark]}: ${words}]` : words))
    .join('');
