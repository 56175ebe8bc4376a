import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { filesBelow } from './erasure/marks-in.ts';

const attributes = /\s(?:href|src|action)="([^"]*)"/g;
const ids = /\sid="([^"]*)"/g;

/** What a page of a copy leads to that is not in the copy: other addresses, missing files, missing places in a page. */
const astrayFrom = (page: string): readonly string[] => {
  const html = readFileSync(page, 'utf8');
  const loads = [...html.matchAll(/<(?:script|form|iframe|object)\b/g)].map(([found]) => found);
  const links = [...html.matchAll(attributes)].map(([, to = '']) => to).filter((to) => to !== 'data:,');
  const astray = links.filter((to) => {
    const url = new URL(to.replaceAll('&amp;', '&'), pathToFileURL(page));
    if (url.protocol !== 'file:' || to.startsWith('/')) return true;
    const { hash } = url;
    url.hash = '';
    const file = fileURLToPath(url);
    if (!existsSync(file)) return true;
    const named = hash === '' || [...readFileSync(file, 'utf8').matchAll(ids)].some(([, id]) => id === decodeURIComponent(hash.slice(1)));
    return !named;
  });
  return [...loads, ...astray].map((what) => `${page}: ${what}`);
};

export const pagesOf = (folder: string): readonly string[] => filesBelow(folder).filter((path) => path.endsWith('.html'));

/** Everything that leads astray on any page of a copy. */
export const astrayIn = (folder: string): readonly string[] => pagesOf(folder).flatMap(astrayFrom);

/** Opens every page of a copy from disk in a browser without a network. @returns what was asked for beside files, and what failed */
export const openedFromDisk = async (browser: Browser, folder: string): Promise<readonly string[]> => {
  const context = await browser.newContext({ offline: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const told: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) told.push(request.url());
  });
  page.on('requestfailed', (request) => told.push(`failed: ${request.url()}`));
  page.on('console', (message) => told.push(message.text()));
  for (const path of pagesOf(folder)) {
    await page.goto(pathToFileURL(path).href);
    const [sheets, width] = await page.evaluate(() => [document.styleSheets.length, document.documentElement.scrollWidth] as const);
    if (sheets !== 1) told.push(`no style: ${path}`);
    if (width > 360 && path.endsWith(join('copy.html'))) told.push(`wider than a telephone: ${path}`);
  }
  await context.close();
  return told;
};
