import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastSignedFile } from './last-signed.ts';
import type { SigningAnswer, SigningRequest } from './signer.ts';

/** Where a signer finds what it needs. */
export interface SignerPlace {
  readonly origin: string;
  /** Its own folder: keys and the record of its last signature. */
  readonly folder: string;
  /** The ledger's files. */
  readonly tiles: string;
}

/** The signer cannot be reached: it ended, or did not answer in time. What it was asked may have been signed. */
export class SignerUnavailable extends Error {}

/** The signing process as its service sees it. */
export interface SignerClient {
  /** @throws SignerUnavailable; asking again is harmless */
  readonly sign: (request: SigningRequest, timeoutMs?: number) => Promise<SigningAnswer>;
  /**
   * Signs the sums of an evidence bundle.
   *
   * @param sumsSha256  64 hexadecimal digits
   * @param keys  verifier keys that have to sign; every key the signer has unless told
   * @throws SignerUnavailable
   */
  readonly signBundle: (sumsSha256: string, keys?: readonly string[], timeoutMs?: number) => Promise<SigningAnswer>;
  readonly stop: () => Promise<void>;
}

const program = import.meta.url.endsWith('.ts') ? './signer.process.ts' : './signer.process.js';

interface Waiting {
  readonly resolve: (answer: SigningAnswer) => void;
  readonly reject: (error: Error) => void;
}

type Told = { readonly id: number } & SigningAnswer;

class ForkedSigner implements SignerClient {
  readonly #place: SignerPlace;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #asked = 0;

  constructor(place: SignerPlace) {
    this.#place = place;
  }

  /** The running process, or a new one: one that has ended is replaced at the next question. */
  #running(): ChildProcess {
    if (this.#child !== null) return this.#child;
    const { origin, folder, tiles } = this.#place;
    const args = [origin, join(folder, lastSignedFile), tiles, folder];
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    });
    child.on('message', (told: Told | { readonly ready: number }) => {
      if ('id' in told) this.#settle(told);
    });
    const gone = (): void => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#giveUp(new SignerUnavailable('the signer has ended'));
    };
    child.once('exit', gone);
    child.once('error', gone);
    this.#child = child;
    return child;
  }

  #settle({ id, ...answer }: Told): void {
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }

  #giveUp(error: Error): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    all.forEach(({ reject }) => {
      reject(error);
    });
  }

  sign = (request: SigningRequest, timeoutMs = 30_000): Promise<SigningAnswer> => this.#ask({ ...request }, timeoutMs);

  signBundle = (sumsSha256: string, keys?: readonly string[], timeoutMs = 30_000): Promise<SigningAnswer> =>
    this.#ask(keys === undefined ? { sumsSha256 } : { sumsSha256, keys }, timeoutMs);

  #ask(question: object, timeoutMs: number): Promise<SigningAnswer> {
    const id = (this.#asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<SigningAnswer>();
    this.#waiting.set(id, { resolve, reject });
    const limit = setTimeout(() => {
      this.#waiting.delete(id);
      reject(new SignerUnavailable(`the signer did not answer within ${timeoutMs} ms`));
    }, timeoutMs);
    this.#running().send({ id, ...question }, (error) => {
      if (error === null) return;
      this.#waiting.delete(id);
      reject(new SignerUnavailable('the signer cannot be reached'));
    });
    return promise.finally(() => {
      clearTimeout(limit);
    });
  }

  stop = async (): Promise<void> => {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    child.disconnect();
    await ended;
    this.#giveUp(new SignerUnavailable('the signer was stopped'));
  };
}

/** The signer of a ledger; its process starts at the first question. */
export const signerAt = (place: SignerPlace): SignerClient => new ForkedSigner(place);
