import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { callId } from '../../../../test/support/opened.ts';
import { recordPublishedAgenda } from '../../../../test/support/published.ts';
import { readModelsFollowing } from '../../../../test/support/texts.ts';
import { projectRegistrations, structureRegistrations } from '../../../reference/src/index.ts';
import {
  digestTables,
  mayFind,
  search,
  searchKinds,
  type SearchAnswer,
  type SearchKind,
  type SearchQuestion,
  type Viewer,
} from '../index.ts';

const internal: Viewer = { kind: 'internal' };
const everybody: Viewer = { kind: 'public' };

describe('search', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    const setup = callerAs('operator', null, 'setup');
    for (const project of projectRegistrations().slice(0, 4)) await application.done(setup, 'registerProject', project);
    for (const structure of structureRegistrations().slice(0, 12)) await application.done(setup, 'registerStructure', structure);
    const unconfirmed = readFileSync('test/fixtures/documents/PC0990F1.md');
    await application.done(callerAs('officer', null, 'ada'), 'importWorkingDocument', { bytes: unconfirmed });
    const submit = async (member: string, language: 'en' | 'fr', title: string, text: string): Promise<void> => {
      const content = { language, title, text, primaryTheme: 'RISK', secondaryThemes: [], economicCommunity: null };
      const draft = { kind: 'topic', guidanceId: 'PC0410.GR-2', callId, content } as const;
      const { id } = await application.done(callerAs('drafter', member), 'saveDraft', draft);
      await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id });
    };
    await submit(
      'BI',
      'fr',
      'Échanges de données sur le lac',
      'Les vedettes douanières échangent leurs déclarations. Une sécurité commune est recherchée.',
    );
    await submit('KE', 'en', 'Single windows on the lake', 'Zebrafish cargo declared twice at the lake, once for every window.');
    await submit('KE', 'en', 'A window for zebrafish', 'The single trader of live animals.');
    await application.ask('recordStanding', {});
  }, 60_000);
  afterAll(() => application.close());

  const ask = (words: string, viewer: Viewer = internal, more: Partial<SearchQuestion> = {}, limit = 50): SearchAnswer => {
    const answer = search(application.env.read, { words, kinds: searchKinds, language: null, ...more }, viewer, { limit });
    if ('code' in answer) throw new Error(answer.code);
    return answer;
  };
  const shown = (parts: SearchAnswer['items'][number]['title'] | undefined): string =>
    (parts ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
  const titles = (answer: SearchAnswer): readonly string[] => answer.items.map(({ title }) => shown(title).replaceAll(/[[\]]/g, ''));

  it('finds every inflection, with or without case and accents, and marks what it found', () => {
    for (const words of ['échangé', 'ECHANGES', 'données', 'sécurités', 'securite', 'DÉCLARÉES'])
      expect([words, titles(ask(words, internal, { kinds: ['topic'] }))]).toStrictEqual([words, ['Échanges de données sur le lac']]);
    const [hit] = ask('declaree douanier', internal, { kinds: ['topic'] }).items;
    expect(hit).toMatchObject({ kind: 'topic', language: 'fr' });
    expect(shown(hit?.excerpt)).toBe('Les vedettes [douanières] échangent leurs [déclarations]. Une sécurité commune est recherchée.');
  });

  it('puts first what says it in the title', () => {
    expect(titles(ask('zebrafish'))).toStrictEqual(['A window for zebrafish', 'Single windows on the lake']);
  });

  it('finds words in a row, beginnings, and not what is excluded', () => {
    expect(titles(ask('"single window" zebrafish'))).toStrictEqual(['Single windows on the lake']);
    expect(titles(ask('zebraf*')).length).toBe(2);
    expect(titles(ask('zebrafish -lake'))).toStrictEqual(['A window for zebrafish']);
    expect([ask('-zebrafish').matched, ask('of the').matched]).toStrictEqual(['none', 'none']);
  });

  it('finds what has some of the words when nothing has them all, and says so', () => {
    expect([ask('zebrafish lake').matched, ask('zebrafish unheardofword').matched, ask('unheardofword').matched]).toStrictEqual([
      'all',
      'any',
      'none',
    ]);
    expect(ask('zebrafish unheardofword').total).toBe(2);
  });

  it('keeps to a language when it is asked to', () => {
    const languages = (language: 'en' | 'fr'): readonly string[] => [
      ...new Set(ask('conference conférence', internal, { language }).items.map((hit) => hit.language)),
    ];
    expect([languages('en'), languages('fr')]).toStrictEqual([['en'], ['fr']]);
    expect([
      ask('exchange of data').language,
      ask('échange de données').language,
      ask('transit', internal, { language: 'fr' }).language,
    ]).toStrictEqual(['en', 'fr', 'fr']);
  });

  it.each<readonly [SearchKind, string]>([
    ['guidance', 'suggest topics'],
    ['agendaItem', 'script'],
    ['paragraph', 'conference'],
    ['project', 'modernization programme'],
    ['structure', 'regional office for capacity building nairobi'],
    ['structure', 'bureau régional de renforcement des capacités'],
    ['member', 'kenya'],
    ['member', 'allemagne'],
  ])('finds a %s that is open to all (%s)', (kind, words) => {
    const { items, total } = ask(words, everybody, { kinds: [kind] });
    expect([items[0]?.kind, total > 0]).toStrictEqual([kind, true]);
  });

  it('shows, and counts, only what the viewer may know of', () => {
    const found = (viewer: Viewer): readonly [number, number] => {
      const { items, total } = ask('zebrafish lac', viewer);
      return [items.length, total];
    };
    expect(found(internal)).toStrictEqual([3, 3]);
    expect(found({ kind: 'member', member: 'KE' })).toStrictEqual([2, 2]);
    expect(found({ kind: 'member', member: 'BI' })).toStrictEqual([1, 1]);
    expect(found(everybody)).toStrictEqual([0, 0]);
    const paragraphs = (viewer: Viewer): ReadonlySet<string> =>
      new Set(ask('conférence conference', viewer, { kinds: ['paragraph'] }, 200).items.map(({ parent }) => parent));
    expect([paragraphs(internal).size, paragraphs(everybody).size]).toStrictEqual([2, 1]);
    const [hit] = ask('vedettes').items;
    if (hit === undefined) throw new Error('nothing found');
    expect([mayFind(application.env.read, hit, internal), mayFind(application.env.read, hit, everybody)]).toStrictEqual([true, false]);
  });

  it.each([
    '"',
    '""',
    'a" OR "b',
    'NEAR(a b)',
    '{title_en}: x',
    'x*y',
    '^x',
    "'; DROP TABLE search_entry; --",
    '* * *',
    '(',
    'AND',
    '-',
    '\\',
    'x:y',
    '\u0000',
    '🦓',
  ])('is not led astray by %j', (words) => {
    expect(['all', 'any', 'none']).toContain(ask(words).matched);
    expect(ask('zebrafish').total).toBe(2);
  });

  it('comes in pages, and refuses a cursor that is not its own', () => {
    const first = ask('zebrafish unheardofword', internal, {}, 1);
    expect([first.matched, first.total, first.items.length]).toStrictEqual(['any', 2, 1]);
    const question = { words: 'zebrafish unheardofword', kinds: searchKinds, language: null };
    const second = search(application.env.read, question, internal, { limit: 1, cursor: first.next });
    expect(second).toMatchObject({ matched: 'any', total: 2, next: null });
    expect(search(application.env.read, question, internal, { cursor: 'x' })).toStrictEqual({ code: 'paging.bad_cursor' });
  });

  it('is the same whether the index grew event by event or was built at once', async () => {
    const anew = await readModelsFollowing(application.env.store);
    const [built, grown] = [digestTables(anew.db), digestTables(application.env.read)];
    expect(Object.keys(built).filter((table) => table.startsWith('search_'))).toStrictEqual([
      'search_entry',
      'search_index',
      'search_text',
      'search_vocabulary',
    ]);
    expect(built).toStrictEqual(grown);
    await anew.close();
  });
});
