import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { bootApplication } from '../support/application.ts';
import { accountOn, goodPassword } from '../support/account.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordPublishedAgenda } from '../support/published.ts';
import { itWhere } from '../support/where.ts';
import { findChromium, launchChromium } from './chromium.ts';

const executable = findChromium();
const itInBrowser = itWhere(executable !== null, 'no Chromium here (set CHROMIUM_PATH): pages are not looked at in a browser');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('pages in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let paths: readonly string[];
  let account: { readonly email: string; readonly link: string };
  beforeAll(async () => {
    const application = bootApplication('2015-02-10T12:00:00.000Z');
    const { itemId, documentId } = await recordPublishedAgenda(application);
    server = await serveApplication(application);
    paths = [
      '',
      '/agendas/A',
      `/agendas/A/v/1/items/${itemId}`,
      '/guidance-requests',
      '/documents',
      `/documents/${documentId}`,
      '/members',
      '/nowhere',
      '/sign-in',
      '/sign-in/code',
      '/join/a-link',
    ];
    account = await accountOn(application);
    if (executable !== null) ({ browser, close: closeBrowser } = await launchChromium(executable));
  }, 60_000);
  afterAll(async () => {
    if (executable !== null) await closeBrowser();
    await server.close();
  });

  const withPage = async <T>(
    options: { readonly width: number; readonly scheme: 'light' | 'dark'; readonly script: boolean },
    work: (page: Page, faults: string[]) => Promise<T>,
  ): Promise<T> => {
    const context = await browser.newContext({
      viewport: { width: options.width, height: 800 },
      colorScheme: options.scheme,
      javaScriptEnabled: options.script,
      bypassCSP: options.script,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) faults.push(`asks ${request.url()}`);
    });
    try {
      return await work(page, faults);
    } finally {
      await context.close();
    }
  };

  itInBrowser.each(['en', 'fr'] as const)(
    'without script, in %s, at 1280, 360 and 320 px, nothing overflows and nothing is asked from outside',
    async (language) => {
      for (const width of [1280, 360, 320]) {
        await withPage({ width, scheme: 'light', script: false }, async (page, faults) => {
          for (const path of paths) {
            await page.goto(`${server.url}/${language}${path}`);
            const content = await page.content();
            const inline =
              content.replaceAll(/<script src="\/assets\/[\w.]+" defer=""><\/script>/g, '').match(/<script|<style|\sstyle=|\son\w+=/g) ??
              [];
            expect([path, content.includes(`<html lang="${language}"`), [...inline]]).toStrictEqual([path, true, []]);
            const box = await page.locator('body').boundingBox();
            expect([path, width, Math.round(box?.width ?? 0) <= width]).toStrictEqual([path, width, true]);
          }
          expect(faults).toStrictEqual([]);
        });
      }
    },
    120_000,
  );

  itInBrowser.each([
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const)(
    'in %s and %s, axe finds nothing and the page is no wider than the screen',
    async (language, scheme) => {
      await withPage({ width: 360, scheme, script: true }, async (page) => {
        for (const path of paths) {
          await page.goto(`${server.url}/${language}${path}`);
          expect(await page.title()).not.toBe('broken');
          await page.evaluate(axe);
          const found = await page.evaluate<readonly string[]>(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 120)))',
          );
          expect([path, found]).toStrictEqual([path, []]);
          const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
          expect([path, overflow]).toStrictEqual([path, 0]);
        }
      });
    },
    120_000,
  );

  itInBrowser(
    'lets somebody in with a link and a password, without script, and shows the account; axe finds nothing there',
    async () => {
      await withPage({ width: 360, scheme: 'light', script: false }, async (page) => {
        await page.goto(`${server.url}/en/join/${account.link}`);
        await page.fill('#password', goodPassword);
        await page.click('button.primary');
        expect(page.url()).toBe(`${server.url}/en/sign-in`);
        await page.fill('#email', account.email);
        await page.fill('#password', goodPassword);
        await page.click('button.primary');
        expect(page.url()).toBe(`${server.url}/en`);
        await page.click('text=observer');
        expect(await page.locator('h1').textContent()).toBe('The observer');
        const session = (await page.context().cookies()).find(({ name }) => name === 'rapporteur-session');
        expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
        await withPage({ width: 360, scheme: 'dark', script: true }, async (other) => {
          await other.context().addCookies(session === undefined ? [] : [session]);
          await other.goto(`${server.url}/fr/account`);
          await other.evaluate(axe);
          const found = await other.evaluate<readonly string[]>(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 120)))',
          );
          expect(found).toStrictEqual([]);
        });
        await page.click('text=Sign out');
        expect(await page.locator('h1').textContent()).toBe('Sign in');
      });
    },
    60_000,
  );

  it('keeps the reader’s choice of display and leads back to the page', async () => {
    const response = await fetch(`${server.url}/fr/members?display=dark`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toStrictEqual([303, '/fr/members']);
    const page = await (await fetch(`${server.url}/fr/members`, { headers: { cookie: 'display=dark' } })).text();
    expect(page).toContain('data-theme="dark"');
  });

  it('answers the first page in the language the browser asks for', async () => {
    const first = async (language: string): Promise<string> =>
      (await fetch(server.url, { headers: { 'accept-language': language } })).text();
    expect(await first('fr-FR,fr;q=0.9')).toContain('<html lang="fr"');
    expect(await first('de')).toContain('<html lang="en"');
  });
});
