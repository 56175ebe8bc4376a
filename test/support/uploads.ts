import { randomUUID } from 'node:crypto';
import type { Row } from './desk.ts';

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Row;
}

export const named = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name);

/** Sends a form with files, as a browser does. */
export const sendForm = async (
  url: string,
  token: string,
  fields: Readonly<Record<string, string>>,
  files: readonly File[],
  key: string = randomUUID(),
): Promise<Sent> => {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => {
    form.append(name, value);
  });
  files.forEach((file) => {
    form.append('file', file);
  });
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
  const response = await fetch(url, { method: 'POST', headers, body: form });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Row };
};
