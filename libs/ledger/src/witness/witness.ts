import { existsSync, readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { sameHash, verifyConsistency, type TreeHash } from '../merkle/index.ts';
import { replaceFile } from '../replace-file.ts';
import { sha256Tree } from '../sha256.ts';
import { cosign, formatSignature, verifyNote, type Checkpoint, type VerifierKey } from '../signed/index.ts';
import { parseSubmission } from './submission.ts';

/** What a witness answers over HTTP. @see C2SP tlog-witness */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

/** Largest tree of a log that the witness has cosigned. */
interface Seen {
  readonly size: number;
  readonly root: TreeHash;
}

const said = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({ status, contentType: 'text/plain; charset=utf-8', body });

/** The size that the log should have begun from. */
const conflict = (size: number): WitnessAnswer => ({ status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` });

const none: Seen = { size: 0, root: sha256Tree.empty };

/** What is remembered of each log, by its origin. */
const readSeen = (path: string): Map<string, Seen> => {
  if (!existsSync(path)) return new Map();
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, { readonly size: number; readonly root: string }>>;
  return new Map(Object.entries(stored).map(([origin, { size, root }]) => [origin, { size, root: Buffer.from(root, 'base64') }]));
};

/**
 * Watches logs for others: cosigns a tree only when it continues the largest one that it cosigned before. What it cosigned is on disk
 * before the signature leaves it, so that no crash makes it forget a promise.
 */
export class Witness {
  readonly #name: string;
  readonly #key: KeyObject;
  readonly #logs: readonly VerifierKey[];
  readonly #record: string;
  readonly #now: () => Date;
  readonly #seen: Map<string, Seen>;

  /**
   * @param logs  keys of the logs that it watches; their names are the origins
   * @param record  file in which it remembers what it cosigned
   * @throws SyntaxError when that file is damaged
   */
  constructor(config: {
    readonly name: string;
    readonly key: KeyObject;
    readonly logs: readonly VerifierKey[];
    readonly record: string;
    readonly now: () => Date;
  }) {
    this.#name = config.name;
    this.#key = config.key;
    this.#logs = config.logs;
    this.#record = config.record;
    this.#now = config.now;
    this.#seen = readSeen(config.record);
  }

  /** Judges one submission and answers it; never throws for what it is sent. @param body  of the request, `old <size>` first */
  addCheckpoint(body: Uint8Array): WitnessAnswer {
    const submission = parseSubmission(body);
    if (submission === null) return said(400, 'not a submission\n');
    const { oldSize, proof, checkpoint } = submission;
    const keys = this.#logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return said(404, 'unknown log\n');
    if (!verifyNote(checkpoint.note, keys).good) return said(403, 'no signature of the log\n');
    if (oldSize > checkpoint.size) return said(400, 'the old size is larger than the checkpoint\n');
    return this.#judged(this.#seen.get(checkpoint.origin) ?? none, oldSize, proof, checkpoint);
  }

  #judged(seen: Seen, oldSize: number, proof: readonly TreeHash[], checkpoint: Checkpoint): WitnessAnswer {
    const { size, root } = checkpoint;
    if (oldSize !== seen.size) return conflict(seen.size);
    if (size === seen.size && size > 0) {
      if (!sameHash(root, seen.root)) return conflict(seen.size);
      return proof.length === 0 ? this.#cosigned(checkpoint) : said(422, 'a proof where none is needed\n');
    }
    return continues(seen, proof, checkpoint) ? this.#cosigned(checkpoint) : said(422, 'the tree does not continue the one before\n');
  }

  #cosigned({ origin, size, root, note }: Checkpoint): WitnessAnswer {
    this.#seen.set(origin, { size, root });
    const stored = [...this.#seen].map(([name, seen]) => [name, { size: seen.size, root: Buffer.from(seen.root).toString('base64') }]);
    replaceFile(this.#record, Buffer.from(JSON.stringify(Object.fromEntries(stored)), 'utf8'));
    const seconds = BigInt(Math.floor(this.#now().getTime() / 1_000));
    return said(200, formatSignature(cosign(this.#name, this.#key, note.text, seconds)));
  }
}

/** Nothing comes before the first tree; every other one has to be proved. */
const continues = (seen: Seen, path: readonly TreeHash[], { size, root }: Checkpoint): boolean =>
  seen.size === 0 ? path.length === 0 : verifyConsistency(sha256Tree, { size1: seen.size, size2: size, path }, seen.root, root);
