import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvCellText } from '../../libs/documents/src/index.ts';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

interface Step {
  readonly type: string;
  readonly revision: number;
  readonly size: number;
  readonly actor?: string;
  readonly reason: { readonly code: string; readonly title: { readonly en: string; readonly fr: string } } | null;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly asItWas: { readonly size: number; readonly href: string } | null;
  readonly previous: { readonly size: number; readonly href: string } | null;
  readonly next: { readonly size: number; readonly href: string } | null;
}

describe('the history of an object', () => {
  let application: TestApplication;
  let server: TestServer;
  let topicId: string;
  let auditor: string;
  let own: string;
  let foreign: string;
  const [officer, decider] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
  const because = (code: string, en: string) => ({ code, text: { en } });

  beforeAll(async () => {
    application = bootWorkingApplication('2015-03-09T09:00:00.000Z');
    await recordOpenCall(application);
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft('=One law, five tribunals'));
    topicId = (await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id })).id;
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'ORIGIN', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', {
      topicId,
      recommendation: 'decline',
      reason: because('out_of_scope', 'Elsewhere.'),
    });
    await application.done(decider, 'declineTopic', { topicId, reason: because('out_of_scope', 'It belongs elsewhere.') });
    await application.settled();
    server = await serveApplication(application);
    [auditor, own, foreign] = await Promise.all([
      server.tokenFor('auditor'),
      server.tokenFor('delegate', 'KE'),
      server.tokenFor('delegate', 'FR'),
    ]);
  });
  afterAll(async () => {
    await server.close();
  });

  const path = (): string => `/api/v1/history/topic/${topicId}`;
  const steps = async (token: string | null, query = ''): Promise<readonly Step[]> => {
    const { status, body } = await server.get(`${path()}${query}`, { token });
    if (status !== 200) throw new Error(`answered ${status}`);
    return body['items'] as readonly Step[];
  };

  it('tells the auditor every step, with who, why and each field before and after', async () => {
    const all = await steps(auditor);
    expect(all.map(({ type }) => type).filter((type) => type !== 'StageEntered')).toStrictEqual([
      'TopicSubmitted',
      'TopicAcknowledged',
      'TopicClassified',
      'TopicRecommended',
      'TopicDeclined',
    ]);
    const classified = all.find(({ type }) => type === 'TopicClassified');
    expect(classified?.changes).toContainEqual(expect.objectContaining({ path: expect.stringContaining('primaryTheme'), after: 'ORIGIN' }));
    const declined = all.find(({ type }) => type === 'TopicDeclined');
    expect(declined?.reason).toMatchObject({ code: 'out_of_scope', text: { en: 'It belongs elsewhere.' } });
    expect(declined?.reason?.title.fr).not.toBe('');
    expect(declined?.actor).toBe('ben');
  });

  it('tells its Member what it has been told, and nobody else anything', async () => {
    const told = await steps(own);
    expect(told.map(({ type }) => type)).not.toContain('TopicRecommended');
    expect(told.map(({ type }) => type)).not.toContain('TopicDeclined');
    expect(told.map(({ type }) => type)).toContain('TopicSubmitted');
    expect(JSON.stringify(told)).not.toMatch(/"actor"|"ada"|"ben"|out_of_scope/);
    for (const token of [foreign, null])
      for (const more of ['', '/state', '/file'])
        expect([more, (await server.get(`${path()}${more}`, { token })).status]).toStrictEqual([more, 404]);
  });

  it('leads from each step to the next, and to the object as it was', async () => {
    const all = await steps(auditor);
    expect(all[0]?.previous).toBeNull();
    expect(all.at(-1)?.next).toBeNull();
    for (const [place, step] of all.entries()) expect(all[place + 1]?.previous ?? step.asItWas).toStrictEqual(step.asItWas);
    const first = await server.get(`${path()}/state`, { token: auditor });
    expect(first.body).toMatchObject({ object: 'topic', id: topicId, size: all.at(-1)?.size });
  });

  it('is told in pages, and filtered', async () => {
    const all = await steps(auditor);
    const one = await server.get(`${path()}?limit=2`, { token: auditor });
    expect(one.body['total']).toBe(all.length);
    const link = /<([^>]+)>; rel="next"/.exec(one.headers.get('link') ?? '')?.[1] ?? '';
    const two = await server.get(link, { token: auditor });
    const both = [...(one.body['items'] as readonly Step[]), ...(two.body['items'] as readonly Step[])];
    expect(both.map(({ revision }) => revision)).toStrictEqual(all.slice(0, 4).map(({ revision }) => revision));
    expect((await steps(auditor, '?type=TopicDeclined')).map(({ type }) => type)).toStrictEqual(['TopicDeclined']);
    expect((await steps(auditor, '?reason=out_of_scope')).map(({ type }) => type)).toStrictEqual(['TopicRecommended', 'TopicDeclined']);
    expect(await steps(auditor, '?until=2015-03-08')).toStrictEqual([]);
    expect(await steps(auditor, '?from=2015-03-09&until=2015-03-09')).toHaveLength(all.length);
    for (const wrong of ['?from=yesterday', '?clock=wall', '?limit=0', '?lunch=1'])
      expect([wrong, (await server.get(`${path()}${wrong}`, { token: auditor })).status]).toStrictEqual([wrong, 400]);
    expect((await server.get(`${path()}?cursor=nonsense`, { token: auditor })).body['code']).toBe('paging.bad_cursor');
  });

  const file = async (format: string, token = auditor) => {
    const answer = await server.get(`${path()}/file?format=${format}`, { token });
    expect(answer.status).toBe(200);
    return answer;
  };

  it('leaves the house as JSON Lines, a step a line', async () => {
    const { body, headers } = await file('jsonl');
    const lines = String(body['text'])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Step);
    expect(lines).toStrictEqual(await steps(auditor));
    expect(headers.get('content-disposition')).toBe(`attachment; filename="history-topic-${topicId}.jsonl"`);
  });

  it('leaves the house as a table that no spreadsheet runs, a changed field a row', async () => {
    const rows = String((await file('csv')).body['text'])
      .trimEnd()
      .split('\r\n');
    const changes = (await steps(auditor)).reduce((sum, step) => sum + Math.max(1, step.changes.length), 0);
    expect(rows).toHaveLength(changes + 1);
    expect(rows[0]).toBe(
      'Ledger size,Recorded at,In force from,Step,Role,Accreditation,Acting for,Reason,Text of the reason,Procedure,Hash of the procedure,Field,Before,After',
    );
    const title = rows.find((row) => row.includes('content.title')) ?? '';
    const cell = /,"('=One law, five tribunals)"$/.exec(title)?.[1] ?? '';
    expect(csvCellText(cell)).toBe('=One law, five tribunals');
  });

  it('leaves the house as PROV, in which nothing is named that is not described', async () => {
    const { body } = await file('prov');
    const relations = ['wasGeneratedBy', 'wasDerivedFrom', 'used', 'wasAssociatedWith', 'actedOnBehalfOf', 'specializationOf'] as const;
    const described = new Set(['entity', 'activity', 'agent'].flatMap((kind) => Object.keys(body[kind] as object)));
    const all = await steps(auditor);
    expect(Object.keys(body['activity'] as object)).toHaveLength(all.length);
    for (const relation of relations)
      for (const [name, one] of Object.entries(body[relation] as Readonly<Record<string, Readonly<Record<string, string>>>>)) {
        expect(name).toMatch(/^_:[a-z]\d+$/);
        const named = Object.entries(one).flatMap(([role, value]) => (role === 'prov:time' ? [] : [value]));
        expect(named.filter((value) => !described.has(value))).toStrictEqual([]);
      }
    expect(Object.keys(body['wasDerivedFrom'] as object)).toHaveLength(all.length - 1);
    expect(JSON.stringify((await file('prov', own)).body)).not.toMatch(/"ada"|agent\/ada|agent\/ben/);
  });

  it('is there for every kind of object, and missing for what does not exist', async () => {
    for (const [object, id] of [
      ['member', 'KE'],
      ['call', 'RIC-2015-input'],
      ['ledger', 'main'],
    ] as const) {
      const { status } = await server.get(`/api/v1/history/${object}/${id}`, { token: auditor });
      if (object !== 'ledger') expect([object, status]).toStrictEqual([object, 200]);
    }
    for (const missing of ['topic/nothing', 'lunch/KE', 'person/KE', 'credential/x'])
      expect([missing, (await server.get(`/api/v1/history/${missing}`, { token: auditor })).status]).toStrictEqual([missing, 404]);
  });
});
