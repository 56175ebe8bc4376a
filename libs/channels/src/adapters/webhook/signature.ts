import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret for one endpoint: 32 random bytes, in the form of Standard Webhooks. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`;

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(prefix.length), 'base64');

/**
 * Signs a notice as Standard Webhooks says: over its id, the second of the attempt and every byte of the body.
 *
 * @param secrets the present one, and for as long as receivers change over the one before it: each gives a signature
 */
export const signature = (noticeId: string, atSecond: number, body: string, secrets: readonly string[]): string =>
  secrets
    .map((secret) =>
      createHmac('sha256', keyOf(secret))
        .update(`${noticeId}.${String(atSecond)}.${body}`)
        .digest('base64'),
    )
    .map((mac) => `v1,${mac}`)
    .join(' ');
