import { accept, reject, same, saysNothing, type Decision } from '../kernel/index.ts';
import type { DocumentCommand, DocumentRejection } from './document.commands.ts';
import type { Correction, DocumentEvent, DocumentParagraph } from './document.events.ts';
import type { DocumentState } from './document.state.ts';
import { isLaterEdition } from './symbol-edition.ts';

type DocumentDecision = Decision<DocumentEvent, DocumentRejection>;
type Data<T extends DocumentCommand['type']> = Extract<DocumentCommand, { type: T }>['data'];

const notConfirmed = ({ status }: DocumentState): DocumentDecision =>
  reject({ code: status === 'receiving' ? 'document.not_imported' : 'document.not_confirmed' });

export const supersede = (
  { now, actor, successor, difference }: Data<'SupersedeWorkingDocument'>,
  state: DocumentState,
): DocumentDecision => {
  if (state.status !== 'confirmed') return notConfirmed(state);
  if (successor === null) return reject({ code: 'document.not_confirmed' });
  const { documentId, symbol } = successor;
  if (state.supersededBy === documentId) return accept();
  if (state.supersededBy !== null) return reject({ code: 'document.superseded', by: state.supersededBy });
  if (!isLaterEdition(symbol, state.symbol)) return reject({ code: 'document.not_a_later_edition', symbol, than: state.symbol });
  return accept({
    type: 'WorkingDocumentSuperseded',
    data: {
      documentId: state.imported.documentId,
      supersededBy: documentId,
      symbol,
      difference,
      recordedBy: actor.accreditationId,
      supersededAt: now,
    },
  });
};

const textsOf = ({ text, bullets, trailing }: DocumentParagraph): readonly string[] => [
  text,
  ...[...bullets, ...trailing].map((line) => line.text),
];

/** Paragraphs that do not have the words to be put right. */
const unfound = (corrections: readonly Correction[], paragraphs: readonly DocumentParagraph[]): readonly string[] =>
  corrections
    .filter(({ paragraph, before }) => {
      const texts = paragraphs.filter(({ id }) => id === paragraph).flatMap(textsOf);
      return before === '' || !texts.some((text) => text.includes(before));
    })
    .map(({ paragraph }) => paragraph);

export const correct = (
  { now, actor, corrections, note, paragraphs }: Data<'CorrectWorkingDocument'>,
  state: DocumentState,
): DocumentDecision => {
  if (state.status !== 'confirmed') return notConfirmed(state);
  if (state.corrigenda.some((known) => same(known, corrections))) return accept();
  if (state.supersededBy !== null) return reject({ code: 'document.superseded', by: state.supersededBy });
  if (corrections.length === 0 || corrections.some(({ before, after }) => before === after))
    return reject({ code: 'document.nothing_corrected' });
  if (saysNothing(note)) return reject({ code: 'text.no_language' });
  const missing = unfound(corrections, paragraphs);
  if (missing.length > 0) return reject({ code: 'document.words_not_found', paragraphs: missing });
  const number = state.corrigenda.length + 1;
  return accept({
    type: 'WorkingDocumentCorrected',
    data: {
      documentId: state.imported.documentId,
      symbol: `${state.symbol} Corr.${number}`,
      number,
      corrections,
      note,
      correctedBy: actor.accreditationId,
      correctedAt: now,
    },
  });
};
