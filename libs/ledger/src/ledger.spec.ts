import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { openMemoryEventStore } from '../../event-store/src/adapters/memory/index.ts';
import { uuidV5, type GlobalPosition, type Json, type RecordedEvent } from '../../event-store/src/index.ts';
import { isAtHand, judged, vectors } from '../../../test/support/vectors.ts';
import { bundleOf, deriveTiles, entriesOf, leafOf, referenceRoot, sha256Tree, TileFolder, tilePath } from './index.ts';

const recorded: RecordedEvent = {
  streamId: 'topic-1',
  revision: 3n,
  position: 99n as GlobalPosition,
  id: uuidV5('e'),
  type: 'TopicAccepted',
  data: { $salt: '00'.repeat(16), title: 'Sécurité', amount: 2 },
  metadata: { $correlationId: 'c', actor: 'ada', occurredAt: '2015-02-03T08:00:00.000Z' },
};

describe('a leaf', () => {
  it('is these bytes, for ever', () => {
    expect(leafOf(recorded, 7).toString('utf8')).toBe(
      '{"data":"ypLFn0iGLvcb26Qq8mT2da0i__R950vJX--EWbSE68Q","id":"f1e33bdd-0246-5a4e-8924-3a248bf52fcd","meta":{"$correlationId":"c","actor":"ada","occurredAt":"2015-02-03T08:00:00.000Z"},"n":"7","rev":"3","stream":"topic-1","type":"TopicAccepted","v":"rapporteur-leaf/1"}',
    );
  });

  it('does not depend on the engine’s position, nor on the order in which data was written', () => {
    const other = { ...recorded, position: 1n as GlobalPosition, data: { amount: 2, title: 'Sécurité', $salt: '00'.repeat(16) } };
    expect(leafOf(other, 7)).toStrictEqual(leafOf(recorded, 7));
  });

  it('says nothing of its data, and something else for every change of it', () => {
    const leaf = leafOf(recorded, 7).toString('utf8');
    expect([leaf.includes('Sécurité'), leaf.includes('salt')]).toStrictEqual([false, false]);
    const changes: readonly Partial<RecordedEvent>[] = [
      { data: { $salt: '00'.repeat(16), title: 'Sécurite', amount: 2 } },
      { data: { $salt: `01${'00'.repeat(15)}`, title: 'Sécurité', amount: 2 } },
      { metadata: { ...recorded.metadata, actor: 'ben' } },
      { type: 'TopicDeclined' },
      { revision: 4n },
      { streamId: 'topic-2' },
      { id: uuidV5('f') },
    ];
    const leaves = changes.map((change) => leafOf({ ...recorded, ...change }, 7).toString('hex'));
    expect(new Set([...leaves, leafOf(recorded, 7).toString('hex'), leafOf(recorded, 8).toString('hex')]).size).toBe(changes.length + 2);
  });

  it('larger than an entry may be is refused', () => {
    expect(() => leafOf({ ...recorded, metadata: { long: 'x'.repeat(65_536) } }, 0)).toThrow('at most 65535 are taken');
  });

  const folder = `${vectors}/jcs/testdata`;
  if (isAtHand('jcs')) {
    it('stands on a canonical form that agrees with the six published cases', () => {
      const names = readdirSync(join(folder, 'input'));
      const wrong = names.filter((name) => {
        const value = JSON.parse(readFileSync(join(folder, 'input', name), 'utf8')) as Json;
        return canonicalize(value) !== readFileSync(join(folder, 'output', name), 'utf8');
      });
      expect(judged('RFC 8785', names.length, wrong)).toStrictEqual([6, []]);
    });
  } else process.stdout.write('NOTE: the published cases of RFC 8785 are not at hand\n');
});

describe('tiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-tiles-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const leaf = (index: number): Buffer => Buffer.from(`entry ${index}`);
  const rootAt = (size: number): Uint8Array =>
    referenceRoot(
      sha256Tree,
      Array.from({ length: size }, (_leaf, index) => sha256Tree.leaf(leaf(index))),
    );
  const filesIn = (root: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(root, path), readFileSync(path).toString('base64')] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const build = (root: string, stops: readonly number[]): TileFolder => {
    let tiles = new TileFolder(root);
    for (const stop of stops) {
      while (tiles.size < stop) tiles.append(leaf(tiles.size));
      tiles.flush();
      tiles = new TileFolder(root);
    }
    return tiles;
  };

  it('of a log of 70,000 are the files that tlog-tiles names', () => {
    build(folder, [70_000]);
    const names = Object.keys(filesIn(folder));
    expect(names.filter((name) => name.startsWith('tile/0/'))).toHaveLength(274);
    expect(names.filter((name) => !name.startsWith('tile/0/') && !name.startsWith('tile/entries/'))).toStrictEqual([
      'size',
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(names).toContain('tile/0/273.p/112');
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067');
  }, 60_000);

  it('are the same bytes however often they were stopped, and the same root as the definition', () => {
    const other = mkdtempSync(join(tmpdir(), 'rapporteur-tiles-'));
    const tiles = build(folder, [1, 2, 100, 255, 256, 257, 511, 700, 1_024, 1_300]);
    expect(Buffer.from(tiles.root()).toString('hex')).toBe(Buffer.from(rootAt(1_300)).toString('hex'));
    build(other, [1_300]);
    expect(filesIn(folder)).toStrictEqual(filesIn(other));
    rmSync(other, { recursive: true });
  });

  it('that a crash left unfinished are taken up where the size says', () => {
    const tiles = build(folder, [300]);
    while (tiles.size < 900) tiles.append(leaf(tiles.size));
    writeFileSync(join(folder, 'tile/0/003.partial'), 'torn');
    const again = new TileFolder(folder);
    expect(again.size).toBe(300);
    while (again.size < 900) again.append(leaf(again.size));
    again.flush();
    const other = mkdtempSync(join(tmpdir(), 'rapporteur-tiles-'));
    build(other, [900]);
    expect(filesIn(folder)).toStrictEqual(filesIn(other));
    rmSync(other, { recursive: true });
  });

  it('keep their entries, and a bundle that is cut off is no bundle', () => {
    build(folder, [258]);
    const entries = entriesOf(readFileSync(join(folder, 'tile/entries/001.p/2')));
    expect(entries.map(String)).toStrictEqual(['entry 256', 'entry 257']);
    expect(() => entriesOf(bundleOf([leaf(1)]).subarray(0, -1))).toThrow('cut off');
  });

  it('follow from the log: ledgered events in order, the same again passed over', async () => {
    const store = openMemoryEventStore();
    for (let n = 0; n < 300; n += 1) {
      const stream = n % 3 === 0 ? `draft-${n}` : `topic-${n}`;
      await store.append(stream, 'no_stream', [{ id: uuidV5(`${n}`), type: 'Thing', data: { n }, metadata: {} }]);
    }
    const tiles = new TileFolder(folder);
    await deriveTiles(tiles, store.readAll());
    const root = Buffer.from(tiles.root()).toString('hex');
    expect(tiles.size).toBe(200);
    await deriveTiles(tiles, store.readAll());
    expect([tiles.size, Buffer.from(tiles.root()).toString('hex')]).toStrictEqual([200, root]);
    const first = entriesOf(readFileSync(join(folder, 'tile/entries/000.p/200')))[0];
    expect(JSON.parse(String(first))).toMatchObject({ n: '0', stream: 'topic-1' });
  });
});
