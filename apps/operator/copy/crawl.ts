import type { Drawn, DrawnPages } from '../../standalone/draw-pages.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { isFile, placeOf, relativeTo } from './addresses.ts';
import { linksIn, writeLinks } from './rewrite.ts';

/** What a copy does without: the entrance, and what speaks of the running service. */
const leftOut = /^\/(?:(?:en|fr)\/(?:sign-in|join|set-up|account)(?:\/|$)|api\/v1\/openapi\.json$|health\/|metrics$)/;

/** More pages than any conference has: something leads on without end. */
const maxPages = 20_000;

const gather = async (pages: DrawnPages, seeds: readonly string[], tell: (line: string) => void): Promise<ReadonlyMap<string, Drawn>> => {
  const found = new Map<string, Drawn>();
  const asked = new Set<string>();
  const waiting = [...seeds];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (asked.has(path) || leftOut.test(path) || isFile(path)) continue;
    asked.add(path);
    const drawn = await pages.get(path);
    if (drawn.status >= 500) throw new CannotStart(`${path} cannot be drawn: ${drawn.status}.`, { exitCode: 70 });
    if (drawn.status !== 200) continue;
    found.set(path, drawn);
    if (found.size > maxPages) throw new CannotStart(`More than ${maxPages} pages lead to one another.`, { exitCode: 70 });
    if (found.size % 100 === 0) tell(`${found.size} pages, ${waiting.length} to look at`);
    if (drawn.mediaType === 'text/html') waiting.push(...linksIn(drawn.bytes.toString('utf8')));
  }
  return found;
};

/** Where each address lies; two that differ in capitals only would be one file on some disks. */
const placesOf = (found: ReadonlyMap<string, Drawn>): ReadonlyMap<string, string> => {
  const taken = new Map<string, string>();
  const places = new Map<string, string>();
  for (const [path, { mediaType }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = placeOf(path, mediaType);
    const before = taken.get(place.toLowerCase());
    if (before !== undefined) throw new CannotStart(`${path} and ${before} would lie in one file.`, { exitCode: 70 });
    taken.set(place.toLowerCase(), path);
    places.set(path, place);
  }
  return places;
};

/**
 * Draws every page that the seeds lead to, and what those bring along, with links from file to file.
 *
 * @returns bytes by place in the folder of the copy
 */
export const crawl = async (
  pages: DrawnPages,
  seeds: readonly string[],
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, Buffer>> => {
  const found = await gather(pages, seeds, tell);
  const places = placesOf(found);
  const files = new Map<string, Buffer>();
  for (const [path, { mediaType, bytes }] of found) {
    const from = places.get(path) ?? '';
    const resolve = (to: string, fragment: string): string | null => {
      const place = isFile(to) ? placeOf(to, '') : places.get(to);
      return place === undefined ? null : `${relativeTo(from, place)}${fragment}`;
    };
    files.set(from, mediaType === 'text/html' ? Buffer.from(writeLinks(bytes.toString('utf8'), resolve), 'utf8') : bytes);
  }
  return files;
};
