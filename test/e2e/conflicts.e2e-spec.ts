import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

describe('two who act on one contribution', () => {
  let application: TestApplication;
  let server: TestServer;
  let tokens: Readonly<Record<'officer' | 'decider' | 'drafter' | 'delegate' | 'other', string>>;
  let topicId: string;
  const good = { code: 'merit', text: { en: 'Good.' } };

  beforeEach(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    server = await serveApplication(application);
    tokens = {
      officer: await server.tokenFor('officer'),
      decider: await server.tokenFor('officer'),
      drafter: await server.tokenFor('drafter', 'KE'),
      delegate: await server.tokenFor('delegate', 'KE'),
      other: await server.tokenFor('delegate', 'FR'),
    };
    const draft = await by('drafter', '/drafts', topicDraft());
    topicId = String((await by('delegate', `/drafts/${String(draft.body['id'])}/release`)).body['id']);
  });
  afterEach(() => server.close());

  const by = (who: keyof typeof tokens, path: string, body: unknown = null, ifMatch: string | null = null): Promise<HttpAnswer> =>
    server.post(`/api/v1${path}`, body, { token: tokens[who], headers: ifMatch === null ? {} : { 'if-match': ifMatch } });
  const read = async (who: keyof typeof tokens | null): Promise<HttpAnswer> => {
    const head = await application.env.store.head();
    const token = who === null ? {} : { token: tokens[who] };
    return server.get(`/api/v1/contributions/${topicId}`, { ...token, headers: { 'x-min-position': String(head) } });
  };
  const etag = async (who: keyof typeof tokens): Promise<string> => (await read(who)).headers.get('etag') ?? '';
  const accreditationOf = async (type: string): Promise<string> => {
    const [event] = await Array.fromAsync(application.env.store.readAll({ filter: { types: [type] } }));
    return event?.metadata['actor'] ?? '';
  };

  it('the second of two officers is told what changed since, who changed it and when', async () => {
    await by('officer', `/topics/${topicId}/acknowledge`);
    const seen = await etag('officer');
    expect(seen).toBe('"1"');
    application.moveTo('2015-02-10T12:05:00.000Z');
    expect((await by('decider', `/topics/${topicId}/classify`, { primaryTheme: 'RISK', secondaryThemes: ['CBM'] }, seen)).status).toBe(201);
    expect((await by('officer', `/topics/${topicId}/recommend`, { recommendation: 'accept', reason: good })).status).toBe(201);
    const refused = await by('officer', `/topics/${topicId}/classify`, { primaryTheme: 'ORIGIN', secondaryThemes: [] }, seen);
    expect([refused.status, refused.body['code'], refused.body['expected'], refused.body['actual']]).toStrictEqual([
      412,
      'revision.stale',
      '1',
      '3',
    ]);
    const at = '2015-02-10T12:05:00.000Z';
    expect(refused.body['changes']).toStrictEqual([
      {
        type: 'TopicClassified',
        fields: ['primaryTheme', 'secondaryThemes'],
        role: 'officer',
        by: await accreditationOf('TopicClassified'),
        at,
      },
      {
        type: 'TopicRecommended',
        fields: ['reason', 'recommendation'],
        role: 'officer',
        by: await accreditationOf('TopicRecommended'),
        at,
      },
    ]);
  });

  it('what the Secretariat does internally moves its own revision, and not that of the Member', async () => {
    await by('officer', `/topics/${topicId}/acknowledge`);
    await by('officer', `/topics/${topicId}/classify`, { primaryTheme: 'RISK', secondaryThemes: [] });
    const [inside, outside] = [await etag('officer'), await etag('delegate')];
    await by('officer', `/topics/${topicId}/recommend`, { recommendation: 'accept', reason: good });
    await by('officer', `/topics/${topicId}/flag-sensitive`, { reason: { code: 'company_named', text: { en: 'A firm.' } } });
    await by('decider', `/topics/${topicId}/accept`, { reason: good });
    expect([inside, outside, await etag('officer'), await etag('delegate')]).toStrictEqual(['"2"', '"2"', '"5"', '"2"']);
    const steps = await server.get(`/api/v1/record/history/topic-${topicId}`, { token: tokens.delegate });
    expect((steps.body as unknown as { revision: number }[]).map(({ revision }) => revision)).toStrictEqual([0, 1, 2]);
  });

  it('a Member acts on the revision that it knows, and is answered with the next that it knows', async () => {
    await by('officer', `/topics/${topicId}/acknowledge`);
    await by('officer', `/topics/${topicId}/classify`, { primaryTheme: 'RISK', secondaryThemes: [] });
    await by('officer', `/topics/${topicId}/recommend`, { recommendation: 'accept', reason: good });
    const themes = { primaryTheme: 'ORIGIN', secondaryThemes: [], text: { en: 'It is about origin.' } };
    const contested = await by('delegate', `/topics/${topicId}/contest-themes`, themes, '"2"');
    expect([contested.status, contested.body['revision'], contested.headers.get('etag')]).toStrictEqual([201, '3', '"3"']);
    expect(await etag('delegate')).toBe('"3"');
    const late = await by('delegate', `/topics/${topicId}/withdraw`, { reason: { code: 'replaced', text: { en: 'x' } } }, '"2"');
    expect([late.status, late.body['expected'], late.body['actual']]).toStrictEqual([412, '2', '3']);
    expect(late.body['changes']).toStrictEqual([
      {
        type: 'TopicThemesContested',
        fields: ['primaryTheme', 'secondaryThemes', 'text'],
        role: 'delegate',
        at: '2015-02-10T12:00:00.000Z',
      },
    ]);
  });

  it('a Member that only joins is counted what everybody knows, until it stands behind the topic', async () => {
    await by('officer', `/topics/${topicId}/acknowledge`);
    const joined = await by('other', `/topics/${topicId}/join`, null, '"0"');
    expect([joined.status, joined.body['revision']]).toStrictEqual([201, '2']);
    expect(await etag('other')).toBe('"2"');
  });
});
