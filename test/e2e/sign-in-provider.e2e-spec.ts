import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openIdProvider, totpCode, type SignInProvider } from '../../libs/identity/src/index.ts';
import { bootApplication } from '../support/application.ts';
import { goodPassword, invite, type Invited } from '../support/account.ts';
import { BrowserClient } from '../support/browser-client.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall } from '../support/opened.ts';
import { goodClient, startGoodProvider, type GoodProvider } from '../support/providers/good-provider.ts';
import { startWickedProvider, type WickedProvider, type Wickedness } from '../support/providers/wicked-provider.ts';

/** A provider that is chosen after the service was started, since both have to know the other's address. */
class LaterProvider implements SignInProvider {
  readonly name = 'login.example.org';
  chosen: SignInProvider | null = null;

  #real(): SignInProvider {
    if (this.chosen === null) throw new Error('no provider was chosen');
    return this.chosen;
  }

  readonly begin: SignInProvider['begin'] = (...asked) => this.#real().begin(...asked);
  readonly finish: SignInProvider['finish'] = (...returned) => this.#real().finish(...returned);
}

const later = new LaterProvider();

describe('signing in through a provider of OpenID Connect', () => {
  let desk: Desk;
  let operator: string;
  let kenya: Invited;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, (at) => bootApplication(at, undefined, null, null, false, later));
    operator = await desk.tokenFor('operator');
    kenya = await invite(desk, operator, 'contact_point', 'KE', 'contact@kenya.example');
  });
  afterAll(() => desk.close());

  const browser = (): BrowserClient => new BrowserClient(desk.url);
  const leadsTo = ({ status, headers }: Response): string => `${status} ${headers.get('location') ?? ''}`;
  /** The sign-in page sends a browser to the provider. @returns where to */
  const send = async (client: BrowserClient, language = 'en'): Promise<string> => {
    const response = await client.send('GET', `/${language}/sign-in/provider`);
    expect(response.status).toBe(303);
    return response.headers.get('location') ?? '';
  };
  const land = (client: BrowserClient, back: URL): Promise<Response> => client.send('GET', `${back.pathname}${back.search}`);
  const told = async (response: Response): Promise<string> => {
    const html = await response.text();
    return `${response.status} ${(/role="alert"><p>([^<]*)</.exec(html)?.[1] ?? html.slice(0, 200)).slice(0, 110)}`;
  };
  const whoIs = async (client: BrowserClient): Promise<unknown> => {
    const { status, body } = await client.api('GET', '/sign-in/session');
    return status === 200 ? body['email'] : `${status} ${String(body['code'])}`;
  };

  it('is offered where a provider is named', async () => {
    const html = await (await browser().send('GET', '/en/sign-in')).text();
    expect(html).toContain('<a class="btn" href="/en/sign-in/provider">Sign in through login.example.org</a>');
    expect(await (await browser().send('GET', '/fr/sign-in')).text()).toContain('Se connecter par login.example.org');
  });

  describe('that is certified', () => {
    let provider: GoodProvider;
    beforeAll(async () => {
      const people = { kenya: 'Contact@Kenya.example', stranger: 'nobody@elsewhere.example', heir: 'contact@kenya.example' };
      // It warns of what is meant for more than a test.
      jest.spyOn(console, 'warn').mockImplementation(() => undefined);
      jest.spyOn(console, 'info').mockImplementation(() => undefined);
      provider = await startGoodProvider(`${desk.url}/en/sign-in/callback`, people);
      later.chosen = openIdProvider({ issuer: provider.issuer, ...goodClient });
    });
    afterAll(() => provider.close());

    it('lets the holder of an account in, without a password, and remembers who it was', async () => {
      for (const times of [1, 2]) {
        const client = browser();
        const asked = new URL(await send(client));
        expect([...asked.searchParams.keys()].sort()).toStrictEqual(
          ['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].sort(),
        );
        expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
        const back = await provider.visit(asked.href, 'kenya');
        const landed = await land(client, back);
        expect(leadsTo(landed)).toBe('303 /en');
        expect([times, await whoIs(client)]).toStrictEqual([times, kenya.email]);
        expect(landed.headers.getSetCookie().join('\n')).toMatch(
          /rapporteur-provider=;.*\n.*rapporteur-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
        );
      }
      const events = await Array.fromAsync(desk.application.env.store.readStream(`credential-${kenya.accountId}`));
      expect(events.map(({ type }) => type)).toStrictEqual(['AccountInvited', 'AccountIdentityLinked']);
      expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('kenya.example');
    });

    it('takes the way back from no other browser, and from the same one once', async () => {
      const client = browser();
      const back = await provider.visit(await send(client), 'kenya');
      expect(await told(await land(browser(), back))).toBe('401 This way back was gone before, or ten minutes have passed. Begin again.');
      const other = browser();
      await send(other);
      expect(await told(await land(other, back))).toMatch(/^401 What the other service answered cannot be relied on \(OAUTH/);
      const kept = client.copy();
      expect(leadsTo(await land(client, back))).toBe('303 /en');
      expect(await told(await land(kept, back))).toBe('401 This way back was gone before, or ten minutes have passed. Begin again.');
      const slow = browser();
      const late = await provider.visit(await send(slow), 'kenya');
      desk.application.waitMs(10 * 60_000);
      expect(await told(await land(slow, late))).toBe('401 This way back was gone before, or ten minutes have passed. Begin again.');
    });

    it('knows nobody whom the directory does not know, nor an heir of the address', async () => {
      const [stranger, heir] = [browser(), browser()];
      expect(await told(await land(stranger, await provider.visit(await send(stranger), 'stranger')))).toMatch(
        /^403 Nobody has an account/,
      );
      expect(await told(await land(heir, await provider.visit(await send(heir), 'heir')))).toMatch(/^403 Somebody else came through this/);
      expect([await whoIs(stranger), await whoIs(heir)]).toStrictEqual(['401 session.ended', '401 session.ended']);
    });

    it('says so when somebody changes his mind there, or nobody answers', async () => {
      const client = browser();
      const asked = new URL(await send(client));
      const refusal = new URLSearchParams({ error: 'access_denied', state: asked.searchParams.get('state') ?? '', iss: provider.issuer });
      expect(await told(await land(client, new URL(`${desk.url}/en/sign-in/callback?${refusal.toString()}`)))).toMatch(
        /^401 .*\(access_denied/,
      );
      const chosen = later.chosen;
      later.chosen = openIdProvider({ issuer: 'http://127.0.0.1:9', ...goodClient });
      const response = await browser().send('GET', '/fr/sign-in/provider');
      expect(await told(response)).toMatch(/^503 Le service qui atteste/);
      later.chosen = chosen;
    });
  });

  describe('that is wicked', () => {
    let provider: WickedProvider;
    let holder: Invited;
    beforeAll(async () => {
      holder = await invite(desk, operator, 'delegate', 'GH', 'delegate@ghana.example');
      provider = await startWickedProvider(goodClient.clientId, goodClient.clientSecret, holder.email);
      later.chosen = openIdProvider({ issuer: provider.issuer, ...goodClient });
    });
    beforeEach(() => {
      provider.be = {};
      desk.application.waitMs(15 * 60_000);
    });
    afterAll(() => provider.close());

    const comes = async (): Promise<readonly [BrowserClient, Response]> => {
      const client = browser();
      const back = await provider.visit(await send(client));
      return [client, await land(client, back)];
    };

    it('lets somebody in while it behaves', async () => {
      const [client, landed] = await comes();
      expect([leadsTo(landed), await whoIs(client)]).toStrictEqual(['303 /en', holder.email]);
    });

    const seconds = (away: number): number => Math.floor(Date.now() / 1_000) + away;
    const cases: readonly (readonly [string, Wickedness])[] = [
      ['another issuer', { claims: { iss: 'https://login.example.com' } }],
      ['no issuer', { without: ['iss'] }],
      ['another audience', { claims: { aud: 'another client' } }],
      ['several audiences, and a party that is not us', { claims: { aud: ['rapporteur', 'another client'], azp: 'another client' } }],
      ['another nonce', { claims: { nonce: 'from another sign-in' } }],
      ['no nonce', { without: ['nonce'] }],
      ['a token that has expired', { claims: { exp: seconds(-120) } }],
      ['no expiry', { without: ['exp'] }],
      ['a token that is not valid yet', { claims: { nbf: seconds(3_600) } }],
      ['no subject', { without: ['sub'] }],
      ['a token that nobody signed', { signed: 'none' }],
      ['a token signed with the secret of the client', { signed: 'shared' }],
      ['a token signed by a stranger', { signed: 'stranger' }],
      ['an answer that says it is of another provider', { answersAs: 'https://login.example.com' }],
      [
        'an address of another subject',
        { without: ['email'], userInfo: { sub: 'another', email: 'contact@kenya.example', email_verified: true } },
      ],
      ['an address that it does not vouch for', { claims: { email_verified: false } }],
      ['an address that it vouches for in words', { claims: { email_verified: 'true' } }],
      ['the address of somebody who came from elsewhere', { claims: { email: 'contact@kenya.example' } }],
      ['another subject under the same address', { claims: { sub: 'another' } }],
    ];
    it.each(cases)('is not believed with %s', async (_title, wickedness) => {
      provider.be = wickedness;
      const [client, landed] = await comes();
      expect([landed.status, await whoIs(client)]).toStrictEqual([expect.any(Number), '401 session.ended']);
      expect([401, 403]).toContain(landed.status);
      process.stdout.write(`NOTE provider: ${_title}: ${await told(landed)}\n`);
    });

    it('is not believed when it says that it is another', async () => {
      provider.be = { metadata: { issuer: 'https://login.example.com' } };
      later.chosen = openIdProvider({ issuer: provider.issuer, ...goodClient });
      expect((await browser().send('GET', '/en/sign-in/provider')).status).toBe(401);
      // Nothing is remembered of an answer that was not taken.
      provider.be = {};
      expect(leadsTo((await comes())[1])).toBe('303 /en');
    });

    it('takes no code twice, and none with the state of another', async () => {
      const [client, other] = [browser(), browser()];
      const back = await provider.visit(await send(client));
      const second = new URL(await send(other));
      expect(leadsTo(await land(client, back))).toBe('303 /en');
      back.searchParams.set('state', second.searchParams.get('state') ?? '');
      expect(await told(await land(other, back))).toMatch(/^401 .*\(invalid_grant/);
      expect(await whoIs(other)).toBe('401 session.ended');
    });

    it('is asked besides the second factor, not in its place', async () => {
      const [client] = await comes();
      const { uri, sealedSeed } = (await client.api('GET', '/sign-in/second-factor')).body as { uri: string; sealedSeed: string };
      const now = (): number => desk.application.env.entrance?.nowMs() ?? 0;
      // Whoever never set a password has nothing that a second factor could stand beside.
      const enrol = (as: BrowserClient, sealed: string, code: string) =>
        as.api('POST', `/accounts/${holder.accountId}/second-factor`, { sealedSeed: sealed, code });
      expect(await whoIs(client)).toBe(holder.email);
      expect((await enrol(client, sealedSeed, totpCode(uri, now()))).body['code']).toBe('account.not_set_up');
      expect((await browser().api('POST', '/sign-in/link', { link: holder.link, password: goodPassword })).status).toBe(204);
      const [again] = await comes();
      expect(await whoIs(again)).toBe(holder.email);
      const proposed = (await again.api('GET', '/sign-in/second-factor')).body as { uri: string; sealedSeed: string };
      desk.application.waitMs(30_000);
      expect((await enrol(again, proposed.sealedSeed, totpCode(proposed.uri, now()))).status).toBe(201);
      const [waiting, landed] = await comes();
      expect([leadsTo(landed), await whoIs(waiting)]).toStrictEqual(['303 /en/sign-in/code', '401 session.second_factor_missing']);
      desk.application.waitMs(30_000);
      expect((await waiting.api('POST', '/sign-in/code', { code: totpCode(proposed.uri, now()) })).body['stage']).toBe('open');
      // The link unlinked what was known of the provider; who came first after it is known now.
      const types = (await Array.fromAsync(desk.application.env.store.readStream(`credential-${holder.accountId}`))).map(
        ({ type }) => type,
      );
      expect(types.filter((type) => type.startsWith('AccountIdentity'))).toStrictEqual([
        'AccountIdentityLinked',
        'AccountIdentityUnlinked',
        'AccountIdentityLinked',
      ]);
    });
  });
});
