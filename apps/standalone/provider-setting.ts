import { readFileSync } from 'node:fs';
import type { OpenIdSettings } from '../../libs/identity/src/index.ts';

type Reading = { readonly value: OpenIdSettings | null } | { readonly wrong: string };

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Secrets travel under TLS; without it on this machine only. */
const isIssuer = (raw: string): boolean => {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
};

const secretIn = (file: string | undefined): { readonly secret: string | null } | { readonly wrong: string } => {
  if (file === undefined) return { secret: null };
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret === '' ? { wrong: `OIDC_CLIENT_SECRET_FILE is empty: "${file}"` } : { secret };
  } catch (error) {
    return { wrong: `OIDC_CLIENT_SECRET_FILE cannot be read: ${String(error)}` };
  }
};

/** The provider of OpenID Connect through which people sign in besides their passwords; null unless one is named. */
export const readProvider = (env: Readonly<Record<string, string | undefined>>): Reading => {
  const [issuer, clientId] = [env['OIDC_ISSUER'], env['OIDC_CLIENT_ID']];
  if (issuer === undefined && clientId === undefined) return { value: null };
  if (issuer === undefined || !isIssuer(issuer)) return { wrong: `OIDC_ISSUER must be https:// and a host, found "${issuer ?? ''}"` };
  if (clientId === undefined || !/^[\x21-\x7E]{1,200}$/.test(clientId))
    return { wrong: `OIDC_CLIENT_ID must name this service to ${issuer}, found "${clientId ?? ''}"` };
  const found = secretIn(env['OIDC_CLIENT_SECRET_FILE']);
  return 'wrong' in found ? found : { value: { issuer, clientId, clientSecret: found.secret } };
};
