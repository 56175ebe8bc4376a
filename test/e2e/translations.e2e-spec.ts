import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWithHistory } from '../support/history.ts';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

describe('translations over HTTP', () => {
  let desk: Desk;
  let kenya: string;
  let france: string;
  let reviser: string;
  let second: string;
  let translator: string;
  let translatorId: string;
  const released = async (title: string): Promise<string> => {
    const drafted = await desk.done('/drafts', topicDraft(title), kenya);
    return String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, kenya)).body['id']);
  };
  const asked = async (id: string, field = 'title'): Promise<string> =>
    String((await desk.done('/translations', { object: 'topic', id, field })).body['id']);
  const of = async (id: string, token?: string | null): Promise<readonly Row[]> =>
    rows(await desk.get(`/translations?object=topic&id=${id}`, token));
  const queue = async (waitsFor: string, token?: string | null): Promise<readonly unknown[]> =>
    rows(await desk.get(`/translations/queue?waitsFor=${waitsFor}`, token)).map(({ translationId }) => translationId);
  const sourceOf = async (id: string): Promise<unknown> => (await of(id))[0]?.['sourceHash'];

  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootWithHistory);
    kenya = await desk.tokenFor('delegate', 'KE');
    france = await desk.tokenFor('delegate', 'FR');
    reviser = await desk.tokenFor('reviser');
    second = await desk.tokenFor('reviser');
    const operator = await desk.tokenFor('operator');
    const grant = { role: 'reviser', member: null, validFrom: null, validUntil: null, language: 'fr' };
    translatorId = String((await desk.done('/accreditations', grant, operator)).body['id']);
    const issued = await desk.done(`/accreditations/${translatorId}/tokens`, { label: 'translator', expiresAt: null }, operator);
    translator = String(issued.body['token']);
  });
  afterAll(() => desk.close());

  it('go from request to certificate, with a status at each step', async () => {
    const id = await released('One law, five tribunals');
    const translationId = await asked(id);
    const path = `/translations/${translationId}`;
    const status = async (): Promise<unknown> => (await of(id))[0]?.['status'];
    expect([await status(), await queue('translator')]).toStrictEqual(['requested', [translationId]]);
    await desk.done(`${path}/assign`, { translator: translatorId, dueAt: '2015-02-20T16:00:00.000Z' });
    expect((await of(id))[0]).toMatchObject({ status: 'assigned', translator: translatorId, dueAt: '2015-02-20T16:00:00.000Z', to: 'fr' });
    const sourceHash = await sourceOf(id);
    const words = { text: 'Une loi, cinq tribunaux', sourceHash };
    await desk.refused(`${path}/deliver`, words, 409, 'translation.assigned_to_another');
    await desk.done(`${path}/deliver`, words, translator);
    expect([await status(), await queue('translator'), await queue('reviser')]).toStrictEqual(['translated', [], [translationId]]);
    await desk.refused(`${path}/revise`, { edition: 1, text: null }, 403, 'translation.translator_cannot_revise', translator);
    await desk.done(`${path}/return`, { edition: 1, reason: 'Law is droit here.' }, reviser);
    expect((await of(id))[0]).toMatchObject({ status: 'returned', returnedReason: 'Law is droit here.' });
    expect(await queue('translator')).toStrictEqual([translationId]);
    await desk.done(`${path}/deliver`, { ...words, text: 'Un droit, cinq tribunaux' }, translator);
    await desk.done(`${path}/revise`, { edition: 2, text: 'Un seul droit, cinq tribunaux' }, reviser);
    expect([await status(), await queue('reviser')]).toStrictEqual(['revised', [translationId]]);
    await desk.refused(`${path}/certify`, { edition: 3 }, 403, 'translation.translator_cannot_certify', reviser);
    await desk.refused(`${path}/certify`, { edition: 2 }, 412, 'translation.edition_differs', second);
    await desk.done(`${path}/certify`, { edition: 3 }, second);
    expect((await of(id))[0]).toMatchObject({
      status: 'certified',
      stale: false,
      edition: 3,
      content: { kind: 'text', text: 'Un seul droit, cinq tribunaux' },
    });
    expect(await queue('reviser')).toStrictEqual([]);
  });

  it('still wanted hold up no triage (UJ-03)', async () => {
    const id = await released('Triage goes on');
    await asked(id);
    await desk.done(`/topics/${id}/acknowledge`, null);
    await desk.done(`/topics/${id}/start-triage`, null);
    await desk.done(`/topics/${id}/classify`, { primaryTheme: 'DISPUTES', secondaryThemes: [] });
    const reason = { code: 'merit', text: { en: 'Of interest to several regions.' } };
    await desk.done(`/topics/${id}/recommend`, { recommendation: 'accept', reason });
    expect((await of(id))[0]).toMatchObject({ status: 'requested' });
  });

  it('go stale when their text is amended, by themselves, and are delivered anew', async () => {
    const id = await released('Before');
    const translationId = await asked(id);
    const before = await sourceOf(id);
    await desk.done(`/translations/${translationId}/deliver`, { text: 'Avant', sourceHash: before });
    await desk.done(`/translations/${translationId}/certify`, { edition: 1 }, second);
    const then = desk.application.env.projections.standing().n;
    await desk.done(`/topics/${id}/amend`, { content: topicDraft('After').content }, kenya);
    expect((await of(id))[0]).toMatchObject({ status: 'certified', stale: true });
    expect(await queue('translator')).toContain(translationId);
    await desk.refused(`/translations/${translationId}/deliver`, { text: 'Après', sourceHash: before }, 412, 'translation.source_changed');
    await desk.done(`/translations/${translationId}/source`, null);
    await desk.done(`/translations/${translationId}/deliver`, { text: 'Après', sourceHash: await sourceOf(id) });
    expect((await of(id))[0]).toMatchObject({ status: 'translated', stale: false, edition: 2 });
    await desk.application.ask('sessions', {});
    const past = rows(await desk.get(`/translations?object=topic&id=${id}&asOf=${then}`));
    expect(past).toMatchObject([{ status: 'certified', stale: false, edition: 1 }]);
  });

  it('show a Member what it may know, and others nothing', async () => {
    const id = await released('Whose eyes');
    const translationId = await asked(id);
    await desk.done(`/translations/${translationId}/assign`, { translator: translatorId, dueAt: null });
    expect((await of(id, kenya))[0]).toMatchObject({ status: 'requested', translator: null, content: null, revision: null });
    await desk.done(`/translations/${translationId}/deliver`, { text: 'Les yeux', sourceHash: await sourceOf(id) }, translator);
    await desk.done(`/translations/${translationId}/revise`, { edition: 1, text: null }, reviser);
    expect((await of(id, kenya))[0]).toMatchObject({ status: 'translated', content: null, edition: null });
    await desk.done(`/translations/${translationId}/certify`, { edition: 1 }, second);
    expect((await of(id, kenya))[0]).toMatchObject({ status: 'certified', content: { text: 'Les yeux' }, edition: 1 });
    for (const token of [france, null]) expect(await of(id, token)).toStrictEqual([]);
    for (const token of [kenya, null]) expect(await queue('reviser', token)).toStrictEqual([]);
  });

  it('are asked for by the Member whose text it is, and by nobody for a text that is not there', async () => {
    const id = await released('Its own');
    const wanted = { object: 'topic', id, field: 'text' };
    const mine = await desk.done('/translations', wanted, kenya);
    expect((await desk.post('/translations', wanted)).body['id']).toBe(mine.body['id']);
    expect((await desk.post('/translations', wanted)).status).toBe(200);
    await desk.refused('/translations', wanted, 404, 'translation.no_such_text', france);
    await desk.refused('/translations', { ...wanted, id: 'nobody' }, 404, 'translation.no_such_text');
    await desk.refused('/translations', { ...wanted, field: 'colour' }, 400, 'input.invalid');
    await desk.refused('/translations/nobody/certify', { edition: 1 }, 404, 'translation.not_requested', second);
    await desk.refused(
      `/translations/${String(mine.body['id'])}/assign`,
      { translator: 'nobody', dueAt: null },
      404,
      'accreditation.not_granted',
    );
    await desk.refused(`/translations/${String(mine.body['id'])}/certify`, { edition: 1 }, 403, 'authorisation.role_not_allowed', kenya);
    expect((await desk.get('/translations?object=topic')).body['code']).toBe('query.bad_value');
    expect((await desk.get('/translations/queue?waitsFor=nobody')).body['code']).toBe('query.bad_value');
  });
});
