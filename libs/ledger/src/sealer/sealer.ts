import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Disposed,
  isLedgered,
  loadStream,
  type EventStore,
  type GlobalPosition,
  type RecordedEvent,
  type SubscriptionMessage,
} from '../../../event-store/src/index.ts';
import { leafOf } from '../leaf.ts';
import { replaceFile, syncFolder } from '../replace-file.ts';
import { LogKeys } from '../signed/index.ts';
import { SignerUnavailable, type SignerClient } from '../signer/signer-client.ts';
import type { SigningAnswer } from '../signer/signer.ts';
import { TileFolder } from '../tiles.ts';

/** Name of the published checkpoint in the ledger's folder. */
export const checkpointFile = 'checkpoint';
const progressFile = 'derived.json';

/** Most leaves between two seals while a long log is caught up with. */
const leavesPerSeal = 65_536;
/** The same while commands come faster than they are sealed: their receipts should not wait for the flood to end. */
const leavesPerSealLive = 4_096;

/** Why a ledger is sealed no further. */
export class SealingStopped extends Error {
  readonly refusal: string;
  constructor(refusal: string) {
    super(`the signer refuses to go on: ${refusal}`);
    this.refusal = refusal;
  }
}

export interface Sealer {
  /** Resolves when everything recorded up to now is sealed; rejects when sealing has stopped. */
  readonly caughtUp: Promise<void>;
  /** Settles when the sealer has ended: with the reason when it stopped by itself. */
  readonly ended: Promise<Error | null>;
  readonly stop: () => Promise<void>;
}

/** What else has to agree before a checkpoint is published; the note comes back with further signatures. */
export type Cosigning = (note: Uint8Array) => Promise<Uint8Array | null>;

interface Progress {
  /** Engine position of the last event whose leaf was derived. */
  readonly position: string;
  readonly n: number;
}

const readProgress = (folder: string, size: number): Progress | null => {
  const path = join(folder, progressFile);
  if (!existsSync(path)) return null;
  const progress = JSON.parse(readFileSync(path, 'utf8')) as Progress;
  // Behind the files it would do no harm, beside them it would: only what fits them is believed.
  return progress.n === size ? progress : null;
};

class FollowingSealer implements Sealer {
  readonly #config: SealerConfig;
  readonly #tiles: TileFolder;
  readonly #stopping = new AbortController();
  readonly #first = Promise.withResolvers<undefined>();
  readonly caughtUp: Promise<void>;
  readonly ended: Promise<Error | null>;
  #n: number;
  #position: GlobalPosition | null;
  #sealed = -1;
  #behind = true;
  #step = leavesPerSeal;
  readonly #keys = new LogKeys();

  constructor(config: SealerConfig) {
    this.#config = config;
    this.#tiles = new TileFolder(config.folder);
    const progress = readProgress(config.folder, this.#tiles.size);
    this.#n = progress?.n ?? 0;
    this.#position = progress === null ? null : (BigInt(progress.position) as GlobalPosition);
    this.caughtUp = this.#first.promise;
    // Whoever does not wait for the first seal learns of a failure from `ended`.
    this.caughtUp.catch(() => undefined);
    this.ended = this.#follow().then(
      () => null,
      (error: unknown) => {
        const reason = error instanceof Error ? error : new Error(String(error));
        this.#first.reject(reason);
        return reason;
      },
    );
  }

