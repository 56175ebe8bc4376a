export { deriveTiles } from './derive-tiles.ts';
export { leafOf, maxLeafBytes } from './leaf.ts';
export * from './merkle/index.ts';
export { sha256Tree } from './sha256.ts';
export { bundlePath, tilePath } from './tile-paths.ts';
export { ledgerFolder, MissingTile, TileReader, type ReadLedgerFile } from './tile-reader.ts';
export { bundleOf, entriesOf, TileFolder } from './tiles.ts';
export * from './signed/index.ts';
