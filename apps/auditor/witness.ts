import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatVerifierKey, signatureTypes, verifierKeyOf, Witness, type Policy } from '../../libs/ledger/src/index.ts';

/** A witness as its owner runs it. */
export interface WitnessWish {
  /** Folder of its key and of what it has cosigned. */
  readonly folder: string;
  /** How it signs, `witness.example/name`. */
  readonly name: string;
  /** Whose logs it watches; their keys come from a file of its owner. */
  readonly policy: Policy;
  readonly host: string;
  /** 0 for any. */
  readonly port: number;
}

export interface RunningWitness {
  readonly url: string;
  /** Its key as policies write it. */
  readonly vkey: string;
  readonly stop: () => Promise<void>;
}

/** A submission has at most 63 hashes and a checkpoint. */
const mostBytes = 64 * 1024;

const keyIn = (folder: string): KeyObject => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'key.pem');
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return createPrivateKey(readFileSync(path));
};

/** The body of a request; null when it is longer than any submission. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

const answered = async (witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const isAsked = request.method === 'POST' && request.url === '/add-checkpoint';
  if (!isAsked) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('POST /add-checkpoint\n');
    return;
  }
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const { status, contentType, body: text } = witness.addCheckpoint(body);
  response.writeHead(status, { 'content-type': contentType }).end(text);
};

/** Runs a witness; its key is made at its first start. @throws Error when the address is taken */
export const startWitness = async ({ folder, name, policy, host, port }: WitnessWish): Promise<RunningWitness> => {
  const key = keyIn(folder);
  const witness = new Witness({ name, key, logs: policy.logs, record: join(folder, 'cosigned.json'), now: () => new Date() });
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    // A connection that breaks off ends itself; whoever asked asks again.
    answered(witness, request, response).catch(() => response.destroy());
  });
  server.maxConnections = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${given}/`,
    vkey: formatVerifierKey(verifierKeyOf(name, signatureTypes.cosignature, key)),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
};
