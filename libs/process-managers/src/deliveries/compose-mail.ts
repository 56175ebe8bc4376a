import type { LedgerPlace } from '../../../application/src/index.ts';
import type { NoticeToTell } from '../../../projections/src/index.ts';

/** A letter without its address. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
}

const dates = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' }),
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' }),
} as const;

const outcomes: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  accepted: { en: 'accepted', fr: 'accepté' },
  declined: { en: 'declined', fr: 'refusé' },
  deferred: { en: 'deferred', fr: 'reporté' },
  merged: { en: 'merged', fr: 'fusionné' },
};

/** What is filled into a wording, in a language; what the event does not have stays empty. */
const filledIn = ({ facts, language }: NoticeToTell): Readonly<Record<string, string>> => ({
  reference: facts.reference ?? '',
  title: facts.title[language] === '' ? facts.title[language === 'en' ? 'fr' : 'en'] : facts.title[language],
  due: facts.due === null ? '' : `${dates[language].format(new Date(facts.due))} (${language === 'en' ? 'Brussels' : 'Bruxelles'})`,
  version: facts.version === null ? '' : String(facts.version),
  outcome: facts.outcome === null ? '' : (outcomes[facts.outcome]?.[language] ?? facts.outcome),
  object: facts.object,
});

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z]+)\}/g, (_all, name: string) => values[name] ?? '');

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

/** Puts a message into words, in its recipient's language, with the place of what it tells of in the ledger (DESIGN §8). */
export const composeMail = (notice: NoticeToTell, place: LedgerPlace): ComposedMail => {
  const { language, template } = notice;
  const values = filledIn(notice);
  const { subject, body } = template.wording;
  return {
    subject: fill(subject[language], values).replace(/\s+/g, ' ').trim(),
    text: [fill(body[language], values), '', '-- ', ...footers[language](notice, place), ''].join('\n'),
  };
};
