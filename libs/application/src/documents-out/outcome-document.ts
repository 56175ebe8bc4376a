import type { OutcomeLine, OutcomeSheet } from '../../../projections/src/index.ts';
import { longDate } from './dates.ts';
import type { Draft, Scribe } from './scribe.ts';

const writeLine = (scribe: Scribe, { label, title, outcome, corrections, presentations }: OutcomeLine): void => {
  scribe.heading(1, `${label}  ${scribe.say(title)}`);
  if (outcome === null) scribe.paragraph(scribe.word('nothingRecorded'));
  else {
    const to = outcome.carriedTo === null ? '' : ` (${outcome.carriedTo})`;
    scribe.paragraph([
      { text: scribe.pair(`${scribe.word(outcome.verb)}${to}`, ''), mark: 'strong' },
      { text: scribe.say(outcome.statement) },
    ]);
    if (outcome.revision > 1)
      scribe.note(scribe.word('revised', { n: outcome.revision, date: longDate(outcome.recordedAt, scribe.language) }));
  }
  scribe.bullets([
    ...corrections.map(({ memberName, text }) =>
      scribe.word('correction', { member: memberName[scribe.language], text: scribe.say(text) }),
    ),
    ...presentations.map(({ title: shown, sha256 }) => scribe.word('presented', { title: scribe.say(shown), hash: sha256 })),
  ]);
};

/** What the body did with every item, as it stands now (row C13). */
export const outcomeDocument = (scribe: Scribe, sheet: OutcomeSheet, title: string, cover: readonly string[]): Draft => {
  scribe.paragraph(scribe.word('recordedCount', { recorded: sheet.recorded, all: sheet.items.length }));
  sheet.items.forEach((line) => {
    writeLine(scribe, line);
  });
  const symbol = scribe.symbol(sheet.agendaId, 'OUTCOMES', `v${sheet.version}`);
  return { symbol, title, subtitle: scribe.word('outcomeRecord'), agendaItem: null, cover, blocks: scribe.blocks };
};
