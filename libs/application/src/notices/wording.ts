import type { NoticeToTell } from '../../../projections/src/index.ts';

/** What somebody is told, in his language. */
export interface ToldInWords {
  /** One line. */
  readonly subject: string;
  readonly text: string;
}

const dates = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' }),
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' }),
} as const;

const brusselsIn = { en: 'Brussels', fr: 'Bruxelles' } as const;

const outcomes: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  accepted: { en: 'accepted', fr: 'accepté' },
  declined: { en: 'declined', fr: 'refusé' },
  deferred: { en: 'deferred', fr: 'reporté' },
  merged: { en: 'merged', fr: 'fusionné' },
};

const titleIn = ({ facts: { title }, language }: NoticeToTell): string =>
  title[language] === '' ? title[language === 'en' ? 'fr' : 'en'] : title[language];

/** What is filled into a wording; what the event does not have stays empty. */
const valuesOf = (notice: NoticeToTell): Readonly<Record<string, string>> => {
  const { facts, language } = notice;
  return {
    reference: facts.reference ?? '',
    title: titleIn(notice),
    due: facts.due === null ? '' : `${dates[language].format(new Date(facts.due))} (${brusselsIn[language]})`,
    version: facts.version === null ? '' : String(facts.version),
    outcome: facts.outcome === null ? '' : (outcomes[facts.outcome]?.[language] ?? facts.outcome),
    object: facts.object,
    count: String(notice.items.length),
    list: notice.items.map((item) => `* ${inWords(item).subject}`).join('\n'),
  };
};

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z]+)\}/g, (_all, name: string) => values[name] ?? '');

/** Puts what somebody is told into words, in his language. */
export const inWords = (notice: NoticeToTell): ToldInWords => {
  const { language, template } = notice;
  const { subject, body } = template.wording;
  const values = valuesOf(notice);
  return { subject: fill(subject[language], values).replace(/\s+/g, ' ').trim(), text: fill(body[language], values) };
};
