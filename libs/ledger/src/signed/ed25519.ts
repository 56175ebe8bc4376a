import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
export const keyBytes = 32;
export const signatureBytes = 64;

/** 2^255 − 19, the prime of the field, and the order of the group. @see RFC 8032 section 5.1 */
const prime = (1n << 255n) - 19n;
const groupOrder = (1n << 252n) + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/** The y coordinate of an encoded point: all bits but the sign of x. */
const yOf = (point: Uint8Array): bigint => littleEndian(point) & ((1n << 255n) - 1n);

/** y coordinates of the eight points of small order: order 4, 1, 2, and the two of order 8. */
const smallOrderY: readonly bigint[] = [
  0n,
  1n,
  prime - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
];

/** Whether an encoded point could stand in a key or a signature that proves something: canonical, and not of small order. */
const isSoundPoint = (point: Uint8Array): boolean => {
  const y = yOf(point);
  return y < prime && !smallOrderY.includes(y);
};

/** A public key of 32 bytes; null when it is none that could prove anything (not canonical, of small order, not on the curve). */
export const publicKeyOf = (bytes: Uint8Array): KeyObject | null => {
  if (bytes.length !== keyBytes || !isSoundPoint(bytes)) return null;
  try {
    return createPublicKey({ key: Buffer.concat([spkiPrefix, bytes]), format: 'der', type: 'spki' });
  } catch {
    // The library's only way of saying that these bytes are no key.
    return null;
  }
};

/** The 32 bytes of the public half of a key. */
export const publicBytesOf = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);

/**
 * Whether a signature is good, by a stated policy: the check of RFC 8032 §5.1.7 without the cofactor, S below the order of the
 * group, and neither key nor commitment of small order or in another than their canonical encoding. Two verifiers then never disagree.
 */
export const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  const key = publicKeyOf(publicKey);
  if (key === null || signature.length !== signatureBytes) return false;
  const [commitment, s] = [signature.subarray(0, keyBytes), signature.subarray(keyBytes)];
  if (!isSoundPoint(commitment) || littleEndian(s) >= groupOrder) return false;
  return verify(null, message, key, signature);
};

/** Ed25519 signature, 64 bytes. @see RFC 8032 */
export const signEd25519 = (privateKey: KeyObject, message: Uint8Array): Buffer => sign(null, message, privateKey);
