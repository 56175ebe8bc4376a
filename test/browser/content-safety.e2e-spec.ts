import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { goodPassword, invite } from '../support/account.ts';
import { BrowserClient } from '../support/browser-client.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { markup, storeMarkup, type Stored } from '../support/marked-up.ts';
import { recordOpenCall } from '../support/opened.ts';
import { itWhere } from '../support/where.ts';
import { findChromium, launchChromium } from './chromium.ts';

const executable = findChromium();
const itInBrowser = itWhere(executable !== null, 'no Chromium here (set CHROMIUM_PATH): stored markup is not looked at in a browser');

/** All of them on request; every eighth in the gate. */
const every = process.env['MARKUP'] === 'all' ? 1 : 8;
const texts = markup.filter((_text, index) => index % every === 0);

/** What a page did that no text does: a policy that was broken, a script that ran, a window that opened, a place that was asked. */
const watch = (page: Page, own: string): string[] => {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => seen.push('popup'));
  page.on('pageerror', (error) => seen.push(`script ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(`policy ${message.text().slice(0, 200)}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) seen.push(`asks ${request.url().slice(0, 100)}`);
  });
  return seen;
};

/** Says in the console what breaks the policy, so that it is heard. */
const tellViolations =
  "document.addEventListener('securitypolicyviolation', (e) => console.log('Content-Security-Policy ' + e.violatedDirective + ' ' + e.blockedURI));";

describe('texts that want to be more than text', () => {
  let desk: Desk;
  let stored: Stored;
  let browser: Browser;
  let closeBrowser: (() => Promise<void>) | null = null;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    const [operator, approver] = [await desk.tokenFor('operator'), await desk.tokenFor('approver')];
    const hands = {
      drafter: await desk.tokenFor('drafter', 'KE'),
      delegate: await desk.tokenFor('delegate', 'KE'),
      second: await desk.tokenFor('officer'),
    };
    stored = await storeMarkup(desk, hands, texts, approver);
    for (const [role, member] of [
      ['officer', null],
      ['delegate', 'KE'],
    ] as const) {
      const { link, email } = await invite(desk, operator, role, member, `${role}@content.example`);
      const client = new BrowserClient(desk.url);
      await client.api('POST', '/sign-in/link', { link, password: goodPassword });
      await client.api('POST', '/sign-in', { email, password: goodPassword });
      cookies.set(role, client.cookies.split('=')[1] ?? '');
    }
    if (executable !== null) ({ browser, close: closeBrowser } = await launchChromium(executable));
  }, 240_000);
  afterAll(async () => {
    await closeBrowser?.();
    await desk.close();
  });

  const contextOf = async (role: string): Promise<BrowserContext> => {
    const context = await browser.newContext();
    await context.addInitScript(tellViolations);
    const value = cookies.get(role);
    if (value !== undefined) await context.addCookies([{ name: 'rapporteur-session', value, url: desk.url }]);
    return context;
  };

  const pagesOf = (role: string): readonly string[] => {
    const { topics, practices, items } = stored;
    const open = [
      '',
      '/agendas/A',
      '/guidance-requests',
      '/members',
      '/documents',
      '/account',
      ...items.map((id) => `/agendas/A/v/1/items/${id}`),
    ];
    if (role === 'public') return open;
    const own = [...topics, ...practices];
    if (role === 'delegate') return [...open, ...own.map((id) => `/contributions/${id}`)];
    const desks = ['/triage', '/merges', '/decisions', '/coverage', '/contributions-received'];
    return [...open, ...desks, ...own.map((id) => `/triage/${id}`), ...topics.map((id) => `/merges/${id}`)];
  };

  itInBrowser('are noticed where they are more: the watch itself is looked at', async () => {
    const context = await contextOf('public');
    const page = await context.newPage();
    const seen = watch(page, desk.url);
    await page.goto(`${desk.url}/en`);
    await page.evaluate(
      "document.body.insertAdjacentHTML('beforeend', '<img src=https://elsewhere.example/x onerror=alert(1)><a style=color:red>x</a>')",
    );
    await page.waitForTimeout(200);
    expect(seen.length).toBeGreaterThan(0);
    await context.close();
  });

  itInBrowser(
    'stay text on every page, for everybody: no script, no report',
    async () => {
      const [shown, faults, missing]: [{ pages: number; texts: number }, string[], string[]] = [{ pages: 0, texts: 0 }, [], []];
      for (const role of ['public', 'delegate', 'officer']) {
        const context = await contextOf(role);
        const page = await context.newPage();
        const seen = watch(page, desk.url);
        for (const path of pagesOf(role)) {
          const response = await page.goto(`${desk.url}/${role === 'delegate' ? 'fr' : 'en'}${path}`, { waitUntil: 'load' });
          if (response?.status() !== 200) {
            missing.push(`${role} ${path.replaceAll(/[0-9a-f-]{36}/g, 'ID')}`);
            continue;
          }
          shown.pages += 1;
          const words = (await page.evaluate<string>('document.body.textContent')).replaceAll(/\s+/g, ' ');
          shown.texts += texts.filter(
            (text) => text.length > 12 && words.includes(text.trim().slice(0, 60).replaceAll(/\s+/g, ' ')),
          ).length;
          faults.push(...seen.splice(0).map((fault) => `${role} ${path}: ${fault}`));
        }
        await context.close();
      }
      process.stdout.write(
        `NOTE markup: ${texts.length} texts stored, ${shown.pages} pages in Chromium show them ${shown.texts} times as text: ${faults.length} scripts, reports and requests; not there: ${[...new Set(missing)].join(', ') || 'none'}\n`,
      );
      expect(faults.slice(0, 10)).toStrictEqual([]);
      expect(shown.texts).toBeGreaterThan(texts.length);
    },
    600_000,
  );
});
