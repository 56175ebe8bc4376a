import { inWords, type LedgerPlace, type ToldInWords } from '../../../application/src/index.ts';
import type { NoticeToTell } from '../../../projections/src/index.ts';

const footers = {
  en: ({ rule, ledgerIndex, type }: NoticeToTell, { origin, size, root }: LedgerPlace): readonly string[] => [
    `You are told because of the rule “${rule.ruleId}”, version ${rule.version}.`,
    `Entry ${ledgerIndex} (${type}) of ${origin}; with it the ledger has ${size} entries and the root ${root}.`,
  ],
  fr: ({ rule, ledgerIndex, type }: NoticeToTell, { origin, size, root }: LedgerPlace): readonly string[] => [
    `Vous recevez ce message en vertu de la règle « ${rule.ruleId} », version ${rule.version}.`,
    `Écriture ${ledgerIndex} (${type}) de ${origin} ; avec elle, le registre compte ${size} écritures et sa racine est ${root}.`,
  ],
} as const;

/** A letter without its address: what is told, and where in the ledger what it tells of stands (DESIGN §8). */
export const composeMail = (notice: NoticeToTell, place: LedgerPlace): ToldInWords => {
  const { subject, text } = inWords(notice);
  return { subject, text: [text, '', '-- ', ...footers[notice.language](notice, place), ''].join('\n') };
};
