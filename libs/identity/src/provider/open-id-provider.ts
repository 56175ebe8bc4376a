import { createHash } from 'node:crypto';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from 'openid-client';
import type { ProvidedIdentity, ProviderChecks, ProviderRejection, SignInProvider } from './sign-in-provider.ts';

/** How a deployment is known to its provider. */
export interface OpenIdSettings {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client that has none: PKCE protects the code. */
  readonly clientSecret: string | null;
}

const secondsToAnswer = 5;

const unavailable: ProviderRejection = { code: 'entrance.provider_unavailable' };

const awayCodes: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

/** The platform's way to say that nobody answered; the client may have wrapped it. */
const isUnanswered = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('message' in error && error.message === 'fetch failed') || ('cause' in error && isUnanswered(error.cause)));

/** Why a provider's answer is not taken. @throws what is a fault of ours */
const told = (error: unknown): ProviderRejection => {
  if (isUnanswered(error)) return unavailable;
  if (error instanceof ClientError)
    return awayCodes.has(error.code ?? '') ? unavailable : { code: 'entrance.provider_refused', reason: error.code ?? 'unknown' };
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return { code: 'entrance.provider_refused', reason: /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'unknown' };
  if (error instanceof WWWAuthenticateChallengeError) return { code: 'entrance.provider_refused', reason: 'challenged' };
  throw error;
};

const discover = ({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> => {
  const url = new URL(issuer);
  const authentication = clientSecret === null ? None() : ClientSecretBasic(clientSecret);
  // The signature is looked at although the token comes from the provider itself over TLS. Without TLS on this machine only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody overlooks it; the setting takes http for loopback only
  const execute = [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])];
  return discovery(url, clientId, undefined, authentication, { execute, timeout: secondsToAnswer });
};

interface Vouched {
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

const addressIn = ({ email, email_verified: verified }: Vouched): string | null =>
  typeof email === 'string' && email !== '' && verified === true ? email : null;

const identityOf = async (configuration: Configuration, returned: URL, checks: ProviderChecks): Promise<ProvidedIdentity> => {
  const tokens = await authorizationCodeGrant(configuration, returned, {
    pkceCodeVerifier: checks.verifier,
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new ClientError('no identity');
  const own = addressIn(claims);
  // Some providers tell the address only when they are asked for it, about the same subject.
  const asks = own === null && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const email = asks ? addressIn(await fetchUserInfo(configuration, tokens.access_token, claims.sub)) : own;
  const identitySha256 = createHash('sha256').update(`${claims.iss}\n${claims.sub}`, 'utf8').digest('hex');
  return { identitySha256, email };
};

/** A provider of OpenID Connect: code flow with PKCE, state and nonce. It is asked about itself when somebody first needs it. */
export const openIdProvider = (settings: OpenIdSettings): SignInProvider => {
  let known: Promise<Configuration> | null = null;
  const configuration = async (): Promise<Configuration> => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  };
  return {
    name: new URL(settings.issuer).host,
    begin: async (redirectUri, { state, nonce, verifier }) => {
      try {
        const asked = {
          redirect_uri: redirectUri,
          scope: 'openid email',
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        };
        return { url: buildAuthorizationUrl(await configuration(), asked).href };
      } catch (error) {
        return told(error);
      }
    },
    finish: async (returned, checks) => {
      try {
        return await identityOf(await configuration(), returned, checks);
      } catch (error) {
        return told(error);
      }
    },
  };
};
