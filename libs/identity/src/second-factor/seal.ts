import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** 32 secret bytes of a deployment: what is sealed with them, and what is derived from them, is worthless elsewhere. */
export type DeploymentKey = Uint8Array & { readonly __brand: 'DeploymentKey' };

/** @throws RangeError when it is not 32 bytes */
export const deploymentKey = (bytes: Uint8Array): DeploymentKey => {
  if (bytes.length !== 32) throw new RangeError('a deployment key has 32 bytes');
  return bytes as DeploymentKey;
};

const [nonceBytes, tagBytes] = [12, 16];

/** Seals bytes for one purpose (AES-256-GCM): opened under another purpose they are nothing. */
export const seal = (key: DeploymentKey, purpose: string, bytes: Uint8Array): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
};

/** The bytes that were sealed for a purpose, or null when these were not. */
export const unseal = (key: DeploymentKey, purpose: string, text: string): Uint8Array | null => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
};

/** A mark that only this deployment can make of a text for a purpose. */
export const markOf = (key: DeploymentKey, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
