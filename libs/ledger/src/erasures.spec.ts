import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { erasedData, uuidV5, type GlobalPosition, type Json, type RecordedEvent } from '../../event-store/src/index.ts';
import { dataHashOf, leafOf, ledgerFolder, sha256Tree, TileFolder, TileReader, verifyLog } from './index.ts';

const event = (n: number, streamId: string, revision: number, type: string, data: Json, metadata = {}): RecordedEvent => ({
  streamId,
  revision: BigInt(revision),
  position: BigInt(n + 1) as GlobalPosition,
  id: uuidV5(`event ${n}`),
  type,
  data,
  metadata: { actor: 'kim', role: 'delegate', ...metadata },
});

async function* read(events: readonly RecordedEvent[]): AsyncIterable<RecordedEvent> {
  await Promise.resolve();
  yield* events;
}

const said = { text: 'A trader of that name.', member: 'KE', $salt: 'drawn' };
const left = erasedData({ ...said, text: '[erased]' }, { by: 'e1', dataHash: dataHashOf(said) });
const listing = { stream: 'topic-1', revision: 1, dataHash: dataHashOf(said), leftHash: dataHashOf(left) };
const guard = { actor: 'guard', role: 'data_protection' };

describe('missing content', () => {
  const amended = event(1, 'topic-1', 1, 'TopicAmended', said);
  const requested = event(2, 'erasure-e1', 0, 'ErasureRequested', { erasureId: 'e1' }, { actor: 'ada', role: 'officer' });
  const whole = [
    event(0, 'topic-1', 0, 'TopicSubmitted', { text: 'before', $salt: 'x' }),
    amended,
    requested,
    event(3, 'erasure-e1', 1, 'ErasureApproved', { erasureId: 'e1' }, guard),
    event(4, 'erasure-e1', 2, 'ErasureScopeListed', { erasureId: 'e1', part: 1, events: [listing] }, { actor: 'setup', role: 'operator' }),
  ];
  const erased = whole.with(1, event(1, 'topic-1', 1, 'TopicAmended', left));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-erasures-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  /** Seals the first log, then holds the second one against it. */
  const verdict = (sealed: readonly RecordedEvent[], found: readonly RecordedEvent[]) => {
    const ledger = mkdtempSync(join(folder, 'ledger-'));
    const tiles = new TileFolder(ledger);
    sealed.forEach((one, n) => {
      tiles.append(leafOf(one, n));
    });
    tiles.flush();
    const tree = new TileReader(ledgerFolder(ledger), sha256Tree, sealed.length);
    return verifyLog(read(found), tree, tree.root());
  };

  it('leaves the entry what it was, and is good where two persons decided it and the log lists it', async () => {
    expect(leafOf({ ...amended, data: left }, 1)).toStrictEqual(leafOf(amended, 1));
    expect(await verdict(whole, erased)).toStrictEqual({ good: true, entries: 5, unsealed: 0, erased: 1, keys: [] });
    expect(await verdict(whole.slice(0, 2), erased)).toStrictEqual({ good: true, entries: 2, unsealed: 3, erased: 1, keys: [] });
  });

  const refusal = { good: false, why: 'erasure_not_recorded', index: 1, event: 'topic-1@1 (TopicAmended)' };
  const without = (n: number, more: Partial<RecordedEvent>) => (log: readonly RecordedEvent[]) =>
    log.map((one, at) => (at === n ? { ...one, ...more } : one));
  it.each<[string, (log: readonly RecordedEvent[]) => readonly RecordedEvent[]]>([
    ['nothing of it is on record', (log) => log.slice(0, 2)],
    ['nobody asked for it', without(2, { type: 'ErasureNoted' })],
    ['nobody confirmed it', without(3, { type: 'ErasureNoted' })],
    ['it was confirmed by whoever asked for it', without(3, { metadata: { actor: 'ada', role: 'data_protection' } })],
    ['it was confirmed without the role', without(3, { metadata: { actor: 'guard', role: 'officer' } })],
    ['it lists another revision', without(4, { data: { events: [{ ...listing, revision: 0 }] } })],
    ['it lists another stream', without(4, { data: { events: [{ ...listing, stream: 'topic-2' }] } })],
    ['it lists other data', without(4, { data: { events: [{ ...listing, dataHash: 'other' }] } })],
    ['it lists other remains', without(4, { data: { events: [{ ...listing, leftHash: 'other' }] } })],
    ['it lists nothing', without(4, { data: { events: [] } })],
    ['another erasure lists it', without(4, { streamId: 'erasure-e2' })],
    ['it was listed before it was confirmed', (log) => [...log.slice(0, 3), ...log.slice(3).reverse()]],
  ])('is refused where %s', async (_case, change) => {
    expect(await verdict(change(whole), change(erased))).toStrictEqual(refusal);
  });

  it('is refused of the erasure’s own record, and where its hash is not the entry’s', async () => {
    const own = erasedData({}, { by: 'e1', dataHash: dataHashOf(requested.data) });
    const self = { stream: 'erasure-e1', revision: 0, dataHash: dataHashOf(requested.data), leftHash: dataHashOf(own) };
    const covered = without(4, { data: { events: [self] } })(whole);
    expect(await verdict(covered, without(2, { data: own })(covered))).toMatchObject({ why: 'erasure_not_recorded', index: 2 });
    const forged = erasedData({ text: 'x' }, { by: 'e1', dataHash: 'A'.repeat(43) });
    expect(await verdict(whole, without(1, { data: forged })(whole))).toMatchObject({ why: 'event_altered', index: 1 });
  });
});
