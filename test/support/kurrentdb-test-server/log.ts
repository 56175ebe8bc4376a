// The log of the test server and the server's own rules of appending (README.md names the source file of each).
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** -1: no stream; -2: any; -4: the stream exists. */
export type Expected = bigint;
export const noStream = -1n;
export const any = -2n;
export const streamExists = -4n;

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  /** Base64. */
  readonly data: string;
  readonly metadata: string;
}

export interface Kept extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/** `repeat` has no position where the events can no longer be read. */
export type Answer =
  | { readonly kind: 'appended' | 'repeat'; readonly revision: bigint; readonly position: bigint | null }
  | { readonly kind: 'wrong'; readonly actual: bigint }
  | { readonly kind: 'deleted' };

export type Shown = { readonly kind: 'events'; readonly events: readonly Kept[] } | { readonly kind: 'not_found' | 'deleted' };

const deletedForEver = 9_223_372_036_854_775_807n;
const metaOf = (stream: string): string => `$$${stream}`;
const originalOf = (stream: string): string | null => (stream.startsWith('$$') ? stream.slice(2) : null);

interface Settings {
  readonly maxCount: bigint | null;
  readonly truncateBefore: bigint;
}

const wholeNumber = (text: string, key: string): bigint | null => {
  const found = new RegExp(`"\\${key}":\\s*(\\d+)`).exec(text)?.[1];
  return found === undefined ? null : BigInt(found);
};

