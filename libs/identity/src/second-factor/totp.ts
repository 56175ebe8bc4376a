import { Secret, TOTP, URI } from 'otpauth';

const period = 30;

const totp = (seed: Uint8Array, label = ''): TOTP =>
  new TOTP({
    issuer: 'Rapporteur',
    label,
    secret: new Secret({ buffer: new Uint8Array(seed).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** Bytes of a seed; RFC 4226 recommends 160 bits. */
export const seedBytes = 20;

/** What an authenticator is told: the seed for typing, and the address for everything else. @see RFC 6238 */
export const totpEnrolment = (seed: Uint8Array, label: string): { readonly secret: string; readonly uri: string } => {
  const made = totp(seed, label);
  return { secret: made.secret.base32, uri: made.toString() };
};

/**
 * The time step that a code belongs to, one step early or late allowed; null when it is none of them. A step serves once: whoever
 * takes a code has to remember its step.
 *
 * @param nowMs  milliseconds since 1970, of the real clock
 */
export const totpStep = (seed: Uint8Array, code: string, nowMs: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(seed).validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? null : Math.floor(nowMs / 1_000 / period) + delta;
};

/** The code that an authenticator shows at an instant, from the address it was told: for demonstrations and tests. */
export const totpCode = (uri: string, nowMs: number): string => (URI.parse(uri) as TOTP).generate({ timestamp: nowMs });
