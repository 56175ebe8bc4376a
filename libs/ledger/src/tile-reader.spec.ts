import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ledgerFolder,
  MissingTile,
  proveConsistency,
  proveInclusion,
  referenceConsistency,
  referenceInclusion,
  referenceRoot,
  sha256Tree,
  TileFolder,
  TileReader,
  tilePath,
  type TreeHash,
} from './index.ts';

const size = 700;
const entry = (index: number): Buffer => Buffer.from(`entry ${index}`);
const leaves = Array.from({ length: size }, (_leaf, index): TreeHash => sha256Tree.leaf(entry(index)));
const hex = (hashes: readonly TreeHash[]): readonly string[] => hashes.map((hash) => Buffer.from(hash).toString('hex'));

describe('a tree read from tiles', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-reader-'));
    const tiles = new TileFolder(folder);
    leaves.forEach((_leaf, index) => {
      tiles.append(entry(index));
    });
    tiles.flush();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const treeOf = (leavesOf: number): TileReader => new TileReader(ledgerFolder(folder), sha256Tree, leavesOf, size);

  it('has the root of its leaves, at its own size and at earlier ones', () => {
    for (const at of [700, 699, 600, 513, 512, 256, 3, 1, 0])
      expect(hex([treeOf(at).root()])).toStrictEqual(hex([referenceRoot(sha256Tree, leaves.slice(0, at))]));
  });
  it('proves every 37th entry as the definition does', () => {
    const tree = treeOf(size);
    for (let index = 0; index < size; index += 37)
      expect(hex(proveInclusion(tree.rootOf, index, size))).toStrictEqual(hex(referenceInclusion(sha256Tree, index, leaves)));
  });
  it('proves every 41st size to be its beginning as the definition does', () => {
    const tree = treeOf(size);
    for (let at = 1; at <= size; at += 41)
      expect(hex(proveConsistency(tree.rootOf, at, size))).toStrictEqual(hex(referenceConsistency(sha256Tree, at, leaves)));
  });
  it('knows its leaves and its entries', () => {
    const tree = treeOf(size);
    expect(hex([tree.leafHash(0), tree.leafHash(699)])).toStrictEqual(
      hex([leaves[0] ?? sha256Tree.empty, leaves[699] ?? sha256Tree.empty]),
    );
    expect(tree.entries(2).map(String)).toStrictEqual(leaves.slice(512).map((_leaf, index) => `entry ${512 + index}`));
    expect(treeOf(600).entries(2)).toHaveLength(88);
  });
  it('says which file is missing or cut off', () => {
    const gone = new TileReader(() => null, sha256Tree, size);
    expect(() => gone.root()).toThrow(new MissingTile(tilePath(1, 0, 2)));
    expect(() => gone.entries(0)).toThrow(MissingTile);
    truncateSync(join(folder, tilePath(0, 0)), 31);
    expect(() => treeOf(size).leafHash(0)).toThrow('tile/0/000 is missing or cut off');
  });
});
