import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { totpCode } from '../../libs/identity/src/index.ts';
import { goodPassword, invite, signingInAt, type Invited } from '../support/account.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const minute = 60_000;

describe('signing in over HTTP', () => {
  let desk: Desk;
  let operator: string;
  let kenya: Invited;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    operator = await desk.tokenFor('operator');
    kenya = await invite(desk, operator, 'contact_point', 'KE', 'contact@kenya.example');
  });
  afterAll(() => desk.close());

  const { browser, setPassword, signIn, codeOf, newcomer } = signingInAt(() => ({ desk, operator }));

  it('begins with a link that serves once, and a password that is not easily guessed', async () => {
    const tries = async (link: string, password: string): Promise<string> => {
      const { status, body } = await setPassword(link, password);
      return `${status} ${String(body['code'])}`;
    };
    expect(await tries(kenya.link, 'short words')).toBe('422 password.too_short');
    expect(await tries(kenya.link, 'x'.repeat(129))).toBe('422 password.too_long');
    expect(await tries(kenya.link, 'Password1234!')).toBe('422 password.easily_guessed');
    expect(await tries(kenya.link, 'contact@kenya.example')).toBe('422 password.easily_guessed');
    expect(await tries(`${kenya.link.slice(0, -1)}A`, goodPassword)).toBe('403 account.link_not_valid');
    expect(await tries('nonsense', goodPassword)).toBe('403 account.link_not_valid');
    expect(await tries(kenya.link, goodPassword)).toBe('204 undefined');
    expect(await tries(kenya.link, 'another heron in the reeds')).toBe('403 account.link_not_valid');
  });

  it('says the same of an address that nobody has and of a wrong password', async () => {
    const told = async (email: string, password: string): Promise<unknown> => {
      const { status, body } = await browser().api('POST', '/sign-in', { email, password });
      return [status, body];
    };
    const wrong = await told(kenya.email, 'not the password at all');
    expect(wrong).toMatchObject([401, { code: 'entrance.refused' }]);
    expect(await told('nobody@kenya.example', goodPassword)).toStrictEqual(wrong);
  });

  it('gives a cookie that scripts and other sites do not get, and a session that acts', async () => {
    const client = browser();
    const { headers } = await client.api('POST', '/sign-in', { email: 'CONTACT@kenya.example', password: goodPassword });
    expect(headers.getSetCookie()).toStrictEqual([
      expect.stringMatching(/^rapporteur-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await client.api('GET', '/sign-in/session')).body).toMatchObject({ email: kenya.email, role: 'contact_point', member: 'KE' });
    const { status, body } = await client.api('POST', '/drafts', topicDraft('By a browser'));
    expect([status, body['code']]).toStrictEqual([201, undefined]);
    const { metadata } = (await Array.fromAsync(desk.application.env.store.readStream(`draft-${String(body['id'])}`)))[0] ?? {};
    expect(metadata).toMatchObject({ actor: kenya.accreditationId, actingFor: 'KE', grant: `accreditation-${kenya.accreditationId}@0` });
  });

  it('takes no command from another site, nor without the mark of the session', async () => {
    const client = await signIn(kenya.email);
    const tries = async (headers: Readonly<Record<string, string>>): Promise<string> => {
      const { status, body } = await client.api('POST', '/drafts', topicDraft('From elsewhere'), headers);
      return `${status} ${String(body['code'])}`;
    };
    expect(await tries({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).toBe('403 request.cross_site');
    expect(await tries({ 'sec-fetch-site': 'same-site' })).toBe('403 request.cross_site');
    expect(await tries({ origin: 'null' })).toBe('403 request.cross_site');
    expect(await tries({ 'x-form-mark': 'guessed' })).toBe('403 request.form_mark_wrong');
    expect(await tries({ 'x-form-mark': (await signIn(kenya.email)).mark })).toBe('403 request.form_mark_wrong');
    expect(await tries({})).toBe('201 undefined');
    const { status, body } = await browser().api(
      'POST',
      '/sign-in',
      { email: kenya.email, password: goodPassword },
      { origin: 'https://elsewhere.example' },
    );
    expect([status, body['code']]).toStrictEqual([403, 'request.cross_site']);
  });

  it('asks for the second factor once there is one, each code once', async () => {
    const holder = await newcomer();
    const client = await signIn(holder.email);
    const now = (): number => desk.application.env.entrance?.nowMs() ?? 0;
    const { uri, sealedSeed } = (await client.api('GET', '/sign-in/second-factor')).body as { uri: string; sealedSeed: string };
    const enrol = (code: string) => client.api('POST', `/accounts/${holder.accountId}/second-factor`, { sealedSeed, code });
    const first = totpCode(uri, now());
    expect((await enrol(first === '000000' ? '000001' : '000000')).body['code']).toBe('entrance.code_wrong');
    expect((await enrol(first)).status).toBe(201);

    const entering = browser();
    const entered = await entering.api('POST', '/sign-in', { email: holder.email, password: goodPassword });
    expect(entered.body['stage']).toBe('password');
    expect(await codeOf(entering)).toBe('401 session.second_factor_missing');
    const waiting = entering.copy();
    expect((await entering.api('POST', '/sign-in/code', { code: first })).body['code']).toBe('entrance.code_wrong');
    desk.application.waitMs(minute / 2);
    const second = totpCode(uri, now());
    expect((await entering.api('POST', '/sign-in/code', { code: second })).body['stage']).toBe('open');
    expect(await codeOf(entering)).toBe('signed in');
    // The token from before the code opens nothing, and the code served once.
    expect([await codeOf(waiting), (await waiting.api('POST', '/sign-in/code', { code: second })).status]).toStrictEqual([
      '401 session.ended',
      401,
    ]);

    const { body } = await desk.done(`/accounts/${holder.accountId}/reset`, { lostSecondFactor: true }, operator);
    expect((await setPassword(String(body['token']), 'another heron in the reeds')).status).toBe(204);
    await signIn(holder.email, 'another heron in the reeds');
  });

  it('makes somebody wait who guesses, and nobody else', async () => {
    const [guessed, other] = [await newcomer(), await newcomer()];
    for (let failed = 0; failed < 10; failed += 1)
      expect((await browser().api('POST', '/sign-in', { email: guessed.email, password: `wrong password ${failed}` })).status).toBe(401);
    const { status, headers, body } = await browser().api('POST', '/sign-in', { email: guessed.email, password: goodPassword });
    expect([status, body['code'], headers.get('retry-after')]).toStrictEqual([429, 'entrance.too_many_attempts', '900']);
    await signIn(other.email);
    desk.application.waitMs(15 * minute);
    await signIn(guessed.email);
  });

  it('is for no other account, address or host', async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const client = await signIn(one.email);
    const change = { currentPassword: goodPassword, password: 'another heron in the reeds' };
    expect((await client.api('POST', `/accounts/${other.accountId}/password`, change)).body['code']).toBe('account.not_found');
    expect((await client.api('POST', `/accounts/${other.accountId}/close`)).body['code']).toBe('authorisation.role_not_allowed');
    const person = { name: 'The other', title: null, organisation: null, email: one.email.toUpperCase(), telephone: null, language: 'en' };
    const { body } = await desk.done('/persons', person);
    await desk.refused('/accounts', { personId: String(body['id']) }, 409, 'account.address_taken', operator);
  });

  it('leaves no password, link, code or token in the record, and tells nobody a hash', async () => {
    const holder = await newcomer();
    await signIn(holder.email);
    const record = JSON.stringify(await Array.fromAsync(desk.application.env.store.readAll()), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [goodPassword, holder.link, kenya.link, 'another heron']) expect(record).not.toContain(secret);
    expect(record).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    const tried = await desk.post(`/accounts/${holder.accountId}/reset?dryRun=true`, { lostSecondFactor: false }, operator);
    expect(tried.body).toStrictEqual({ dryRun: true, events: [{ type: 'AccountInvited', data: {} }] });
  });
});
