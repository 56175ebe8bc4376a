import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon, on, who } from '../../../../test/support/domain.ts';
import {
  differenceOf,
  documentDecider,
  type DocumentCommand,
  type DocumentEvent,
  type DocumentHeader,
  type DocumentParagraph,
  type DocumentRejection,
} from './index.ts';

const given = specFor(documentDecider);
const header: DocumentHeader = {
  symbol: 'PC0410E1',
  committee: 'PTC',
  sessionNumbers: [207, 208],
  sessionStart: on('2015-03-03'),
  sessionEnd: on('2015-03-06'),
  place: 'Brussels',
  documentDate: on('2015-01-29'),
  title: 'T',
  subtitle: null,
  agendaItem: null,
};
const imported: DocumentEvent = {
  type: 'WorkingDocumentImported',
  data: {
    documentId: 'd',
    sha256: 'h',
    sizeBytes: 1,
    textParts: 0,
    paragraphParts: 0,
    importer: 'i',
    header,
    annexTitle: null,
    annexSource: null,
    sections: [],
    guidanceRequests: [],
    themes: [],
    crossReferences: [],
    documentReferences: [],
    warnings: [],
  },
};
const ada = who('ada');
const confirmed: DocumentEvent = {
  type: 'WorkingDocumentConfirmed',
  data: { documentId: 'd', symbol: 'PC0410E1', header, sessionId: 's', confirmedBy: ada.accreditationId, confirmedAt: noon },
};
const paragraph = (id: string, text: string, bullets: readonly string[] = []): DocumentParagraph => ({
  id,
  number: Number(id.slice(1)),
  section: null,
  line: 1,
  text,
  bullets: bullets.map((one, index) => ({ index, letter: null, text: one, line: 1 })),
  trailing: [],
});
const nothing = differenceOf({ header, paragraphs: [], guidanceRequests: [] }, { header, paragraphs: [], guidanceRequests: [] });

describe('working document, superseded', () => {
  const supersede = (more: object = {}): DocumentCommand => ({
    type: 'SupersedeWorkingDocument',
    data: { now: noon, actor: ada, successor: { documentId: 'd2', symbol: 'PC0410E2' }, difference: nothing, ...more },
  });
  const superseded: DocumentEvent = {
    type: 'WorkingDocumentSuperseded',
    data: {
      documentId: 'd',
      supersededBy: 'd2',
      symbol: 'PC0410E2',
      difference: nothing,
      recordedBy: ada.accreditationId,
      supersededAt: noon,
    },
  };
  it('gives way to a later edition with a report of what that changes, once', () => {
    given(imported, confirmed).when(supersede()).then(superseded);
    given(imported, confirmed, superseded).when(supersede()).thenNothing();
  });
  it.each<[string, readonly DocumentEvent[], object, DocumentRejection]>([
    ['before it is there', [], {}, { code: 'document.not_imported' }],
    ['before it was confirmed', [imported], {}, { code: 'document.not_confirmed' }],
    ['to one that was not confirmed', [imported, confirmed], { successor: null }, { code: 'document.not_confirmed' }],
    [
      'to the same edition',
      [imported, confirmed],
      { successor: { documentId: 'd2', symbol: 'PC0410E1' } },
      { code: 'document.not_a_later_edition', symbol: 'PC0410E1', than: 'PC0410E1' },
    ],
    [
      'twice',
      [imported, confirmed, superseded],
      { successor: { documentId: 'd3', symbol: 'PC0410E3' } },
      { code: 'document.superseded', by: 'd2' },
    ],
  ])('does not give way %s', (_how, past, more, rejection) => {
    given(...past)
      .when(supersede(more))
      .thenRejected(rejection);
  });

  const fix = { paragraph: 'B1', before: 'Juny', after: 'June' };
  const correct = (more: object = {}): DocumentCommand => ({
    type: 'CorrectWorkingDocument',
    data: {
      now: noon,
      actor: ada,
      corrections: [fix],
      note: { en: 'Misprint.' },
      paragraphs: [paragraph('B1', 'In Juny 2015', ['a bullet'])],
      ...more,
    },
  });
  const corrected = (number: number, corrections = [fix]): DocumentEvent => ({
    type: 'WorkingDocumentCorrected',
    data: {
      documentId: 'd',
      symbol: `PC0410E1 Corr.${number}`,
      number,
      corrections,
      note: { en: 'Misprint.' },
      correctedBy: ada.accreditationId,
      correctedAt: noon,
    },
  });
  it('is put right by numbered corrigenda that quote what they mend, each once', () => {
    given(imported, confirmed).when(correct()).then(corrected(1));
    given(imported, confirmed, corrected(1)).when(correct()).thenNothing();
    const bullet = { paragraph: 'B1', before: 'bullet', after: 'point' };
    given(imported, confirmed, corrected(1))
      .when(correct({ corrections: [bullet] }))
      .then(corrected(2, [bullet]));
  });
  it.each<[string, readonly DocumentEvent[], object, DocumentRejection]>([
    ['before it was confirmed', [imported], {}, { code: 'document.not_confirmed' }],
    ['before it is there', [], {}, { code: 'document.not_imported' }],
    ['by nothing', [imported, confirmed], { corrections: [] }, { code: 'document.nothing_corrected' }],
    ['by the same words', [imported, confirmed], { corrections: [{ ...fix, after: 'Juny' }] }, { code: 'document.nothing_corrected' }],
    ['without words about it', [imported, confirmed], { note: {} }, { code: 'text.no_language' }],
    [
      'where the words do not stand',
      [imported, confirmed],
      { corrections: [{ ...fix, before: 'July' }] },
      { code: 'document.words_not_found', paragraphs: ['B1'] },
    ],
    [
      'in another paragraph',
      [imported, confirmed],
      { corrections: [{ ...fix, paragraph: 'B2' }] },
      { code: 'document.words_not_found', paragraphs: ['B2'] },
    ],
    [
      'of no words',
      [imported, confirmed],
      { corrections: [{ ...fix, before: '' }] },
      { code: 'document.words_not_found', paragraphs: ['B1'] },
    ],
    ['after a later edition', [imported, confirmed, superseded], {}, { code: 'document.superseded', by: 'd2' }],
  ])('is not put right %s', (_how, past, more, rejection) => {
    given(...past)
      .when(correct(more))
      .thenRejected(rejection);
  });
});
