import { describe, expect, it } from '@jest/globals';
import { matchThemes, pairRenditions, proposePriorDecisions, proposeProjectHighlights } from './index.ts';
import { fixture, own, parsed } from '../../../../test/support/working-documents.ts';

describe('the French rendition', () => {
  const french = parsed(fixture('PC0990F1.md'));

  it('is read with its own words for sessions, dates, item, priorities and outcome', () => {
    expect(french.document).toMatchObject({
      sessions: [207, 208],
      documentDate: '2015-01-29',
      place: 'Bruxelles',
      agendaItem: { roman: 'IX', sub: 'a' },
      code: { language: 'F' },
    });
    expect(french.document.sessionDates).toMatchObject({ start: '2015-03-03', end: '2015-03-06' });
    expect(french.guidanceRequests.map(({ text }) => text)).toStrictEqual([
      'décrire une pratique nationale',
      'proposer des thèmes pour la Conférence',
    ]);
    expect(french.themes.map(({ label }) => label)).toStrictEqual([
      "Certification et vérification de l'origine",
      'Gestion régionale des risques',
    ]);
  });

  it('is aligned by paragraph, and what is missing is named', () => {
    const { pairs, warnings } = pairRenditions(parsed(own), french);
    expect(pairs.map(({ id }) => id)).toStrictEqual(['B1', 'B2', 'B3']);
    expect(warnings).toContain('B4 is missing in French');
  });
});

describe('what the importer proposes', () => {
  it('are sentences on earlier sessions with a word of agreement', () => {
    expect(proposePriorDecisions(parsed(own)).map(({ paragraph: at }) => at)).toStrictEqual(['B2', 'B2']);
  });

  it('are projects with donor and date, by the last one named in the section', () => {
    const found = proposeProjectHighlights(parsed(own), ['bridge of papers', 'bridge of people']);
    expect(found.find(({ quote }) => quote.startsWith('The bridge of papers'))).toStrictEqual({
      paragraph: 'A3',
      quote: 'The bridge of papers has been in use since July 2014.',
      donor: 'The Lake Fund',
      project: 'bridge of papers',
      dates: ['July 2014'],
    });
  });

  it('are themes word for word; the rest goes to a person', () => {
    const { matched, unmatched } = matchThemes(parsed(own).themes, [{ code: 'RISK', labelEn: 'Regional risk management' }]);
    expect(matched.map(({ code }) => code)).toStrictEqual(['RISK']);
    expect(unmatched).toHaveLength(8);
  });
});
