import { withoutWording, type ErasedEvent } from '../../../domain/src/index.ts';
import {
  categoryOf,
  erasedData,
  erasedIn,
  isLedgered,
  type EventStore,
  type Json,
  type RecordedEvent,
  type Revision,
} from '../../../event-store/src/index.ts';
import { dataHashOf } from '../../../ledger/src/index.ts';
import { canonicalJson } from '../canonical.ts';
import { Belongings } from './belongings.ts';
import type { DecidedErasure } from './pending.ts';

/** One event whose content goes, and what stands in its place. */
export interface ContentToErase extends ErasedEvent {
  readonly erasureId: string;
  readonly streamId: string;
  readonly eventRevision: Revision;
  readonly data: Json;
}

/** What some erasures take away. */
export interface ErasureScope {
  readonly contents: readonly ContentToErase[];
  /** Streams outside the ledger that go whole, with the erasure by which they go. */
  readonly streams: ReadonlyMap<string, string>;
}

/** Categories in which nobody repeats what a contribution says: what stands there was said by others, or is public reference. */
const neverSearched: ReadonlySet<string> = new Set([
  'topic',
  'practice',
  'attachment',
  'document',
  'erasure',
  'ledger',
  'workflow',
  'member',
]);

const isSearched = (belongings: Belongings, streamId: string): boolean =>
  !belongings.texts.isEmpty && (belongings.isPart(streamId) || !neverSearched.has(categoryOf(streamId)));

/** What is left of an event, and by which erasure; null when it holds nothing that goes. */
const leftOf = (
  belongings: Belongings,
  { streamId, data }: RecordedEvent,
): { readonly left: object; readonly erasureId: string } | null => {
  const stored = data as object;
  const owner = belongings.ownerOf(streamId);
  if (owner === null && !isSearched(belongings, streamId)) return null;
  const hits: string[] = owner === null ? [] : [owner];
  const own = owner === null ? stored : withoutWording(stored).left;
  const left = belongings.texts.without(own, (erasureId) => hits.push(erasureId)) as object;
  const [erasureId] = hits;
  return erasureId === undefined || canonicalJson(left) === canonicalJson(stored) ? null : { left, erasureId };
};

const toErase = (belongings: Belongings, event: RecordedEvent): ContentToErase | null => {
  const found = isLedgered(event.streamId) ? leftOf(belongings, event) : null;
  if (found === null) return null;
  const { left, erasureId } = found;
  const dataHash = erasedIn(event.data)?.dataHash ?? dataHashOf(event.data);
  const data = erasedData(left, { by: erasureId, dataHash });
  const { streamId, revision } = event;
  return {
    erasureId,
    streamId,
    eventRevision: revision,
    stream: streamId,
    revision: Number(revision),
    dataHash,
    leftHash: dataHashOf(data),
    data,
  };
};

/**
 * What some erasures take away of a record: the wording of their contributions and of their files and translations, and copies of it
 * elsewhere. Read from the log, twice. What was taken away before is not found again.
 */
export const scopeOf = async (store: EventStore, erasures: readonly DecidedErasure[]): Promise<ErasureScope> => {
  const belongings = new Belongings(erasures);
  for await (const event of store.readAll()) belongings.learn(event);
  const contents: ContentToErase[] = [];
  for await (const event of store.readAll()) {
    const content = toErase(belongings, event);
    if (content !== null) contents.push(content);
  }
  return { contents, streams: belongings.outside };
};
