import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MalformedEvent, uuidV5, type GlobalPosition, type RecordedEvent } from '../../event-store/src/index.ts';
import { bundlePath, leafOf, ledgerFolder, sha256Tree, TileFolder, tilePath, TileReader, verifyLog } from './index.ts';

const event = (n: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  streamId: `topic-${n % 7}`,
  revision: BigInt(Math.floor(n / 7)),
  position: BigInt(n + 1) as GlobalPosition,
  id: uuidV5(`event ${n}`),
  type: 'TopicNoted',
  data: { n, $salt: 'x' },
  metadata: { actor: 'ada' },
  ...more,
});

async function* read(events: readonly RecordedEvent[]): AsyncIterable<RecordedEvent> {
  await Promise.resolve();
  yield* events;
}

describe('a log against what was sealed of it', () => {
  const events = Array.from({ length: 600 }, (_event, n) => event(n));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-verify-'));
    const tiles = new TileFolder(folder);
    events.forEach((one, n) => {
      tiles.append(leafOf(one, n));
    });
    tiles.flush();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const root = () => new TileReader(ledgerFolder(folder), sha256Tree, 600).root();
  const verified = (log: readonly RecordedEvent[], signed = root()) =>
    verifyLog(read(log), new TileReader(ledgerFolder(folder), sha256Tree, 600), signed);

  it('is good, and says how much is not sealed yet', async () => {
    expect(await verified(events)).toStrictEqual({ good: true, entries: 600, unsealed: 0, erased: 0, keys: [] });
    expect(await verified([...events, event(600), event(601, { streamId: 'draft-1' })])).toStrictEqual({
      good: true,
      entries: 600,
      unsealed: 1,
      erased: 0,
      keys: [],
    });
  });
  it.each<[string, Partial<RecordedEvent>]>([
    ['data', { data: { n: 300, $salt: 'y' } }],
    ['metadata', { metadata: { actor: 'ben' } }],
    ['type', { type: 'TopicNotes' }],
    ['id', { id: uuidV5('other') }],
    ['stream', { streamId: 'topic-9' }],
    ['revision', { revision: 99n }],
  ])('names the event whose %s was changed', async (_column, change) => {
    const changed = events.map((one, n) => (n === 300 ? { ...one, ...change } : one));
    const verdict = await verified(changed);
    expect(verdict).toMatchObject({ good: false, why: 'event_altered', index: 300 });
    expect(verdict).toHaveProperty('event', expect.stringContaining('topic-6@42 (TopicNoted)'));
  });
  it('names the first of two that were swapped, and one that is gone', async () => {
    const swapped = events.map((one, n) => (n === 10 ? event(11) : n === 11 ? event(10) : one));
    expect(await verified(swapped)).toMatchObject({ why: 'event_altered', index: 10 });
    expect(await verified(events.toSpliced(20, 1))).toMatchObject({ why: 'event_altered', index: 20 });
  });
  it('names the first that was cut off', async () => {
    expect(await verified(events.slice(0, 598))).toStrictEqual({
      good: false,
      why: 'event_missing',
      index: 598,
      event: 'topic-3@85 (TopicNoted)',
    });
  });
  it('names what the store cannot even read', async () => {
    const broken = async function* (): AsyncIterable<RecordedEvent> {
      yield* read(events.slice(0, 5));
      throw new MalformedEvent('topic-5', 0n, new SyntaxError('not JSON'));
    };
    const verdict = await verifyLog(broken(), new TileReader(ledgerFolder(folder), sha256Tree, 600), root());
    expect(verdict).toStrictEqual({ good: false, why: 'event_unreadable', index: 5, event: 'topic-5@0 (TopicNoted)' });
  });
  it('names what cannot be read also when it lies further on in a page', async () => {
    const broken = async function* (): AsyncIterable<RecordedEvent> {
      yield* read(events.slice(0, 5));
      throw new MalformedEvent('topic-0', 40n, new SyntaxError('not JSON'));
    };
    const tree = (): TileReader => new TileReader(ledgerFolder(folder), sha256Tree, 600);
    const index = events.findIndex(({ streamId, revision }) => streamId === 'topic-0' && revision === 40n);
    expect(index).toBeGreaterThan(5);
    expect(await verifyLog(broken(), tree(), root())).toStrictEqual({
      good: false,
      why: 'event_unreadable',
      index,
      event: 'topic-0@40 (TopicNoted)',
    });
    const stranger = async function* (): AsyncIterable<RecordedEvent> {
      yield* read(events.slice(0, 5));
      throw new MalformedEvent('stranger-1', 0n, new SyntaxError('not JSON'));
    };
    expect(await verifyLog(stranger(), tree(), root())).toStrictEqual({
      good: false,
      why: 'event_unreadable',
      index: 5,
      event: 'stranger-1@0',
    });
  });
  it('sees that the files themselves were changed', async () => {
    const signed = root();
    const tile = join(folder, tilePath(0, 1));
    const bytes = readFileSync(tile);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(tile, bytes);
    expect(await verified(events, signed)).toMatchObject({ why: 'files_damaged' });
  });
  it('sees that a file is cut off', async () => {
    const signed = root();
    appendFileSync(join(folder, bundlePath(0)), '');
    rmSync(join(folder, bundlePath(1)));
    expect(await verified(events, signed)).toStrictEqual({
      good: false,
      why: 'files_damaged',
      index: 0,
      event: `${bundlePath(1)} is missing or cut off`,
    });
  });
  it('tells how far it is', async () => {
    const told: number[] = [];
    await verifyLog(read(events.slice(0, 3)), new TileReader(ledgerFolder(folder), sha256Tree, 600), root(), (done) => told.push(done));
    expect(told).toStrictEqual([1, 2, 3]);
  });
});
