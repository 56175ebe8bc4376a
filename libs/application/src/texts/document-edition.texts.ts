import { text, type ProblemText } from './text.ts';

/** Refusals of later editions and corrigenda of documents. */
export const documentEditionTexts: Readonly<Record<string, ProblemText>> = {
  'document.not_a_later_edition': text(
    422,
    '{symbol} is no later edition of {than}.',
    '{symbol} n’est pas une édition postérieure de {than}.',
  ),
  'document.nothing_corrected': text(
    422,
    'Name at least one correction that changes something.',
    'Indiquez au moins une correction qui change quelque chose.',
  ),
  'document.superseded': text(
    409,
    'A later edition has taken the place of this document: {by}.',
    'Une édition postérieure a remplacé ce document : {by}.',
  ),
  'document.words_not_found': text(
    422,
    'These paragraphs do not have the words to be put right: {paragraphs}.',
    'Ces paragraphes ne contiennent pas les mots à corriger : {paragraphs}.',
  ),
};
