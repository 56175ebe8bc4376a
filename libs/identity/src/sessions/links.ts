import { createHash } from 'node:crypto';

/** A link that lets somebody set a password: the account, so that it is found without a search, and 256 secret bits. */
export const formatLink = (accountId: string, secret: Uint8Array): string => `${accountId}.${Buffer.from(secret).toString('base64url')}`;

/** The account that a link speaks of, and the hash that it is known by; null when it is none of ours. */
export const readLink = (link: string): { readonly accountId: string; readonly sha256: string } | null => {
  const accountId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/.exec(link)?.[1];
  return accountId === undefined ? null : { accountId, sha256: linkHash(link) };
};

/** SHA-256 of a link; the link itself is shown once and stored nowhere. */
export const linkHash = (link: string): string => createHash('sha256').update(link, 'utf8').digest('hex');
