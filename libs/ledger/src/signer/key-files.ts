import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, signatureTypes, verifierKeyOf } from '../signed/index.ts';
import { replaceFile, syncFolder } from '../replace-file.ts';

/** The private keys in a signer's folder, each in a file `*.pem`. @throws Error when one of them is no key */
export const readKeys = (folder: string): readonly KeyObject[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .map((name) => createPrivateKey(readFileSync(join(folder, name))));

/** How policies write the key that signs a log. */
export const logVerifierKey = (origin: string, key: KeyObject): string => formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, key));

/**
 * Makes a signing key in a signer's folder, readable by its owner alone and durable before it returns.
 *
 * @param file  its name; a file that is there already is left alone
 * @returns its verifier key
 * @throws Error when the file is there
 */
export const makeKey = (folder: string, file: string, origin: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  if (existsSync(path)) throw new Error(`${path} is there already`);
  const { privateKey } = generateKeyPairSync('ed25519');
  replaceFile(path, Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })), 0o600);
  syncFolder(folder);
  return logVerifierKey(origin, privateKey);
};
