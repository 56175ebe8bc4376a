import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

/** What a wicked provider gets wrong in an identity token, or in how it is signed. */
export interface Wickedness {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  /** `none`: not at all; `shared`: with the client's secret; `stranger`: with a key that it does not publish. */
  readonly signed?: 'none' | 'shared' | 'stranger';
  /** What it says of itself when it sends somebody back, in place of its issuer. */
  readonly answersAs?: string;
  readonly userInfo?: Readonly<Record<string, unknown>>;
  /** What it says of itself when it is asked. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A provider that does as it is told, on loopback. */
export interface WickedProvider {
  readonly issuer: string;
  /** Sends somebody back at once. @returns where to */
  readonly visit: (url: string) => Promise<URL>;
  be: Wickedness;
  readonly close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString('utf8'));

const subject = 'subject-of-kenya';

const without = (claims: JWTPayload, names: readonly string[] = []): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));

/** @param email  address that it vouches for unless it is told otherwise */
export const startWickedProvider = async (clientId: string, clientSecret: string, email: string): Promise<WickedProvider> => {
  const [own, stranger] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  /** Nonce of each code that was not spent. */
  const codes = new Map<string, string>();
  const state: { be: Wickedness; issuer: string; nth: number } = { be: {}, issuer: '', nth: 0 };

  const token = async (nonce: string): Promise<string> => {
    const { be, issuer } = state;
    const seconds = Math.floor(Date.now() / 1_000);
    const good = { iss: issuer, aud: clientId, sub: subject, nonce, iat: seconds, exp: seconds + 60, email, email_verified: true };
    const claims = without({ ...good, ...be.claims }, be.without);
    if (be.signed === 'none') return new UnsecuredJWT(claims).encode();
    if (be.signed === 'shared') return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientSecret));
    const key = be.signed === 'stranger' ? stranger.privateKey : own.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  };

  const describe = (): object => ({
    issuer: state.issuer,
    authorization_endpoint: `${state.issuer}/authorize`,
    token_endpoint: `${state.issuer}/token`,
    userinfo_endpoint: `${state.issuer}/userinfo`,
    jwks_uri: `${state.issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
    ...state.be.metadata,
  });

  const authorize = (asked: URLSearchParams): string => {
    const code = `code-${(state.nth += 1)}`;
    codes.set(code, asked.get('nonce') ?? '');
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    back.searchParams.set('iss', state.be.answersAs ?? state.issuer);
    return back.href;
  };

  const exchange = async (asked: URLSearchParams): Promise<readonly [number, object]> => {
    const code = asked.get('code') ?? '';
    const nonce = codes.get(code);
    // Even the wicked one looks at codes: a code serves once.
    if (nonce === undefined || asked.get('code_verifier') === null) return [400, { error: 'invalid_grant' }];
    codes.delete(code);
    return [200, { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: await token(nonce) }];
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', state.issuer);
    const tell = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (pathname === '/.well-known/openid-configuration') tell(200, describe());
    else if (pathname === '/keys') tell(200, { keys: [jwk] });
    else if (pathname === '/userinfo') tell(200, { sub: subject, ...state.be.userInfo });
    else if (pathname === '/authorize') response.writeHead(303, { location: authorize(searchParams) }).end();
    else
      void bodyOf(request)
        .then(exchange)
        .then(([status, body]) => {
          tell(status, body);
        });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer: state.issuer,
    get be() {
      return state.be;
    },
    set be(be) {
      state.be = be;
    },
    visit: async (url) => new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''),
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
};
