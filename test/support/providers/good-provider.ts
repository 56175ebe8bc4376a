import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A provider that is certified, on loopback, with one client and whoever is named. */
export interface GoodProvider {
  readonly issuer: string;
  /** Signs in as somebody at the provider, as a browser that is sent there; answers where it sends back to. */
  readonly visit: (url: string, login: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

export const goodClient = { clientId: 'rapporteur', clientSecret: 'a secret between the two of them' };

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done((server.address() as AddressInfo).port);
    });
  });

interface Step {
  readonly url: string;
  /** Filled in, when it is a form that leads on. */
  readonly form: Readonly<Record<string, string>> | null;
}

const fetched = async ({ url, form }: Step, cookies: Map<string, string>): Promise<Response> => {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = form === null ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...sent });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return response;
};

/** Fills in one of the provider's two forms: who somebody is, and that we may know. */
const filledIn = async (response: Response, login: string): Promise<Step> => {
  const html = await response.text();
  const [, action] = /<form[^>]* action="([^"]+)"/.exec(html) ?? [];
  const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(html) ?? [];
  if (action === undefined) throw new Error(`no way on at the provider: ${response.status} ${html.slice(0, 300)}`);
  return { url: new URL(action, response.url).href, form: prompt === 'login' ? { prompt, login, password: 'any' } : { prompt } };
};

/** A browser without a face: keeps cookies, follows what leads on at the provider. */
const walk = async (issuer: string, start: string, login: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  let step: Step = { url: start, form: null };
  for (let steps = 0; steps < 12; steps += 1) {
    const response = await fetched(step, cookies);
    const location = response.headers.get('location');
    const next = location === null ? null : new URL(location, step.url);
    if (next !== null && next.origin !== issuer) return next;
    step = next === null ? await filledIn(response, login) : { url: next.href, form: null };
  }
  throw new Error('the provider leads in circles');
};

/** @param people  address that the provider vouches for, by login */
export const startGoodProvider = async (redirectUri: string, people: Readonly<Record<string, string>>): Promise<GoodProvider> => {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: goodClient.clientId, client_secret: goodClient.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: people[sub], email_verified: people[sub] !== undefined }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['of the test'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    visit: (url, login) => walk(issuer, url, login),
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
};
