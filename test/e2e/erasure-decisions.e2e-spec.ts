import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, rows, type Desk } from '../support/desk.ts';
import { pdf } from '../support/files.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';
import { named, sendForm } from '../support/uploads.ts';

describe('the decision to erase, over HTTP', () => {
  let desk: Desk;
  let guard: string;
  let second: string;
  let delegate: string;
  let topicId: string;
  let personId: string;
  const details = { name: 'A registrar', title: null, organisation: null, email: null, telephone: null, language: 'fr' };
  const wish = (object: string, id: string) => ({ object, id, basis: 'unlawful', reason: 'Named without ground.' });

  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    [guard, second] = [await desk.tokenFor('data_protection'), await desk.tokenFor('data_protection', null)];
    delegate = await desk.tokenFor('delegate', 'KE');
    const draft = await desk.done('/drafts', topicDraft(), await desk.tokenFor('drafter', 'KE'));
    topicId = String((await desk.done(`/drafts/${String(draft.body['id'])}/release`, null, delegate)).body['id']);
    personId = String((await desk.done('/persons', details)).body['id']);
  });
  afterAll(() => desk.close());

  it('is asked for by the Secretariat about what is on record, with a reason, and by nobody else', async () => {
    for (const token of [delegate, await desk.tokenFor('approver'), await desk.tokenFor('auditor')])
      await desk.refused('/erasures', wish('topic', topicId), 403, 'authorisation.role_not_allowed', token);
    for (const [object, id] of [
      ['topic', 'none'],
      ['practice', topicId],
      ['person', topicId],
    ] as const)
      await desk.refused('/erasures', wish(object, id), 404, 'erasure.no_such_subject', guard);
    await desk.refused('/erasures', { ...wish('topic', topicId), reason: '' }, 400, 'input.invalid', guard);
    await desk.refused('/erasures', { ...wish('topic', topicId), object: 'agenda' }, 400, 'input.invalid', guard);
  });

  it('is confirmed or refused by a second person of the data-protection role, once', async () => {
    const asked = String((await desk.done('/erasures', wish('topic', topicId), guard)).body['id']);
    await desk.refused(`/erasures/${asked}/approve`, null, 403, 'authorisation.role_not_allowed');
    await desk.refused(`/erasures/${asked}/approve`, null, 403, 'erasure.requester_cannot_approve', guard);
    await desk.refused('/erasures/none/approve', null, 404, 'erasure.not_found', second);
    await desk.done(`/erasures/${asked}/refuse`, { reason: 'It is lawful.' }, second);
    await desk.refused(`/erasures/${asked}/approve`, null, 409, 'erasure.refused', second);
    expect((await desk.get(`/erasures/${asked}`)).body).toMatchObject({ status: 'refused', refusal: 'It is lawful.', contents: [] });
    const again = String((await desk.done('/erasures', wish('topic', topicId), guard)).body['id']);
    await desk.done(`/erasures/${again}/approve`, null, second);
    await desk.refused(`/erasures/${again}/refuse`, { reason: 'Too late.' }, 409, 'erasure.already_approved', second);
  });

  it('takes files away at once, hash and all else staying on record', async () => {
    const fields = { object: 'topic', id: topicId, forMember: '' };
    const sent = await sendForm(`${desk.url}/api/v1/attachments`, delegate, fields, [named(pdf, 'names.pdf')]);
    const attachmentId = String(sent.body['id']);
    const asked = String((await desk.done('/erasures', wish('topic', topicId), guard)).body['id']);
    expect((await desk.get(`/attachments/${attachmentId}/content`)).status).toBe(200);
    await desk.done(`/erasures/${asked}/approve`, null, second);
    expect((await desk.get(`/attachments/${attachmentId}/content`)).status).not.toBe(200);
    const { editions } = (await desk.get(`/attachments/${attachmentId}`)).body as { editions: readonly Record<string, unknown>[] };
    expect(editions).toMatchObject([{ name: 'names.pdf', bytesDeletedAt: '2015-02-10T12:00:00.000Z' }]);
  });

  it('makes the directory forget a person at once, and for good', async () => {
    const asked = String((await desk.done('/erasures', { ...wish('person', personId), basis: 'asked_by_the_person' })).body['id']);
    expect((await desk.get(`/persons/${personId}`)).status).toBe(200);
    await desk.done(`/erasures/${asked}/approve`, null, second);
    expect([(await desk.get(`/persons/${personId}`)).status, rows(await desk.get('/persons')).length]).toStrictEqual([404, 0]);
    await desk.refused(`/persons/${personId}/details`, details, 404, 'person.erased');
    expect(rows(await desk.get('/erasures'))).toHaveLength(4);
  });

  it('is no business of Members and the public', async () => {
    const [listed] = rows(await desk.get('/erasures'));
    for (const token of [delegate, null]) {
      expect(rows(await desk.get('/erasures', token))).toStrictEqual([]);
      expect((await desk.get(`/erasures/${String(listed?.['erasureId'])}`, token)).status).toBe(404);
    }
  });
});
