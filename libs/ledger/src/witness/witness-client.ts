import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { proveConsistency } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import type { Cosigning } from '../sealer/sealer.ts';
import {
  checkpointMessage,
  formatNote,
  parseCheckpoint,
  parseNote,
  verifyCheckpoint,
  verifyNote,
  type Checkpoint,
  type Policy,
  type SignatureLine,
} from '../signed/index.ts';
import { ledgerFolder, TileReader } from '../tile-reader.ts';
import { formatSubmission } from './submission.ts';

type AskedWitness = Policy['witnesses'][number] & { readonly url: string };

/** How witnesses are asked. */
export interface WitnessAsking {
  /** Whose witnesses, at which addresses, and how many have to agree. */
  readonly policy: Policy;
  /** Folder of the ledger's files, from which proofs are made. */
  readonly folder: string;
  /** Longest wait for one answer, in ms; 5,000 unless told. */
  readonly timeoutMs?: number;
  /** Told of every witness that did not cosign, with the reason. */
  readonly onRefusal?: (witness: string, reason: string) => void;
}

const mostAnswerBytes = 10_000;

/** Asks one witness, twice at most: it may name the size that it wants to go on from. */
class Asking {
  readonly #asking: WitnessAsking;
  readonly #note: Uint8Array;
  readonly #checkpoint: Checkpoint;

  constructor(asking: WitnessAsking, note: Uint8Array, checkpoint: Checkpoint) {
    this.#asking = asking;
    this.#note = note;
    this.#checkpoint = checkpoint;
  }

  #proofFrom(oldSize: number): Buffer {
    const { folder } = this.#asking;
    const { size } = this.#checkpoint;
    const files = Math.max(size, Number(readFileSync(join(folder, 'size'), 'utf8')));
    const tree = new TileReader(ledgerFolder(folder), sha256Tree, size, files);
    const path = oldSize === 0 || oldSize === size ? [] : proveConsistency(tree.rootOf, oldSize, size);
    return formatSubmission(oldSize, path, this.#note);
  }

  async #post(url: string, oldSize: number): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      body: new Uint8Array(this.#proofFrom(oldSize)),
      redirect: 'error',
      signal: AbortSignal.timeout(this.#asking.timeoutMs ?? 5_000),
    });
    return { status: answer.status, text: (await answer.text()).slice(0, mostAnswerBytes) };
  }

  /** @param knownSize  what the witness cosigned last, as far as we know @returns its line, or why there is none */
  async of(witness: AskedWitness, knownSize: number): Promise<SignatureLine | string> {
    const { size } = this.#checkpoint;
    let answer = await this.#post(witness.url, Math.min(knownSize, size));
    const wanted = answer.status === 409 && /^(?:0|[1-9]\d{0,15})\n$/.test(answer.text) ? Number(answer.text) : null;
    if (wanted !== null && wanted > size) return `it cosigned ${wanted} entries, more than there are`;
    if (wanted !== null) answer = await this.#post(witness.url, wanted);
    return answer.status === 200 ? this.#lineOf(witness, answer.text) : `it answered ${answer.status}`;
  }

  /** The line of the witness itself, verified: nothing else that it sends is passed on. */
  #lineOf(witness: AskedWitness, text: string): SignatureLine | string {
    const note = parseNote(Buffer.from(`${this.#checkpoint.note.text}\n${text}`, 'utf8'));
    const line = note?.signatures.find(({ name, id }) => name === witness.name && id === witness.id);
    if (note === null || line === undefined) return 'it sent no signature of its own';
    const isGood = verifyNote({ text: note.text, signatures: [line] }, [witness], checkpointMessage).good;
    return isGood ? line : 'its signature is bad';
  }
}

const isAsked = (witness: Policy['witnesses'][number]): witness is AskedWitness => witness.url !== null;

/**
 * Has checkpoints cosigned by the witnesses of a policy, all at once.
 *
 * @returns what the sealer asks before it publishes: the note with their lines, or null while the quorum is not reached
 */
export const cosigningBy = (asking: WitnessAsking): Cosigning => {
  const known = new Map<string, number>();
  return async (bytes) => {
    const checkpoint = parseCheckpoint(bytes);
    if (checkpoint === null) return null;
    const one = new Asking(asking, bytes, checkpoint);
    const answers = await Promise.all(
      asking.policy.witnesses.filter(isAsked).map(async (witness) => {
        const answer = await one.of(witness, known.get(witness.alias) ?? 0).catch((error: unknown) => String(error));
        if (typeof answer === 'string') asking.onRefusal?.(witness.alias, answer);
        else known.set(witness.alias, checkpoint.size);
        return answer;
      }),
    );
    const lines = answers.filter((answer): answer is SignatureLine => typeof answer !== 'string');
    const note = formatNote(checkpoint.note.text, [...checkpoint.note.signatures, ...lines]);
    const cosigned = parseCheckpoint(note);
    return cosigned !== null && verifyCheckpoint(asking.policy, cosigned).good ? note : null;
  };
};
