import { createHash, type KeyObject } from 'node:crypto';
import { publicBytesOf, publicKeyOf, signEd25519, verifyEd25519 } from './ed25519.ts';

/** Signature types that are read here: a log's, and a witness's with the time. @see C2SP signed-note */
export const signatureTypes = { log: 1, cosignature: 4 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A key that is trusted from elsewhere, never from the note itself. */
export interface VerifierKey {
  readonly name: string;
  /** 32 bits; together with the name it says which key signed. */
  readonly id: number;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
}

/** One signature line: who says to have signed, and the bytes. */
export interface SignatureLine {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** Most bytes and signatures of a note that is read at all. */
export const noteLimits = { bytes: 1_000_000, signatures: 100 } as const;

const nameForm = /^[^\s+\u0000-\u001f]+$/u;

/** First four bytes of SHA-256 over name, newline, type and key. */
export const keyIdOf = (name: string, type: SignatureType, publicKey: Uint8Array): number =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([type]))
    .update(publicKey)
    .digest()
    .readUInt32BE(0);

/** Bytes of strict base64, or null: what does not come back as the same text is another text. */
export const strictBase64 = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text && text !== '' ? bytes : null;
};

const hexId = (id: number): string => id.toString(16).padStart(8, '0');

/** A key as it is written in policies, `name+id+base64`. */
export const formatVerifierKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${hexId(id)}+${Buffer.concat([Buffer.from([type]), publicKey]).toString('base64')}`;

const knownType = (value: number | undefined): SignatureType | null => Object.values(signatureTypes).find((type) => type === value) ?? null;

/** Type and key as they stand behind the second plus; null for a type or a key that nothing could be verified with. */
const typedKey = (encoded: string): Pick<VerifierKey, 'type' | 'publicKey'> | null => {
  const bytes = strictBase64(encoded);
  const type = knownType(bytes?.[0]);
  const publicKey = bytes?.subarray(1);
  return type === null || publicKey === undefined || publicKeyOf(publicKey) === null ? null : { type, publicKey };
};

/** Reads a key as policies write it; null when anything about it is wrong: its form, its id, its type, or the key itself. */
export const parseVerifierKey = (text: string): VerifierKey | null => {
  // Base64 itself may contain a plus.
  const [, name = '', hex = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const key = nameForm.test(name) ? typedKey(encoded) : null;
  const id = Number.parseInt(hex, 16);
  return key === null || id !== keyIdOf(name, key.type, key.publicKey) ? null : { name, id, ...key };
};

/** The verifier key of a private key. */
export const verifierKeyOf = (name: string, type: SignatureType, key: KeyObject): VerifierKey => {
  const publicKey = publicBytesOf(key);
  return { name, type, publicKey, id: keyIdOf(name, type, publicKey) };
};

const lineForm = /^— (\S+) (\S+)$/u;

const parseLine = (line: string): SignatureLine | null => {
  const [, name = '', encoded = ''] = lineForm.exec(line) ?? [];
  const bytes = strictBase64(encoded);
  if (!nameForm.test(name) || bytes === null || bytes.length < 5) return null;
  return { name, id: bytes.readUInt32BE(0), signature: bytes.subarray(4) };
};

const hasControlCharacter = (text: string): boolean => /[\u0000-\u0009\u000b-\u001f]/.test(text);

/** Reads a note; null when it is not of the form: control characters, no signature, a line that is none, too large. */
export const parseNote = (bytes: Uint8Array): Note | null => {
  if (bytes.length > noteLimits.bytes) return null;
  const whole = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(whole, 'utf8').equals(bytes) || hasControlCharacter(whole)) return null;
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n')) return null;
  const lines = whole.slice(split + 2, -1).split('\n');
  const signatures = lines.map(parseLine).filter((line) => line !== null);
  if (signatures.length !== lines.length || lines.length > noteLimits.signatures) return null;
  return { text: whole.slice(0, split + 1), signatures };
};

/** A signature line with its newline. */
export const formatSignature = ({ name, id, signature }: SignatureLine): string => {
  const bytes = Buffer.alloc(4 + signature.length);
  bytes.writeUInt32BE(id, 0);
  bytes.set(signature, 4);
  return `— ${name} ${bytes.toString('base64')}\n`;
};

/** A note as bytes. @param text  ends in a newline */
export const formatNote = (text: string, signatures: readonly SignatureLine[]): Buffer =>
  Buffer.from(`${text}\n${signatures.map(formatSignature).join('')}`, 'utf8');

/** Signs a text with a log's key. */
export const signNote = (name: string, privateKey: KeyObject, text: string): SignatureLine => {
  const { id } = verifierKeyOf(name, signatureTypes.log, privateKey);
  return { name, id, signature: signEd25519(privateKey, Buffer.from(text, 'utf8')) };
};

/** What trusted keys say of a note. */
export type NoteVerdict =
  | { readonly good: true; readonly signers: readonly VerifierKey[] }
  /** A line of a trusted key whose signature is bad makes the whole note worthless. */
  | { readonly good: false; readonly why: 'bad_signature' | 'no_trusted_signature'; readonly name: string | null };

/** The message that a key of this type signs, and the signature within the line. */
export type MessageOf = (
  key: VerifierKey,
  text: string,
  line: SignatureLine,
) => { readonly message: Uint8Array; readonly signature: Uint8Array } | null;

const plain: MessageOf = (_key, text, { signature }) => ({ message: Buffer.from(text, 'utf8'), signature });

/** Verifies a note against trusted keys; lines of unknown keys count for nothing. */
export const verifyNote = ({ text, signatures }: Note, trusted: readonly VerifierKey[], messageOf: MessageOf = plain): NoteVerdict => {
  const signers: VerifierKey[] = [];
  for (const line of signatures) {
    const key = trusted.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined) continue;
    const signed = messageOf(key, text, line);
    if (signed === null || !verifyEd25519(key.publicKey, signed.message, signed.signature))
      return { good: false, why: 'bad_signature', name: line.name };
    if (!signers.includes(key)) signers.push(key);
  }
  return signers.length === 0 ? { good: false, why: 'no_trusted_signature', name: null } : { good: true, signers };
};
