import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { childrenOf, linkOf, onlyText, readAtom, type ReadElement } from '../support/atom.ts';
import { sent } from '../support/follow-up.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordPublishedAgenda } from '../support/published.ts';

const officer = callerAs('officer', null, 'ada');
const instantOf3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('feeds', () => {
  let application: TestApplication;
  let server: TestServer;
  let kenya: string;
  let topicId: string;
  let france: string;
  const ask = (path: string, token: string | null = null, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}${path}`, { headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) } });
  const read = async (path: string, token: string | null = null): Promise<ReadElement> => {
    const response = await ask(path, token);
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([200, 'application/atom+xml; charset=utf-8']);
    return readAtom(await response.text());
  };
  const entriesOf = (feed: ReadElement) =>
    childrenOf(feed, 'entry').map((entry) => [childrenOf(entry, 'category')[0]?.attributes['term'], onlyText(entry, 'title')]);
  const publications = '/api/v1/feeds/publications';
  const decisions = '/api/v1/feeds/decisions';

  beforeAll(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    const until = { wallTime: '2015-04-30T18:00', zone: 'Europe/Brussels' };
    await application.done(officer, 'circulateAgenda', { agendaId: 'A', commentsUntil: until });
    topicId = await sent(application, 'KE', 'topic', 'Of Kenya <alone> & more');
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    const because = { reason: { code: 'out_of_scope', text: { en: 'Not for us.' } } };
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'decline', ...because });
    await application.done(callerAs('officer', null, 'ben'), 'declineTopic', { topicId, ...because });
    server = await serveApplication(application);
    kenya = await server.tokenFor('delegate', 'KE');
    france = await server.tokenFor('delegate', 'FR');
    await application.settled();
    await application.ask('sessions', {});
  });
  afterAll(() => server.close());

  it('are Atom: one id, title, instant and author, stable ids, the newest first', async () => {
    const feed = await read(publications);
    expect([feed.name, feed.attributes['xml:lang']]).toStrictEqual(['feed', 'en']);
    expect([onlyText(feed, 'id'), onlyText(feed, 'title')]).toStrictEqual(['tag:test,2015:00000000/feed/publications', 'Publications']);
    expect(childrenOf(feed, 'author').map((author) => onlyText(author, 'name'))).toStrictEqual(['Secretariat']);
    const entries = childrenOf(feed, 'entry');
    const places = entries.map((entry) => Number(/^tag:test,2015:00000000\/entry\/(\d+)$/.exec(onlyText(entry, 'id'))?.[1]));
    expect(places).toStrictEqual([...places].sort((a, b) => b - a));
    expect(new Set(places).size).toBe(entries.length);
    const told = entries.map((entry) => onlyText(entry, 'updated'));
    expect([told.every((at) => instantOf3339.test(at)), onlyText(feed, 'updated')]).toStrictEqual([true, told[0]]);
    for (const entry of entries) expect((await ask(linkOf(entry, 'alternate') ?? '')).status).toBe(200);
    expect(entriesOf(feed)).toStrictEqual([
      ['agenda_version', 'Agenda, version 1: Agenda'],
      ['document', 'Working document: PC0990E1'],
      ['request_opened', expect.stringMatching(/^Request for guidance: /)],
      ['request_opened', expect.stringMatching(/^Request for guidance: /)],
      ['call_opened', 'Call for contributions opened: Contributions'],
    ]);
    expect((await read(`${publications}?language=fr`)).attributes['xml:lang']).toBe('fr');
  });

  it('show a Member what went to Members, and of decisions on contributions its own', async () => {
    const kinds = async (path: string, token: string | null) => entriesOf(await read(path, token)).map(([kind]) => kind);
    expect((await kinds(publications, kenya))[0]).toBe('agenda_circulated');
    expect(await kinds(publications, null)).not.toContain('agenda_circulated');
    // It was declined, and its Member was not told yet.
    expect(await kinds(decisions, kenya)).not.toContain('contribution_decided');
  });

  it('tell a decision on a contribution once it was released, to its Member alone', async () => {
    const items = [{ category: 'topic', id: topicId }] as const;
    const { id } = await application.done(officer, 'prepareRelease', { title: { en: 'Batch', fr: 'Lot' }, items });
    await application.done(callerAs('approver', null), 'issueRelease', { releaseId: id });
    await application.settled();
    await application.ask('sessions', {});
    const [[kind, title] = []] = entriesOf(await read(decisions, kenya));
    expect([kind, title]).toStrictEqual([
      'contribution_decided',
      expect.stringMatching(/^Decision on a contribution: KE-\w{5} · Of Kenya <alone> & more$/),
    ]);
    expect(entriesOf(await read(decisions, france))).toStrictEqual(entriesOf(await read(decisions, null)));
  });

  it('lead from page to page by rel="next", each entry once', async () => {
    const whole = entriesOf(await read(publications, kenya));
    const pages: ReadElement[] = [];
    for (let path: string | null = `${publications}?limit=2&language=en`; path !== null;) {
      const page: ReadElement = await read(path, kenya);
      expect([linkOf(page, 'self'), linkOf(page, 'first')]).toStrictEqual([path, `${publications}?limit=2&language=en`]);
      pages.push(page);
      path = linkOf(page, 'next');
    }
    expect(pages.map((page) => childrenOf(page, 'entry').length)).toStrictEqual([2, 2, 2]);
    expect(pages.flatMap(entriesOf)).toStrictEqual(whole);
    expect(new Set(pages.map((page) => onlyText(page, 'updated'))).size).toBe(1);
  });

  it('are not sent again to whoever has them', async () => {
    const first = await ask(publications);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await ask(publications, null, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toStrictEqual([304, '', etag]);
    expect((await ask(publications, kenya, { 'if-none-match': etag })).status).toBe(200);
  });

  it('refuse what is no page', async () => {
    for (const query of ['before=x', 'limit=0', 'language=de', 'page=2']) expect((await ask(`${publications}?${query}`)).status).toBe(400);
  });
});
