import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { bootApplication, callerAs, instant, type TestApplication } from '../support/application.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { priorities, recordOpenCall, setup, text, topicDraft } from '../support/opened.ts';
import { itWhere } from '../support/where.ts';
import { findChromium, launchChromium } from './chromium.ts';

const executable = findChromium();
const itInBrowser = itWhere(executable !== null, 'no Chromium here (set CHROMIUM_PATH): pages are not looked at in a browser');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [officer, decider, approver] = [
  callerAs('officer', null, 'ada'),
  callerAs('officer', null, 'ben'),
  callerAs('approver', null, 'cleo'),
];
const reason = { code: 'merit', text: { en: 'Good.' } };
const hostile = '<script>document.title="broken"</script> عنوان طويل';

/** A published agenda with one hostile title, and a confirmed document. @returns the item's id and the document's */
const fill = async (application: TestApplication): Promise<{ readonly itemId: string; readonly documentId: string }> => {
  await recordOpenCall(application);
  const clock = { mode: 'virtual', start: instant('2015-02-10T12:00:00.000Z'), rate: 1 } as const;
  await application.done(setup, 'openLedger', { origin: 'test/rapporteur/00000000', uuid: 'u', vkey: 'v', clock });
  await application.done(setup, 'declareInventedSamples', { note: text('Invented for a test'), count: 1 });
  const document = await application.done(officer, 'importWorkingDocument', { bytes: readFileSync('test/fixtures/documents/PC0990E1.md') });
  await application.done(officer, 'confirmWorkingDocument', { documentId: document.id, sessionId: 'PTC-207-208', supplied: {} });
  const draft = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(hostile));
  const topicId = (await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: draft.id })).id;
  await application.done(officer, 'acknowledgeTopic', { topicId });
  await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
  await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason });
  await application.done(decider, 'acceptTopic', { topicId, reason });
  await application.done(officer, 'openAgenda', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
  const heading = await application.done(officer, 'addAgendaHeading', { agendaId: 'A', title: text('Disputes'), theme: 'DISPUTES' });
  const { headingId } = heading.events[0]?.data as { headingId: string };
  const item = await application.done(officer, 'addAgendaItem', {
    agendaId: 'A',
    headingId,
    topicId,
    title: { en: hostile, fr: 'x'.repeat(300) },
    actionLabels: ['for_guidance'],
  });
  for (const theme of priorities.filter((code) => code !== 'DISPUTES'))
    await application.done(officer, 'justifyPriorityOmission', { agendaId: 'A', theme, reason: text('None came') });
  const proposed = await application.done(officer, 'proposeAgendaVersion', { agendaId: 'A', changeNote: text('First') });
  await application.done(approver, 'approveAgendaVersion', {
    agendaId: 'A',
    contentHash: (proposed.events[0]?.data as { contentHash: string }).contentHash,
  });
  const { position } = await application.done(officer, 'publishAgendaVersion', { agendaId: 'A' });
  if (position !== null) await application.env.projections.waitForPosition(BigInt(position) as never);
  return { itemId: (item.events[0]?.data as { itemId: string }).itemId, documentId: document.id };
};

describe('pages in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let paths: readonly string[];
  beforeAll(async () => {
    const application = bootApplication('2015-02-10T12:00:00.000Z');
    const { itemId, documentId } = await fill(application);
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
    ];
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
            expect([path, content.includes(`<html lang="${language}"`), content.includes('<script')]).toStrictEqual([path, true, false]);
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
