import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';
import { bootWithHistory } from '../support/history.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const because = (code: string) => ({ reason: { code, text: { en: `Because of ${code}.` } } });

describe('batches of decisions over HTTP', () => {
  let desk: Desk;
  let kenya: string;
  let ghana: string;
  let approver: string;
  let topics: readonly string[];
  const decided = async (member: string): Promise<string> => {
    const drafted = await desk.done('/drafts', topicDraft(`Of ${member === kenya ? 'Kenya' : 'Ghana'}`), member);
    const id = String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, member)).body['id']);
    await desk.done(`/topics/${id}/acknowledge`, null);
    await desk.done(`/topics/${id}/classify`, { primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await desk.done(`/topics/${id}/recommend`, { recommendation: 'accept', ...because('merit') });
    await desk.done(`/topics/${id}/accept`, because('merit'), approver);
    return id;
  };
  const listed = async (token?: string | null, more = ''): Promise<readonly Row[]> => rows(await desk.get(`/releases${more}`, token));
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootWithHistory);
    [kenya, ghana, approver] = [
      await desk.tokenFor('delegate', 'KE'),
      await desk.tokenFor('delegate', 'GH'),
      await desk.tokenFor('approver'),
    ];
    topics = [await decided(kenya), await decided(ghana)];
  });
  afterAll(() => desk.close());

  it('are listed for the Secretariat at once, and tell each Member its own when they are released, and nobody else anything', async () => {
    const [first = '', second = ''] = topics;
    const items = [
      { category: 'topic', id: first },
      { category: 'topic', id: second },
    ];
    const title = { en: 'First batch', fr: 'Premier lot' };
    const releaseId = String((await desk.done('/releases', { title, items })).body['id']);
    expect(await listed()).toMatchObject([{ releaseId, status: 'prepared', title, releasedAt: null }]);
    for (const token of [kenya, ghana, null]) expect(await listed(token)).toStrictEqual([]);
    const before = desk.application.env.projections.standing().n;
    await desk.done(`/releases/${releaseId}/issue`, null, approver);
    const [told] = await listed();
    expect(told).toMatchObject({ status: 'released', releasedAt: '2015-02-10T12:00:00.000Z' });
    expect((told?.['items'] as readonly Row[]).map(({ id }) => id).sort()).toStrictEqual([...topics].sort());
    const ofKenya = await listed(kenya);
    expect(ofKenya).toMatchObject([
      { releaseId, title: null, items: [{ id: first, outcome: 'accepted', revision: null }], preparedBy: null, revision: null },
    ]);
    expect(await listed(ghana)).toMatchObject([{ releaseId, items: [{ id: second }] }]);
    expect(await listed(null)).toStrictEqual([]);
    expect(await listed(kenya, `?asOf=${before}`)).toStrictEqual([]);
    expect(await listed(desk.officer, `?asOf=${before}`)).toMatchObject([{ status: 'prepared' }]);
  });

  it('that are given up are told to the Secretariat alone', async () => {
    const id = await decided(kenya);
    const prepared = await desk.done('/releases', { title: { en: 'Second', fr: 'Deuxième' }, items: [{ category: 'topic', id }] });
    await desk.done(`/releases/${String(prepared.body['id'])}/discard`, because('mistake'));
    expect((await listed()).map(({ status }) => status).sort()).toStrictEqual(['discarded', 'released']);
    expect((await listed(kenya)).length).toBe(1);
  });
});
