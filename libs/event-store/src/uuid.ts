import { createHash } from 'node:crypto';

/** Namespace of every id that Rapporteur derives; drawn once at random. */
export const rapporteurNamespace = '6f0d2c1e-95b4-4c55-9d0a-3b7a0e8f4c21';

/** Name-based UUID, version 5: the same name in the same namespace is always the same id. @see RFC 9562 section 5.5 */
export const uuidV5 = (name: string, namespace: string = rapporteurNamespace): string => {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Id of the nth thing of a kind that one command makes: a retry makes the same. */
export const derivedId = (commandId: string, kind: string, nth: number): string => uuidV5(`${kind}/${nth}`, commandId);
