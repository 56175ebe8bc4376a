import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon, on, who } from '../../../../test/support/domain.ts';
import { documentDecider, type DocumentCommand, type DocumentEvent, type DocumentHeader } from './index.ts';

describe('working document', () => {
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
  const data = {
    documentId: 'd',
    sha256: 'h',
    sizeBytes: 1,
    textParts: 1,
    paragraphParts: 1,
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
  };
  const kept: DocumentEvent = { type: 'WorkingDocumentTextKept', data: { documentId: 'd', part: 0, text: 'x' } };
  const read: DocumentEvent = { type: 'WorkingDocumentParagraphsRead', data: { documentId: 'd', part: 0, paragraphs: [] } };
  const imported: DocumentEvent = { type: 'WorkingDocumentImported', data };
  const keep = (part: number): DocumentCommand => ({ type: 'KeepWorkingDocumentText', data: { documentId: 'd', part, text: 'x' } });
  const confirm = (supplied: Partial<DocumentHeader> = {}): DocumentCommand => ({
    type: 'ConfirmWorkingDocument',
    data: { now: noon, actor: who('ada'), sessionId: 's', supplied },
  });
  const confirmed: DocumentEvent = {
    type: 'WorkingDocumentConfirmed',
    data: { documentId: 'd', symbol: 'PC0410E1', header, sessionId: 's', confirmedBy: who('ada').accreditationId, confirmedAt: noon },
  };
  it('comes in parts, in order, each once, so that an interrupted import goes on', () => {
    given().when(keep(0)).then(kept);
    given(kept).when(keep(0)).thenNothing();
    given(kept).when(keep(2)).thenRejected({ code: 'document.part_out_of_order', expected: 1, found: 2 });
    given(kept)
      .when({ type: 'KeepWorkingDocumentParagraphs', data: { documentId: 'd', part: 0, paragraphs: [] } })
      .then(read);
  });
  it('is imported when its parts are there, once (BR-29)', () => {
    given(kept, read).when({ type: 'ImportWorkingDocument', data }).then(imported);
    given(kept, read, imported).when({ type: 'ImportWorkingDocument', data }).thenNothing();
    given(kept).when({ type: 'ImportWorkingDocument', data }).thenRejected({ code: 'document.parts_missing', expected: 2, found: 1 });
  });
  it('is confirmed by a person, once (BR-28)', () => {
    given(kept, read, imported).when(confirm()).then(confirmed);
    given(kept, read, imported, confirmed).when(confirm()).thenNothing();
    given(kept, read, imported, confirmed)
      .when(confirm({ title: 'Other' }))
      .thenRejected({ code: 'document.already_confirmed' });
    given().when(confirm()).thenRejected({ code: 'document.not_imported' });
  });
  it('is confirmed only with a whole header, which a person may fill', () => {
    const bare: DocumentEvent = { type: 'WorkingDocumentImported', data: { ...data, header: { ...header, symbol: null, title: null } } };
    given(kept, read, bare)
      .when(confirm())
      .thenRejected({ code: 'document.header_incomplete', missing: ['symbol', 'title'] });
    given(kept, read, bare)
      .when(confirm({ symbol: 'PC0410E1', title: 'T' }))
      .then(confirmed);
  });
});
