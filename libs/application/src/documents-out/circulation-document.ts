import type { CirculationView } from '../../../projections/src/index.ts';
import { longDate } from './dates.ts';
import type { Draft, Scribe } from './scribe.ts';

const untilWords = (scribe: Scribe, { commentsUntil }: CirculationView): string =>
  commentsUntil === null
    ? scribe.word('noComments')
    : scribe.word('commentsUntil', {
        date: `${longDate(commentsUntil.wallTime, scribe.language)}, ${commentsUntil.wallTime.slice(11)} (${commentsUntil.zone})`,
      });

const writeAddressees = (scribe: Scribe, addressees: CirculationView['addressees']): void => {
  if (addressees.length === 0) return;
  const byName = addressees.toSorted((one, other) => one.name[scribe.language].localeCompare(other.name[scribe.language], scribe.language));
  const told = (one: CirculationView['addressees'][number]): string =>
    `${longDate(one.circulatedAt, scribe.language)}${one.supplementary ? ` (${scribe.word('supplementary')})` : ''}`;
  scribe.table(
    scribe.word('addressees'),
    [
      [scribe.word('member'), 3],
      [scribe.word('sentOn'), 2],
    ],
    byName.map((one) => [one.name[scribe.language], told(one)]),
  );
};

/** The note that goes out with a version: to whom, when, in which languages, and until when comments are asked for (BR-18). */
export const circulationDocument = (
  scribe: Scribe,
  agendaId: string,
  title: string,
  sent: CirculationView,
  cover: readonly string[],
): Draft => {
  const date = longDate(sent.circulatedAt, scribe.language);
  const names = { en: { en: 'English', fr: 'French' }, fr: { en: 'anglais', fr: 'français' } }[scribe.language];
  const languages = sent.languages.map((language) => names[language]).join(scribe.language === 'en' ? ' and ' : ' et ');
  scribe.paragraph(scribe.word('circulated', { version: sent.version, title, date, count: sent.addresseeCount, languages }));
  scribe.paragraph(untilWords(scribe, sent));
  for (const { commentsUntil, reason } of sent.extensions)
    scribe.paragraph(scribe.word('extended', { date: longDate(commentsUntil.wallTime, scribe.language), reason: scribe.say(reason.text) }));
  if (sent.participantCount > 0) scribe.paragraph(scribe.word('participantsToo', { count: sent.participantCount }));
  writeAddressees(scribe, sent.addressees);
  scribe.note(scribe.word('hashOf', { version: sent.version, hash: sent.contentHash }));
  const symbol = scribe.symbol(agendaId, 'CIRCULATION', `v${sent.version}`);
  return { symbol, title, subtitle: scribe.word('circulation'), agendaItem: null, cover: [...cover, date], blocks: scribe.blocks };
};
