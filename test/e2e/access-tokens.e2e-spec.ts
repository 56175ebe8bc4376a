import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodPassword, invite } from '../support/account.ts';
import { BrowserClient } from '../support/browser-client.ts';
import { openDesk, rows, type Desk } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const inMay = '2015-05-01T00:00:00.000Z';

describe('tokens that somebody makes for his own programs', () => {
  let desk: Desk;
  let kenya: string;
  let ghana: string;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    [kenya, ghana] = [await desk.tokenFor('delegate', 'KE'), await desk.tokenFor('delegate', 'GH')];
  });
  afterAll(() => desk.close());

  const make = async (more: object): Promise<string> => {
    const { body } = await desk.done('/access-tokens', { label: 'a script', expiresAt: inMay, ...more }, kenya);
    return String(body['token']);
  };
  const tries = async (path: string, body: unknown, token: string): Promise<unknown> => {
    const answer = await desk.post(path, body, token);
    return answer.status < 300 ? answer.status : answer.body['code'];
  };

  it('give the commands that they were made for and no other, not even on trial', async () => {
    const token = await make({ commands: ['SaveDraft'] });
    const saved = await desk.done('/drafts', topicDraft('By a script'), token);
    expect(await tries(`/drafts/${String(saved.body['id'])}/release`, null, token)).toBe('token.command_not_covered');
    expect(await tries('/drafts?dryRun=true', topicDraft('Tried'), token)).toBe(200);
    expect(await tries(`/drafts/${String(saved.body['id'])}/discard?dryRun=true`, null, token)).toBe('token.command_not_covered');
    expect(await tries('/access-tokens', { label: 'another', expiresAt: inMay, readsOnly: true }, token)).toBe('token.command_not_covered');
    const { metadata } = (await Array.fromAsync(desk.application.env.store.readStream(`draft-${String(saved.body['id'])}`)))[0] ?? {};
    expect(metadata).toMatchObject({ actingFor: 'KE', role: 'delegate' });
  });

  it('ask and give nothing when they were made for that', async () => {
    const token = await make({ readsOnly: true });
    expect((await desk.get('/drafts', token)).status).toBe(200);
    expect(await tries('/drafts', topicDraft('Tried'), token)).toBe('token.reads_only');
  });

  it('say what they are for, end within a year, and never reach how somebody signs in', async () => {
    const asked = (more: object) => ({ label: 'a script', expiresAt: inMay, ...more });
    await desk.refused('/access-tokens', asked({}), 422, 'credential.scope_missing', kenya);
    await desk.refused('/access-tokens', asked({ expiresAt: null, readsOnly: true }), 400, 'input.invalid', kenya);
    await desk.refused(
      '/access-tokens',
      asked({ expiresAt: '2016-02-12T12:00:00.000Z', readsOnly: true }),
      422,
      'credential.expiry_too_late',
      kenya,
    );
    for (const command of ['IssueOwnAccessToken', 'SetAccountPassword', 'DelegateAuthority'])
      await desk.refused('/access-tokens', asked({ commands: [command] }), 422, 'credential.never_by_token', kenya);
  });

  it('end when they were said to', async () => {
    const token = await make({ readsOnly: true, expiresAt: '2015-02-10T13:00:00.000Z' });
    expect((await desk.get('/drafts', token)).status).toBe(200);
    desk.application.moveTo('2015-02-10T13:00:00.000Z');
    expect((await desk.get('/drafts', token)).body['code']).toBe('token.expired');
  });

  it('are listed for their holder without the secret, and taken back by nobody else', async () => {
    const token = await make({ readsOnly: true, label: 'to be taken back' });
    const credentialId = token.slice(4, 36);
    const listed = rows(await desk.get('/access-tokens', kenya));
    expect(listed.find((row) => row['credentialId'] === credentialId)).toStrictEqual({
      credentialId,
      label: 'to be taken back',
      issuedAt: '2015-02-10T13:00:00.000Z',
      expiresAt: inMay,
      readsOnly: true,
      commands: null,
    });
    expect(JSON.stringify(listed)).not.toContain(token.slice(37));
    expect(rows(await desk.get('/access-tokens', ghana)).map((row) => row['credentialId'])).not.toContain(credentialId);
    expect(rows(await desk.get('/access-tokens', null))).toStrictEqual([]);
    await desk.refused(`/access-tokens/${credentialId}/revoke`, null, 404, 'credential.not_issued', ghana);
    await desk.done(`/access-tokens/${credentialId}/revoke`, null, kenya);
    expect((await desk.post(`/access-tokens/${credentialId}/revoke`, null, kenya)).status).toBe(200);
    expect((await desk.get('/drafts', token)).body['code']).toBe('token.revoked');
    expect(rows(await desk.get('/access-tokens', kenya)).map((row) => row['credentialId'])).not.toContain(credentialId);
  });

  it('are made and taken back on the page of one’s account, and shown there once', async () => {
    const holder = await invite(desk, await desk.tokenFor('operator'), 'delegate', 'GH', 'delegate@ghana.example');
    const client = new BrowserClient(desk.url);
    await client.api('POST', '/sign-in/link', { link: holder.link, password: goodPassword });
    await client.api('POST', '/sign-in', { email: holder.email, password: goodPassword });
    const page = async (path: string, fields?: Readonly<Record<string, string>>): Promise<string> => {
      const before = await (await client.send('GET', '/en/account')).text();
      const mark = /name="mark" value="([^"]*)"/.exec(before)?.[1] ?? '';
      const body = fields === undefined ? undefined : new URLSearchParams({ mark, ...fields });
      return fields === undefined ? before : (await client.send('POST', path, body)).text();
    };
    const made = await page('/en/account/tokens', { label: 'My script', days: '30', commands: 'SaveDraft, DiscardDraft' });
    const token = /<code>(rap_[A-Za-z0-9_-]+)<\/code>/.exec(made)?.[1] ?? '';
    expect([made.includes('My script'), made.includes('SaveDraft, DiscardDraft')]).toStrictEqual([true, true]);
    expect(await tries('/drafts', topicDraft('By my script'), token)).toBe(201);
    const again = await page('/en/account');
    expect([again.includes('My script'), again.includes(token)]).toStrictEqual([true, false]);
    await page('/en/account/tokens/revoke', { credentialId: token.slice(4, 36) });
    expect(await tries('/drafts', topicDraft('Too late'), token)).toBe('token.revoked');
    expect(await page('/en/account/tokens', { label: 'Too long', days: '400', commands: '' })).toContain('A token of one’s own expires by');
  });
});