  /** Which keys sign was said before the place where the log is read on. */
  async #learnKeys(until: GlobalPosition): Promise<void> {
    const { events } = await loadStream(this.#config.store, 'ledger-main');
    for (const event of events) if (event.position <= until) this.#keys.learn(event);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    if (this.#position !== null) await this.#learnKeys(this.#position);
    const events = this.#config.store.subscribeAll({ after: this.#position ?? 'start', maxBatch: 4096, signal });
    try {
      for await (const message of events) {
        if (await this.#isBehind(message)) continue;
        await this.#seal();
        this.#first.resolve(undefined);
        this.#step = leavesPerSealLive;
        await this.#rest();
      }
    } catch (error) {
      if (!(error instanceof Disposed)) throw error;
    }
    await this.#drain();
  }

  /** Derives what a message brings. @returns whether more is there already: a long log is then sealed in large steps, without a rest */
  async #isBehind(message: SubscriptionMessage): Promise<boolean> {
    if (message.kind === 'events')
      message.events.forEach((event) => {
        this.#derive(event);
      });
    if (message.kind === 'caughtUp' || message.kind === 'fellBehind') this.#behind = message.kind === 'fellBehind';
    if (this.#behind && this.#tiles.size - Math.max(0, this.#sealed) >= this.#step) await this.#seal();
    return this.#behind;
  }

  /** Told to stop: what is recorded by now is sealed, unless it was still far behind. */
  async #drain(): Promise<void> {
    if (this.#sealed >= 0) for await (const event of this.#config.store.readAll({ after: this.#position ?? 'start' })) this.#derive(event);
    await this.#seal();
  }

  #derive(event: RecordedEvent): void {
    this.#position = event.position;
    if (!isLedgered(event.streamId)) return;
    this.#keys.learn(event);
    if (this.#n === this.#tiles.size) this.#tiles.append(leafOf(event, this.#n));
    this.#n += 1;
  }

  /** Many events share one seal: commands never wait for it. */
  async #rest(): Promise<void> {
    try {
      await pause(this.#config.pauseMs ?? 200, undefined, { signal: this.#stopping.signal });
    } catch {
      // Told to stop: the rest ends early.
    }
  }

  async #seal(): Promise<void> {
    const { size } = this.#tiles;
    if (size === this.#sealed || size === 0) return;
    this.#tiles.flush();
    const { folder } = this.#config;
    replaceFile(join(folder, progressFile), Buffer.from(`${JSON.stringify({ position: String(this.#position), n: this.#n })}\n`));
    // Before the entry that reopened it, the record was another log.
    if (!this.#keys.inForce.every((vkey) => vkey.startsWith(`${this.#config.origin}+`))) return;
    const note = await this.#signed(size);
    if (note === null) return;
    const published = this.#config.cosign === undefined ? note : await this.#config.cosign(note);
    // Without its quorum the checkpoint before stays the published one; the next seal asks again.
    if (published === null) return;
    replaceFile(join(folder, checkpointFile), published);
    syncFolder(folder);
    this.#sealed = size;
  }

  /** The signed checkpoint; null when the sealer was told to stop while the signer was away. @throws SealingStopped */
  async #signed(size: number): Promise<Uint8Array | null> {
    for (let tries = 0; ; tries += 1) {
      try {
        const { inForce: keys } = this.#keys;
        const answer: SigningAnswer = await this.#config.signer.sign({
          size,
          root: this.#tiles.root(),
          ...(keys.length === 0 ? {} : { keys }),
        });
        if ('refused' in answer) throw new SealingStopped(answer.refused);
        return answer.note;
      } catch (error) {
        if (!(error instanceof SignerUnavailable)) throw error;
        if (this.#stopping.signal.aborted) return null;
        this.#config.onUnavailable?.(error);
        await pause(Math.min(5_000, 100 * 2 ** tries), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  stop = async (): Promise<void> => {
    this.#stopping.abort();
    await this.ended;
  };
}

export interface SealerConfig {
  readonly store: EventStore;
  /** Name of the log that is signed. */
  readonly origin: string;
  /** Folder of the ledger's files. */
  readonly folder: string;
  readonly signer: SignerClient;
  /** Rest between two seals, in ms; 200 unless told. */
  readonly pauseMs?: number;
  readonly cosign?: Cosigning;
  /** Told each time the signer cannot be reached; it is asked again. */
  readonly onUnavailable?: (error: Error) => void;
}

/** Follows the log, derives its leaves, has each new tree signed and publishes the checkpoint. Commands never wait for it. */
export const startSealer = (config: SealerConfig): Sealer => new FollowingSealer(config);