const lineOf = (kept: Kept): string => JSON.stringify(kept, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** Kept in memory, and line by line in a file where one is named, so that it is there again after a restart. */
export class Log {
  readonly all: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #tombstones = new Set<string>();
  /** Ids that the cache of recent ids holds; a restart empties it. */
  readonly #recent = new Map<string, Kept>();
  readonly #listeners = new Set<() => void>();
  readonly #scavenged = new Set<number>();
  /** How many nodes share it. */
  nodes = 1;
  readonly #file: string | null;
  #end = 1_000n;

  constructor(file: string | null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const kept = JSON.parse(line) as Omit<Kept, 'revision' | 'position'> & { revision: string; position: string };
      this.#keep({ ...kept, revision: BigInt(kept.revision), position: BigInt(kept.position) });
    }
  }

  /** Forgets everything but where the next byte goes. */
  reset(): void {
    this.all.length = 0;
    this.#streams.clear();
    this.#tombstones.clear();
    this.#recent.clear();
  }

  /** A node has rewritten its files. What tombstoned streams held is gone from the log that all share once every node has. */
  scavenge(node: number): void {
    this.#scavenged.add(node);
    if (this.#scavenged.size < this.nodes) return;
    this.#scavenged.clear();
    const isHeld = ({ stream, type }: Kept): boolean => type === '$streamDeleted' || !this.#isTombstoned(stream);
    this.all.splice(0, this.all.length, ...this.all.filter(isHeld));
    for (const stream of this.#tombstones) [stream, metaOf(stream)].forEach((gone) => this.#streams.delete(gone));
    this.forgetRecent();
    if (this.#file !== null) writeFileSync(this.#file, this.all.map((kept) => `${lineOf(kept)}\n`).join(''));
  }

  /** What happens at a fail-over: recent ids are known to one node only. */
  forgetRecent(): void {
    this.#recent.clear();
  }

  /** What was written behind a position; looks from the end, where readers are. */
  after(position: bigint): readonly Kept[] {
    return this.all.slice(this.all.findLastIndex((kept) => kept.position <= position) + 1);
  }

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Answer {
    if (this.#isTombstoned(stream)) return { kind: 'deleted' };
    const last = this.lastOf(stream);
    const softDeleted = this.#isSoftDeleted(stream);
    const answer =
      expected === any || expected === streamExists ? this.#loose(stream, expected, events) : this.#exact(stream, expected, events);
    if (answer !== null) return answer;
    if (softDeleted) this.#undelete(stream, last + 1n);
    events.forEach((event, index) => {
      this.#write(stream, last + 1n + BigInt(index), event);
    });
    this.#tell();
    return { kind: 'appended', revision: last + BigInt(events.length), position: this.#end };
  }

  /** Soft delete writes metadata; a tombstone is an event of its own. A stream that is not there cannot be soft-deleted. */
  remove(stream: string, expected: Expected, how: 'soft' | 'tombstone'): Answer {
    if (this.#isTombstoned(stream)) return { kind: 'deleted' };
    const last = this.lastOf(stream);
    if (expected !== any && expected !== last) return { kind: 'wrong', actual: last };
    if (how === 'soft' && last === noStream) return { kind: 'wrong', actual: last };
    if (how === 'soft') this.#meta(stream, { $tb: deletedForEver });
    else this.#tombstone(stream);
    this.#tell();
    return { kind: 'appended', revision: last, position: this.#end };
  }

  lastOf(stream: string): bigint {
    return this.#streams.get(stream)?.at(-1)?.revision ?? noStream;
  }

  /** What a reader of the stream is shown. */
  shown(stream: string): Shown {
    if (this.#isTombstoned(stream)) return { kind: 'deleted' };
    const events = this.#streams.get(stream) ?? [];
    const { maxCount, truncateBefore } = this.#settings(stream);
    if (events.length === 0 || truncateBefore === deletedForEver) return { kind: 'not_found' };
    const counted = maxCount === null ? 0n : this.lastOf(stream) - maxCount + 1n;
    return { kind: 'events', events: events.filter(({ revision }) => revision >= truncateBefore && revision >= counted) };
  }

  /** A metastream goes with its stream. */
  #isTombstoned(stream: string): boolean {
    return this.#tombstones.has(stream) || this.#tombstones.has(originalOf(stream) ?? '');
  }

  #settings(stream: string): Settings {
    const stored = this.#streams.get(metaOf(stream))?.at(-1)?.data;
    const text = stored === undefined ? '' : Buffer.from(stored, 'base64').toString('utf8');
    return { maxCount: wholeNumber(text, '$maxCount'), truncateBefore: wholeNumber(text, '$tb') ?? 0n };
  }

  #isSoftDeleted(stream: string): boolean {
    return originalOf(stream) === null && this.#settings(stream).truncateBefore === deletedForEver;
  }

  /** Null: append. Only the cache of recent ids tells a repeat. */
  #loose(stream: string, expected: Expected, events: readonly Proposed[]): Answer | null {
    const last = this.lastOf(stream);
    const missing = last === noStream && this.lastOf(metaOf(stream)) === noStream;
    if (expected === streamExists && (missing || this.#isSoftDeleted(stream))) return { kind: 'wrong', actual: last };
    const known = events.map(({ id }) => this.#recent.get(`${stream} ${id}`));
    if (known[0] === undefined) return null;
    const end = known.at(-1);
    if (known.includes(undefined) || end === undefined) return { kind: 'wrong', actual: last };
    return this.#repeat(stream, end.revision);
  }

  /** Null: append. The ids stored right after the expected revision tell a repeat. */
  #exact(stream: string, expected: Expected, events: readonly Proposed[]): Answer | null {
    const last = this.lastOf(stream);
    if (expected === last) return null;
    if (expected > last) return { kind: 'wrong', actual: last };
    const stored = this.#streams.get(stream) ?? [];
    const same = events.findIndex(({ id }, index) => stored[Number(expected) + 1 + index]?.id !== id);
    if (same === -1) return this.#repeat(stream, expected + BigInt(events.length));
    if (same === 0 && expected === noStream && this.#isSoftDeleted(stream)) return null;
    return { kind: 'wrong', actual: last };
  }

  #repeat(stream: string, revision: bigint): Answer {
    const shown = this.shown(stream);
    const event = shown.kind === 'events' ? shown.events.find((one) => one.revision === revision) : undefined;
    return { kind: 'repeat', revision, position: event?.position ?? null };
  }

  #undelete(stream: string, from: bigint): void {
    this.#meta(stream, { $tb: from });
  }

  #meta(stream: string, settings: Readonly<Record<string, bigint>>): void {
    const members = Object.entries(settings).map(([key, value]) => `"${key}":${value}`);
    const data = Buffer.from(`{${members.join(',')}}`).toString('base64');
    const event = { id: crypto.randomUUID(), type: '$metadata', contentType: 'application/json', data, metadata: '' };
    this.#write(metaOf(stream), this.lastOf(metaOf(stream)) + 1n, event);
  }

  #tombstone(stream: string): void {
    const event = { id: crypto.randomUUID(), type: '$streamDeleted', contentType: 'application/json', data: '', metadata: '' };
    this.#write(stream, deletedForEver, event);
  }

  #write(stream: string, revision: bigint, event: Proposed): void {
    this.#end += 100n + BigInt(event.data.length);
    const kept: Kept = { ...event, stream, revision, position: this.#end };
    this.#keep(kept);
    if (this.#file !== null) appendFileSync(this.#file, `${lineOf(kept)}\n`);
    this.#recent.set(`${stream} ${event.id}`, kept);
  }

  #keep(kept: Kept): void {
    this.#end = kept.position;
    this.all.push(kept);
    if (kept.type === '$streamDeleted') {
      this.#tombstones.add(kept.stream);
      return;
    }
    const events = this.#streams.get(kept.stream) ?? [];
    this.#streams.set(kept.stream, events);
    events.push(kept);
  }

  #tell(): void {
    [...this.#listeners].forEach((listener) => {
      listener();
    });
  }
}
