import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A file that pages bring along. Its address changes with its content, so that it can be kept for a year. */
export interface Asset {
  readonly name: string;
  readonly type: string;
  /** Its bytes by content coding. */
  readonly bytes: { readonly identity: Buffer; readonly gzip: Buffer; readonly br: Buffer };
}

const assetOf = (base: string, extension: string, type: string, bytes: Buffer): Asset => ({
  name: `${base}.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${extension}`,
  type: `${type}; charset=utf-8`,
  bytes: { identity: bytes, gzip: gzipSync(bytes), br: brotliCompressSync(bytes) },
});

const own = (name: string): Buffer => readFileSync(new URL(`./assets/${name}`, import.meta.url));

/** The one style sheet. */
export const styleSheet = assetOf('rapporteur', 'css', 'text/css', own('rapporteur.css'));

/** What a page does better with a script: keys, and parts that follow what is typed. Everything works without. */
export const scripts: readonly Asset[] = [
  assetOf('htmx', 'js', 'text/javascript', readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'))),
  assetOf('rapporteur', 'js', 'text/javascript', own('rapporteur.js')),
];

const assets = new Map([styleSheet, ...scripts].map((asset) => [asset.name, asset]));

/** A file by the name in its address; null when there is none. */
export const assetNamed = (name: string): Asset | null => assets.get(name) ?? null;

/** Where browsers find a file. */
export const assetAddress = ({ name }: Asset): string => `/assets/${name}`;
