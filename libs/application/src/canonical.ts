import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON of a plain value. @see RFC 8785 */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
};

/** Length of the canonical JSON of a plain value, in bytes. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(canonicalJson(value), 'utf8');

/** SHA-256 of the canonical JSON of a plain value, as 64 hexadecimal digits. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
