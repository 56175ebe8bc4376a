import type { KeyObject } from 'node:crypto';
import type { TreeHash } from '../merkle/index.ts';
import { signEd25519 } from './ed25519.ts';
import { parseNote, signatureTypes, strictBase64, verifierKeyOf, type MessageOf, type Note, type SignatureLine } from './note.ts';

/** A tree head: which log, how many leaves, and their root. @see C2SP tlog-checkpoint */
export interface TreeHead {
  readonly origin: string;
  /** Number of leaves, 0 to 2^53 − 1. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: TreeHash;
}

export interface Checkpoint extends TreeHead {
  readonly note: Note;
}

const hashBytes = 32;

/** A whole number without leading zeroes, or null. */
export const decimal = (text: string): number | null => {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
};

/** A hash of 32 bytes in base64, or null. */
export const hashLine = (text: string): Buffer | null => {
  const bytes = strictBase64(text);
  return bytes?.length === hashBytes ? bytes : null;
};

/** The text of a checkpoint, three lines. */
export const headText = ({ origin, size, root }: TreeHead): string => `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Reads the text of a checkpoint. Ours have no extension lines, and one that has is refused: nobody could audit what it says. */
export const parseHead = (text: string): TreeHead | null => {
  const [origin = '', sizeLine = '', rootLine = '', ...rest] = text.split('\n');
  const [size, root] = [decimal(sizeLine), hashLine(rootLine)];
  if (origin === '' || size === null || root === null || rest.length !== 1 || rest[0] !== '') return null;
  return { origin, size, root };
};

/** Reads a checkpoint with its signatures, none verified yet; null when it is not of the form. */
export const parseCheckpoint = (bytes: Uint8Array): Checkpoint | null => {
  const note = parseNote(bytes);
  const head = note === null ? null : parseHead(note.text);
  return note === null || head === null ? null : { ...head, note };
};

const timestampBytes = 8;

const cosignedMessage = (seconds: bigint, text: string): Buffer => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');

/** What a line of this key signed: a log the text itself, a witness the text with the time before it. */
export const checkpointMessage: MessageOf = ({ type }, text, { signature }) => {
  if (type === signatureTypes.log) return { message: Buffer.from(text, 'utf8'), signature };
  if (signature.length <= timestampBytes) return null;
  const seconds = Buffer.from(signature).readBigUInt64BE(0);
  if (seconds === 0n || seconds > (1n << 63n) - 1n) return null;
  return { message: cosignedMessage(seconds, text), signature: signature.subarray(timestampBytes) };
};

/** When a witness says it saw the checkpoint, in seconds since 1970. */
export const cosignedAt = ({ signature }: SignatureLine): bigint => Buffer.from(signature).readBigUInt64BE(0);

/** A witness's signature line over the text of a checkpoint. @param seconds  since 1970, from 1 @see C2SP tlog-cosignature */
export const cosign = (name: string, privateKey: KeyObject, text: string, seconds: bigint): SignatureLine => {
  const { id } = verifierKeyOf(name, signatureTypes.cosignature, privateKey);
  const time = Buffer.alloc(timestampBytes);
  time.writeBigUInt64BE(seconds, 0);
  return { name, id, signature: Buffer.concat([time, signEd25519(privateKey, cosignedMessage(seconds, text))]) };
};
