/** What is needed of a request to tell whether a page of ours sent it. */
export interface FromBrowser {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
  readonly cookie: string | undefined;
}

/** What a browser tells of itself with a request: what comes twice, or not at all, is not told. */
export const browserIn = (headers: Readonly<Record<string, string | string[] | undefined>>): FromBrowser => {
  const told = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { host: told('host'), origin: told('origin'), fetchSite: told('sec-fetch-site'), cookie: told('cookie') };
};

/** How browsers reach the service. */
export interface PublicAddress {
  /** `https://ptc.example.org`; null on the machine itself, where the address that was asked for is taken. */
  readonly origin: string | null;
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Whether cookies travel under TLS. Without it a service is signed in to on the machine itself only. */
export const isSecure = ({ origin }: PublicAddress): boolean => origin?.startsWith('https://') === true;

/** The origin of our own pages for this request; null when nobody may sign in at the address that was asked for. */
export const ownOrigin = ({ origin }: PublicAddress, { host }: Pick<FromBrowser, 'host'>): string | null => {
  if (origin !== null) return origin;
  return host !== undefined && loopback.test(host) ? `http://${host}` : null;
};

/** Whether a page of ours sent a request that changes something. Older browsers tell no site, but an origin (OWASP, Fetch Metadata). */
export const isFromOwnPage = (address: PublicAddress, request: FromBrowser): boolean => {
  const own = ownOrigin(address, request);
  if (own === null) return false;
  if (request.fetchSite !== undefined && request.fetchSite !== 'same-origin') return false;
  if (request.origin !== undefined) return request.origin === own;
  return request.fetchSite === 'same-origin';
};

type CookieName = 'session' | 'form' | 'provider';

const nameOf = (address: PublicAddress, name: CookieName): string =>
  isSecure(address) ? `__Host-rapporteur-${name}` : `rapporteur-${name}`;

/** The value of a cookie of ours, or null. */
export const cookieIn = (address: PublicAddress, { cookie }: Pick<FromBrowser, 'cookie'>, name: CookieName): string | null => {
  const prefix = `${nameOf(address, name)}=`;
  const found = (cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const value = found?.slice(prefix.length) ?? '';
  return /^[A-Za-z0-9_-]{16,64}$/.test(value) ? value : null;
};

/** `Set-Cookie` for a value that ends with the browser; with null the cookie goes. */
export const setCookie = (address: PublicAddress, name: CookieName, value: string | null): string =>
  [
    `${nameOf(address, name)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(value === null ? ['Max-Age=0'] : []),
    ...(isSecure(address) ? ['Secure'] : []),
  ].join('; ');
