import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';
import { bootWithHistory } from '../support/history.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const language = 'en';
const reasonCode = 'left_office';

describe('accreditations over HTTP', () => {
  let desk: Desk;
  let operator: string;
  let kenya: string;
  let ghana: string;
  const tokenOf = async (accreditationId: string): Promise<string> =>
    String((await desk.done(`/accreditations/${accreditationId}/tokens`, { label: 'test', expiresAt: null }, operator)).body['token']);
  const listed = async (accreditationId: string, token?: string): Promise<Row | undefined> =>
    rows(await desk.get('/accreditations', token)).find((row) => row['accreditationId'] === accreditationId);
  const tries = async (token: string): Promise<unknown> => {
    const { status, body } = await desk.post('/drafts', topicDraft('Tried'), token);
    return status === 201 ? 'recorded' : body['code'];
  };
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootWithHistory);
    operator = await desk.tokenFor('operator');
    kenya = await desk.tokenFor('contact_point', 'KE');
    ghana = await desk.tokenFor('contact_point', 'GH');
  });
  afterAll(() => desk.close());

  it('are proposed by the Member, given by the Secretariat, suspended, given back and ended', async () => {
    const proposed = await desk.done(
      '/accreditations/nominations',
      { role: 'delegate', validFrom: null, validUntil: null, language },
      kenya,
    );
    const id = String(proposed.body['id']);
    expect((await listed(id))?.['status']).toBe('nominated');
    const label = { label: 'test', expiresAt: null };
    await desk.refused(`/accreditations/${id}/tokens`, label, 401, 'accreditation.not_yet_accredited', operator);
    await desk.refused(`/accreditations/${id}/suspend`, { reasonCode }, 409, 'accreditation.wrong_stage', operator);
    await desk.done(`/accreditations/${id}/accredit`, null);
    const token = await tokenOf(id);
    expect([(await listed(id))?.['status'], await tries(token)]).toStrictEqual(['accredited', 'recorded']);
    const then = desk.application.env.projections.standing().n;
    await desk.done(`/accreditations/${id}/suspend`, { reasonCode }, operator);
    expect([(await listed(id))?.['status'], await tries(token)]).toStrictEqual(['suspended', 'accreditation.suspended']);
    await desk.done(`/accreditations/${id}/reinstate`, null, operator);
    expect(await tries(token)).toBe('recorded');
    await desk.done(`/accreditations/${id}/end`, { reasonCode }, operator);
    expect([(await listed(id))?.['status'], await tries(token)]).toStrictEqual(['ended', 'accreditation.ended']);
    const past = rows(await desk.get(`/accreditations?asOf=${then}`)).find((row) => row['accreditationId'] === id);
    expect(past).toMatchObject({ status: 'accredited', endedAt: null });
  });

  it('lend their right to tokens, each of which is made worthless by itself', async () => {
    const grant = { role: 'delegate', member: 'KE', validFrom: null, validUntil: null, language };
    const id = String((await desk.done('/accreditations', grant, operator)).body['id']);
    const [first, second] = [await tokenOf(id), await tokenOf(id)];
    await desk.done(`/accreditations/tokens/${first.slice(4, 36)}/revoke`, null, operator);
    expect([await tries(first), await tries(second)]).toStrictEqual(['token.revoked', 'recorded']);
    await desk.refused('/accreditations/tokens/nothing/revoke', null, 404, 'credential.not_issued', operator);
    await desk.refused(`/accreditations/tokens/${second.slice(4, 36)}/revoke`, null, 403, 'authorisation.role_not_allowed', kenya);
  });

  it('lend a token that asks and gives no command, not even on trial', async () => {
    const grant = { role: 'delegate', member: 'KE', validFrom: null, validUntil: null, language };
    const id = String((await desk.done('/accreditations', grant, operator)).body['id']);
    const asking = { label: 'a dashboard', expiresAt: null, readsOnly: true };
    const token = String((await desk.done(`/accreditations/${id}/tokens`, asking, operator)).body['token']);
    expect((await desk.get('/drafts', token)).status).toBe(200);
    await desk.refused('/drafts', topicDraft('Tried'), 403, 'token.reads_only', token);
    await desk.refused('/drafts?dryRun=true', topicDraft('Tried'), 403, 'token.reads_only', token);
    await desk.refused('/attachments', {}, 403, 'token.reads_only', token);
  });

  it('are declined with a code, and never proposed for another Member or role', async () => {
    const nomination = { role: 'alternate', validFrom: null, validUntil: null, language };
    const id = String((await desk.done('/accreditations/nominations', nomination, kenya)).body['id']);
    await desk.done(`/accreditations/${id}/decline`, { reasonCode: 'incomplete' });
    expect((await desk.post(`/accreditations/${id}/decline`, { reasonCode: 'incomplete' })).status).toBe(200);
    expect(await listed(id)).toMatchObject({ status: 'declined', role: 'alternate', member: 'KE' });
    await desk.refused(`/accreditations/${id}/accredit`, null, 409, 'accreditation.wrong_stage');
    await desk.refused('/accreditations/nominations', { ...nomination, role: 'contact_point' }, 400, 'input.invalid', kenya);
    await desk.refused('/accreditations/nominations', nomination, 403, 'authorisation.role_not_allowed');
    await desk.refused('/accreditations/nobody/accredit', null, 404, 'accreditation.not_granted');
  });

  it('are lent for a time within the own right, fall with it, and are taken back', async () => {
    const until = '2015-06-30T22:00:00.000Z';
    const grant = { role: 'delegate', member: 'KE', validFrom: null, validUntil: until, language };
    const head = String((await desk.done('/accreditations', grant, operator)).body['id']);
    const lender = await tokenOf(head);
    const loan = { role: 'alternate', validFrom: null, validUntil: '2015-03-01T00:00:00.000Z', language };
    const lent = String((await desk.done('/accreditations/delegations', loan, lender)).body['id']);
    const token = await tokenOf(lent);
    expect([await listed(lent), await tries(token)]).toMatchObject([{ delegatedBy: head, status: 'accredited', member: 'KE' }, 'recorded']);
    await desk.refused(
      '/accreditations/delegations',
      { ...loan, validUntil: '2015-06-30T22:00:00.001Z' },
      422,
      'accreditation.beyond_delegator',
      lender,
    );
    await desk.refused('/accreditations/delegations', loan, 403, 'authorisation.role_not_allowed', token);
    await desk.done(`/accreditations/${head}/suspend`, { reasonCode }, operator);
    expect(await tries(token)).toBe('accreditation.lender_not_valid');
    await desk.done(`/accreditations/${head}/reinstate`, null, operator);
    expect(await tries(token)).toBe('recorded');
    await desk.refused(`/accreditations/${lent}/recall`, { reasonCode }, 404, 'accreditation.not_granted', ghana);
    await desk.refused(`/accreditations/${head}/recall`, { reasonCode }, 409, 'accreditation.not_lent', kenya);
    await desk.done(`/accreditations/${lent}/recall`, { reasonCode }, kenya);
    expect(await tries(token)).toBe('accreditation.ended');
    desk.application.moveTo('2015-03-01T00:00:00.000Z');
    const again = String(
      (await desk.done('/accreditations/delegations', { ...loan, validUntil: '2015-04-01T00:00:00.000Z' }, lender)).body['id'],
    );
    const late = await tokenOf(again);
    desk.application.moveTo('2015-03-31T23:59:59.999Z');
    expect(await tries(late)).not.toBe('accreditation.expired');
    desk.application.moveTo('2015-04-01T00:00:00.000Z');
    expect(await tries(late)).toBe('accreditation.expired');
    desk.application.moveTo('2015-02-10T12:00:00.000Z');
  });

  it('reach only as far as their scope, what they lend with them', async () => {
    const drafted = await desk.done('/drafts', topicDraft('Scoped'), await desk.tokenFor('drafter', 'KE'));
    const topic = String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, kenya)).body['id']);
    const grant = { role: 'officer', member: null, validFrom: null, validUntil: null, language };
    const id = String((await desk.done('/accreditations', grant, operator)).body['id']);
    const officer = await tokenOf(id);
    const scope = { bodies: [], sessions: [], themes: ['ORIGIN'] };
    await desk.done(`/accreditations/${id}/scope`, scope, operator);
    expect((await listed(id))?.['scope']).toStrictEqual(scope);
    await desk.refused(`/topics/${topic}/acknowledge`, null, 403, 'authorisation.out_of_scope', officer);
    // What the procedure itself does to an instance reaches no further.
    const moved = { to: 'acknowledged', reason: { code: 'mistake', text: { en: 'By mistake.' } } };
    await desk.refused(`/instances/topic/${topic}/stage`, moved, 403, 'authorisation.out_of_scope', officer);
    await desk.done(`/accreditations/${id}/scope`, { ...scope, themes: ['ORIGIN', 'DISPUTES'] }, operator);
    await desk.done(`/topics/${topic}/acknowledge`, null, officer);
    const head = { role: 'delegate', member: 'KE', validFrom: null, validUntil: '2015-12-31T00:00:00.000Z', language };
    const headId = String((await desk.done('/accreditations', head, operator)).body['id']);
    const loan = { role: 'alternate', validFrom: null, validUntil: '2015-06-01T00:00:00.000Z', language };
    const lent = String((await desk.done('/accreditations/delegations', loan, await tokenOf(headId))).body['id']);
    await desk.done(`/accreditations/${headId}/scope`, scope, operator);
    const content = { content: topicDraft('Scoped anew').content };
    await desk.refused(`/topics/${topic}/amend`, content, 403, 'authorisation.out_of_scope', await tokenOf(lent));
    await desk.done(`/topics/${topic}/amend`, content, kenya);
    await desk.done(`/accreditations/${id}/scope`, { ...scope, themes: [], sessions: ['PTC-209-210'] }, operator);
    await desk.refused('/sessions/PTC-207-208/open', null, 403, 'authorisation.out_of_scope', officer);
  });

  it('are known to their own Member, with who holds them, and to no other', async () => {
    const id = String(
      (await desk.done('/accreditations', { role: 'delegate', member: 'KE', validFrom: null, validUntil: null, language }, operator)).body[
        'id'
      ],
    );
    const details = {
      name: 'The delegate of Kenya',
      title: 'Head of delegation',
      organisation: null,
      email: 'delegate@customs.example',
      telephone: null,
      language,
    };
    const personId = String((await desk.done('/persons', details)).body['id']);
    await desk.done(`/persons/${personId}/accreditations`, { accreditationId: id });
    expect(await listed(id, kenya)).toMatchObject({ holder: { personId, name: 'The delegate of Kenya' } });
    expect(await listed(id, ghana)).toBeUndefined();
    expect(rows(await desk.get('/accreditations', null))).toStrictEqual([]);
    expect((await desk.get(`/persons/${personId}`, kenya)).body).toMatchObject({ ...details, accreditationIds: [id] });
    expect((await desk.get(`/persons/${personId}`, ghana)).status).toBe(404);
    expect(rows(await desk.get('/persons', null))).toStrictEqual([]);
    const etag = (await desk.get(`/persons/${personId}`)).headers.get('etag');
    expect(etag).toBe('"1"');
    await desk.done(`/persons/${personId}/details`, { ...details, title: 'Director' });
    expect((await desk.get(`/persons/${personId}`)).body['title']).toBe('Director');
    expect((await desk.post(`/persons/${personId}/details`, { ...details, title: 'Director' })).status).toBe(200);
  });

  it('say nothing of persons in the past, in the history, or in any read model but their own', async () => {
    const personId = String(rows(await desk.get('/persons'))[0]?.['personId']);
    expect((await desk.get(`/persons/${personId}?asOf=1`)).body['code']).toBe('asof.not_available');
    const { read } = desk.application.env;
    const tables = read.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'");
    const all = tables.map(({ name }) => JSON.stringify(read.all(`SELECT * FROM "${name}"`))).join('\n');
    expect(all).toContain('KE');
    expect(all).not.toContain('customs.example');
    expect(all).not.toContain('Head of delegation');
  });

  it('refuse persons without a name, with an address no mail reaches, and what nobody knows', async () => {
    const details = { name: 'Somebody', title: null, organisation: null, email: null, telephone: null, language };
    await desk.refused('/persons', { ...details, name: ' ' }, 422, 'person.name_missing');
    await desk.refused('/persons', { ...details, email: 'nowhere' }, 422, 'person.email_malformed');
    await desk.refused('/persons/nobody/details', details, 404, 'person.not_found');
    await desk.refused('/persons', details, 403, 'authorisation.role_not_allowed', kenya);
    const personId = String((await desk.done('/persons', details)).body['id']);
    await desk.refused(`/persons/${personId}/accreditations`, { accreditationId: 'nobody' }, 404, 'accreditation.not_granted');
  });
});
