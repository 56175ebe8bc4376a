import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkHash, totpCode } from '../../libs/identity/src/index.ts';
import { goodPassword, invite, type Invited } from '../support/account.ts';
import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { BrowserClient } from '../support/browser-client.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall } from '../support/opened.ts';

const setUpLink = 'the-link-that-the-start-printed-and-nobody-else';

/** An application whose start has offered a link to the first account. */
const bootOffering = (at: string): TestApplication => {
  const application = bootApplication(at);
  const { entrance } = application.env;
  if (entrance === undefined) throw new Error('nobody signs in here');
  const setUp = { linkSha256: linkHash(setUpLink), caller: callerAs('operator', null, 'setup') };
  return { ...application, env: { ...application.env, entrance: { ...entrance, setUp } } };
};

describe('signing in on the pages', () => {
  let desk: Desk;
  let kenya: Invited;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootOffering);
  });
  afterAll(() => desk.close());

  const browser = (): BrowserClient => new BrowserClient(desk.url);
  interface Page {
    readonly status: number;
    readonly html: string;
    readonly headers: Headers;
  }
  const open = async (client: BrowserClient, path: string): Promise<Page> => {
    const response = await client.send('GET', path);
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const hidden = ({ html }: Page, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const send = async (
    client: BrowserClient,
    path: string,
    fields: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Page> => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...more };
    const response = await client.send('POST', path, new URLSearchParams(fields).toString(), headers);
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  /** Fills in the form of a page as a reader would. */
  const fill = async (client: BrowserClient, page: string, fields: Readonly<Record<string, string>>, action = page): Promise<Page> =>
    send(client, action, { mark: hidden(await open(client, page), 'mark'), ...fields });
  const leadsTo = ({ status, headers }: Page): string => `${status} ${String(headers.get('location'))}`;
  const says = ({ html }: Page): string => /role="alert"><p>([^<]*)/.exec(html)?.[1] ?? 'nothing';

  it('makes the first account with the link of the start, once, and its holder runs the service', async () => {
    const client = browser();
    const first = { name: 'The first', email: 'first@secretariat.example', password: goodPassword };
    expect((await open(client, '/en/set-up/another-link')).status).toBe(404);
    const weak = await fill(client, `/en/set-up/${setUpLink}`, { ...first, password: 'secretariat 1' });
    expect([weak.status, says(weak)]).toStrictEqual([422, expect.stringContaining('easily guessed')]);
    expect(hidden(weak, 'email')).toBe('');
    expect(weak.html).toContain('value="first@secretariat.example"');
    expect(weak.html).not.toContain('secretariat 1');
    expect(leadsTo(await fill(client, `/en/set-up/${setUpLink}`, first))).toBe('303 /en/sign-in');
    expect((await open(client, `/en/set-up/${setUpLink}`)).status).toBe(404);
    expect(leadsTo(await fill(client, '/en/sign-in', first))).toBe('303 /en');
    expect((await open(client, '/en')).html).toContain('<a href="/en/account">operator</a>');
    kenya = await invite(desk, await desk.tokenFor('operator'), 'contact_point', 'KE', 'contact@kenya.example');
  });

  it('takes an invitation, and shows who is signed in, in both languages, kept nowhere', async () => {
    const client = browser();
    expect((await open(client, '/fr')).html).toContain('<a href="/fr/sign-in">Se connecter</a>');
    expect(leadsTo(await fill(client, `/fr/join/${kenya.link}`, { password: goodPassword }))).toBe('303 /fr/sign-in');
    expect((await open(client, '/fr/sign-in')).headers.get('cache-control')).toBe('no-store');
    expect(leadsTo(await fill(client, '/fr/sign-in', { email: kenya.email, password: goodPassword }))).toBe('303 /fr');
    const { html, headers } = await open(client, '/fr');
    expect(html).toContain('<a href="/fr/account">point de contact · Kenya</a>');
    expect([headers.get('cache-control'), headers.get('vary')]).toStrictEqual(['no-store', 'accept-language, cookie']);
  });

  it('says why it refuses, keeps the address that was typed and no password', async () => {
    const wrong = await fill(browser(), '/fr/sign-in', { email: kenya.email, password: 'not the password at all' });
    expect([wrong.status, says(wrong)]).toStrictEqual([401, 'L’adresse et le mot de passe ne correspondent pas.']);
    expect(wrong.html).toContain(`value="${kenya.email}"`);
    expect(wrong.html).not.toContain('not the password');
  });

  it('takes no form of another site, of another browser, or without its mark', async () => {
    const typed = { email: kenya.email, password: goodPassword };
    const client = browser();
    const mark = hidden(await open(client, '/en/sign-in'), 'mark');
    const foreign = await send(
      client,
      '/en/sign-in',
      { mark, ...typed },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    );
    const unmarked = await send(client, '/en/sign-in', typed);
    const other = browser();
    await open(other, '/en/sign-in');
    const borrowed = await send(other, '/en/sign-in', { mark, ...typed });
    const silent = await send(client, '/en/sign-in', { mark, ...typed }, { origin: '', 'sec-fetch-site': '' });
    expect([foreign, unmarked, borrowed, silent].map(({ status }) => status)).toStrictEqual([403, 403, 403, 403]);
    expect(leadsTo(await send(client, '/en/sign-in', { mark, ...typed }))).toBe('303 /en');
  });

  it('adds a second factor, asks for it, and takes it away again', async () => {
    const client = browser();
    const now = (): number => desk.application.env.entrance?.nowMs() ?? 0;
    await fill(client, '/en/sign-in', { email: kenya.email, password: goodPassword });
    const page = await open(client, '/en/account');
    const uri = (/href="(otpauth:[^"]*)"/.exec(page.html)?.[1] ?? '').replaceAll('&amp;', '&');
    const enrolment = { mark: hidden(page, 'mark'), sealedSeed: hidden(page, 'sealedSeed'), code: totpCode(uri, now()) };
    expect(leadsTo(await send(client, '/en/account/second-factor', enrolment))).toBe('303 /en/account');

    const again = browser();
    expect(leadsTo(await fill(again, '/en/sign-in', { email: kenya.email, password: goodPassword }))).toBe('303 /en/sign-in/code');
    expect((await open(again, '/en')).html).toContain('<a href="/en/sign-in">Sign in</a>');
    const wrong = await fill(again, '/en/sign-in/code', { code: 'nonsense' });
    expect([wrong.status, says(wrong)]).toStrictEqual([401, expect.stringContaining('code is not right')]);
    desk.application.waitMs(30_000);
    expect(leadsTo(await fill(again, '/en/sign-in/code', { code: totpCode(uri, now()) }))).toBe('303 /en');
    desk.application.waitMs(30_000);
    expect(leadsTo(await fill(again, '/en/account', { code: totpCode(uri, now()) }, '/en/account/second-factor/remove'))).toBe(
      '303 /en/account',
    );
    expect(leadsTo(await fill(browser(), '/en/sign-in', { email: kenya.email, password: goodPassword }))).toBe('303 /en');
  });

  it('lists where one is signed in, and ends it there', async () => {
    const [here, there] = [browser(), browser()];
    for (const client of [here, there]) {
      desk.application.waitMs(1);
      await fill(client, '/en/sign-in', { email: kenya.email, password: goodPassword });
    }
    const ids = async (): Promise<readonly string[]> =>
      [...(await open(here, '/en/account')).html.matchAll(/name="sessionId" value="([^"]*)"/g)].map(([, id = '']) => id);
    const before = await ids();
    expect(before.length).toBeGreaterThanOrEqual(2);
    // Newest first: the other browser, then this one.
    expect(leadsTo(await fill(here, '/en/account', { sessionId: before[0] ?? '' }, '/en/account/sessions/end'))).toBe('303 /en/account');
    expect((await open(there, '/en/account')).status).toBe(401);
    expect(await ids()).toStrictEqual(before.slice(1));
    expect(leadsTo(await fill(here, '/en/account', { sessionId: before[1] ?? '' }, '/en/account/sessions/end'))).toBe('303 /en/account');
    const after = await open(here, '/en/account');
    expect([after.status, says(after)]).toStrictEqual([401, 'You are no longer signed in.']);
  });

  it('acts under another right of the same person, under another token', async () => {
    const operator = await desk.tokenFor('operator');
    const { body } = await desk.done(
      '/accreditations',
      { role: 'observer', member: null, validFrom: null, validUntil: null, language: 'en' },
      operator,
    );
    const personId = ((await desk.get('/persons')).body as unknown as readonly { personId: string; email: string }[]).find(
      ({ email }) => email === kenya.email,
    )?.personId;
    await desk.done(`/persons/${String(personId)}/accreditations`, { accreditationId: String(body['id']) });
    const client = browser();
    await fill(client, '/en/sign-in', { email: kenya.email, password: goodPassword });
    const former = client.copy();
    expect(leadsTo(await fill(client, '/en/account', { accreditationId: String(body['id']) }, '/en/account/act-as'))).toBe(
      '303 /en/account',
    );
    expect((await open(client, '/en')).html).toContain('<a href="/en/account">observer</a>');
    expect((await open(former, '/en/account')).status).toBe(401);
    const foreign = await fill(client, '/en/account', { accreditationId: 'setup' }, '/en/account/act-as');
    expect(foreign.status).toBe(403);
  });

  it('has no past, and takes no form where the API is', async () => {
    expect((await open(browser(), '/en/sign-in?asOf=3')).status).toBe(400);
    expect((await send(browser(), '/api/v1/sign-in', { email: kenya.email, password: goodPassword })).status).toBe(415);
  });
});
