import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { themeSetPublication } from '../../libs/reference/src/index.ts';
import { bootApplication, callerAs } from '../support/application.ts';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';
import { own, parsed } from '../support/working-documents.ts';

const setup = callerAs('operator', null, 'setup');

describe('the registers of documents and themes', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  describe('of documents', () => {
    it('name what is cited and not there, and find the paragraphs of projects once the document is confirmed', async () => {
      const { body } = await desk.post('/documents', Buffer.from(own));
      const documentId = String(body['id']);
      expect((await desk.get('/documents/references', null)).body).toStrictEqual({ documents: [], missing: [], dangling: 0 });
      await desk.done(`/documents/${documentId}/confirm`, { sessionId: 'PTC-207-208', supplied: {} });
      const graph = (await desk.get('/documents/references', null)).body;
      const { documentReferences, crossReferences } = parsed(own);
      const cited = [...documentReferences, ...crossReferences.flatMap(({ refersTo }) => (refersTo === null ? [] : [refersTo]))];
      expect(graph['dangling']).toBe(cited.length);
      expect(graph['missing']).toStrictEqual([...new Set(cited)].sort().map((symbol) => ({ symbol, citedBy: [documentId] })));
      expect(cited.length).toBeGreaterThan(0);
      for (const paragraph of ['A1', 'A99'])
        await desk.done('/projects/PRJ-EAC/donors', { donor: `Donor of ${paragraph}`, source: { symbol: 'PC0990E1', paragraph } });
      const { facts, flags } = (await desk.get('/projects/PRJ-EAC')).body as Readonly<Record<string, readonly Row[]>>;
      expect(facts?.filter(({ text }) => String(text).startsWith('Donor of')).map(({ source }) => source)).toStrictEqual([
        { symbol: 'PC0990E1', paragraph: 'A1', documentId },
        { symbol: 'PC0990E1', paragraph: 'A99', documentId: null },
      ]);
      expect(flags?.filter(({ symbol }) => symbol === 'PC0990E1')).toStrictEqual([
        { code: 'source_dangling', symbol: 'PC0990E1', paragraph: 'A99' },
      ]);
    });
  });

  describe('of themes', () => {
    it('keep every version, say what each changed, and leave contributions where they were classified', async () => {
      const { themes } = themeSetPublication();
      const next = themes
        .filter(({ code }) => code !== 'DISPUTES')
        .map((theme) => (theme.code === 'ORIGIN' ? { ...theme, order: 1, shortLabel: { en: 'Origins', fr: 'Origines' } } : theme));
      const added = { ...themes[0], code: 'GREEN', order: 11, label: { en: 'Green borders', fr: 'Frontières vertes' } };
      await desk.refused('/themes', { version: 3, decidedBy: 'PC', themes: [added] }, 422, 'themes.version_gap');
      await desk.done('/themes', { version: 2, decidedBy: 'Policy Commission', themes: [...next, added] });
      expect(rows(await desk.get('/themes/versions', null))).toMatchObject([
        { version: 1, removed: [], changed: [] },
        { version: 2, decidedBy: 'Policy Commission', added: ['GREEN'], removed: ['DISPUTES'], changed: ['ORIGIN'] },
      ]);
      expect(((await desk.get('/themes/versions/1')).body['themes'] as readonly Row[]).map(({ code }) => code)).toContain('DISPUTES');
      expect((await desk.get('/themes')).body['version']).toBe(2);
      expect((await desk.get('/themes/versions/9')).status).toBe(404);
    });

    it('count contributions under the version in force when they were classified', async () => {
      const other = bootApplication('2015-02-10T12:00:00.000Z');
      await recordOpenCall(other);
      const [drafter, official, triage] = [callerAs('drafter', 'KE'), callerAs('delegate', 'KE'), callerAs('officer', null)];
      const sent = async (title: string): Promise<string> => {
        const { id } = await other.done(drafter, 'saveDraft', topicDraft(title));
        const topicId = (await other.done(official, 'releaseDraft', { draftId: id })).id;
        await other.done(triage, 'acknowledgeTopic', { topicId });
        return topicId;
      };
      const classify = (topicId: string, primaryTheme: string): Promise<unknown> =>
        other.done(triage, 'classifyTopic', { topicId, primaryTheme, secondaryThemes: [] });
      const counts = async (): Promise<readonly (readonly [number, number])[]> =>
        (await other.ask('themeSetHistory', { themeSetId: 'ptc' })).map(({ version, classified }) => [version, classified] as const);
      const [first, second] = [await sent('one'), await sent('two')];
      await classify(first, 'DISPUTES');
      await other.done(setup, 'publishThemeSet', { ...themeSetPublication(), version: 2 });
      expect(await counts()).toStrictEqual([
        [1, 2],
        [2, 0],
      ]);
      await classify(second, 'ORIGIN');
      expect(await counts()).toStrictEqual([
        [1, 1],
        [2, 1],
      ]);
      await other.close();
    });
  });
});
