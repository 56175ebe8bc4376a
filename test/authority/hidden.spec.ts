import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs, type TestApplication } from '../support/application.ts';
import { bootWithHistory } from '../support/history.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { text, topicDraft } from '../support/opened.ts';
import { recordPublishedAgenda } from '../support/published.ts';

/** Text that stands in nothing but what is hidden. */
const canary = 'Zygodactyl';

const [first, second] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
const reason = { code: 'merit', text: { en: `${canary} merit` } };

const viewers = [
  'anonymous',
  'delegate KE',
  'delegate BR',
  'drafter BR',
  'observer',
  'administrator',
  'operator',
  'data_protection',
] as const;
type Viewer = (typeof viewers)[number];

interface World {
  readonly server: TestServer;
  readonly tokens: ReadonlyMap<Viewer, string | null>;
  readonly ids: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
}

/** A topic that its Member has handed in and of which nothing more was told. */
const recordReceived = async (application: TestApplication): Promise<string> => {
  const draft = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft('Received and acknowledged'));
  const { id: topicId } = await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: draft.id });
  await application.done(first, 'acknowledgeTopic', { topicId });
  // Its Member is told of both.
  await application.done(first, 'startTopicTriage', { topicId });
  await application.done(first, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
  return topicId;
};

/** What only the Secretariat, or another Member, may know of. */
const recordHidden = async (application: TestApplication, topicId: string): Promise<Readonly<Record<string, string>>> => {
  const drafts = [];
  for (const title of ['one', 'two', 'three'])
    drafts.push(await application.done(callerAs('drafter', 'GH'), 'saveDraft', topicDraft(`${canary} ${title}`)));
  await application.done(callerAs('delegate', 'GH'), 'discardDraft', { draftId: drafts[2]?.id ?? '' });
  await application.done(first, 'recommendTopic', { topicId, recommendation: 'accept', reason });
  await application.done(second, 'acceptTopic', { topicId, reason });
  const agenda = { agendaId: 'B', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text(`${canary} agenda`) };
  await application.done(first, 'openAgenda', agenda);
  await application.done(first, 'addAgendaHeading', { agendaId: 'B', title: text(`${canary} heading`), theme: 'DISPUTES' });
  return { draftId: drafts[0]?.id ?? '', agendaId: 'B', object: 'draft', id: drafts[0]?.id ?? '' };
};

const openWorld = async (withHidden: boolean): Promise<World> => {
  const application = await bootWithHistory('2015-02-10T12:00:00.000Z');
  const { itemId, documentId } = await recordPublishedAgenda(application);
  const topicId = await recordReceived(application);
  const server = await serveApplication(application);
  const tokens = new Map<Viewer, string | null>();
  for (const viewer of viewers) {
    const [role = '', member = null] = viewer.split(' ');
    tokens.set(viewer, viewer === 'anonymous' ? null : await server.tokenFor(role as 'delegate', member));
  }
  const own = await application.done(callerAs('drafter', 'BR'), 'saveDraft', topicDraft('Of Brazil'));
  const hidden = withHidden ? await recordHidden(application, topicId) : {};
  const head = await application.env.store.head();
  if (head !== null) await application.env.projections.waitForPosition(head);
  const ids = {
    topicId,
    itemId,
    documentId,
    draftId: own.id,
    agendaId: 'A',
    sessionId: 'PTC-207-208',
    conferenceId: 'RIC-2015',
    member: 'KE',
    // Of the questions that take an object of any kind: the topic, of which its Member knows less than the Secretariat.
    object: 'topic',
    id: topicId,
  };
  return { server, tokens, ids, hidden };
};

/** What tells only how long the record is, or when it was asked. */
const aboutTheRecord = /"(?:n|position|size|ledgerSize|root|index|entry|from|until|seq|leaf)":(?:\d+|"\d+"|null)/g;

const told = async (server: TestServer, path: string, token: string | null): Promise<string> => {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
  const body = await response.text();
  const named = ['etag', 'content-type', 'cache-control', 'location', 'x-stale', 'link', 'content-disposition'].map(
    (name) => `${name}: ${String(response.headers.get(name))}`,
  );
  const shown = body
    .replaceAll(aboutTheRecord, '')
    .replaceAll(/(?:Ledger size \d+ · root|Taille du registre \d+ · racine) (?:[A-Za-z0-9+/=]{44}|not sealed|non scellée?)/g, '')
    .replaceAll(/(?:Recorded up to entry|Enregistré jusqu’à l’inscription)[\s\d,\u202F]+/g, '')
    .replaceAll(/<dd>[\d,\u202F]+<\/dd><\/dl>/g, '');
  return [String(response.status), ...named, shown].join('\n');
};

/** Where two texts part, for people. */
const firstDifference = (before: string, after: string): string => {
  const at = Array.from(before).findIndex((character, index) => character !== after[index]);
  return `\n  ${before.slice(Math.max(0, at - 40), at + 80)}\n  ${after.slice(Math.max(0, at - 40), at + 80)}`;
};

const described = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as { readonly paths: Readonly<Record<string, object>> };

/** About the process or the whole record, for operators and auditors: they count by nature. */
const countsByNature = /^\/api\/v1\/(?:ledger|sign-in|record\/standing)|^\/(?:health|metrics)/;

const pages = ['', '/agendas/A', '/agendas/B', '/guidance-requests', '/documents', '/members'];

/** Every question of the API and every page, about what is there, what is hidden, and what nobody has. */
const questions = (ids: World['ids'], hidden: World['hidden']): readonly string[] => {
  const routes = Object.entries(described.paths).flatMap(([path, operations]) =>
    'get' in operations && !countsByNature.test(path) ? [path] : [],
  );
  const filled = (path: string, from: Readonly<Record<string, string>>): string =>
    path.replaceAll(
      /\{(\w+)\}/g,
      (_match, name: string) => from[name] ?? (name.endsWith('Id') ? (from['topicId'] ?? 'nothing') : 'nothing'),
    );
  // A packed document hides how long the record is where it cannot be taken out: the same is asked as text.
  const asText = (path: string): string => (path.includes('/documents-out/') ? `${path}?format=md` : path);
  const api = routes.flatMap((path) => [filled(path, ids), filled(path, { ...ids, ...hidden })]).map(asText);
  const searched = [canary, 'law', 'Received'].map((word) => `/api/v1/search?q=${word}`);
  const drawn = ['en', 'fr'].flatMap((language) => pages.map((page) => `/${language}${page}`));
  const past = [...new Set(api)].map((path) => `${path}${path.includes('?') ? '&' : '?'}asOf=2015-02-10T12:00:00.000Z`);
  return [...new Set([...api, ...searched, ...drawn, ...past])];
};

describe('what is hidden', () => {
  let without: World;
  let withIt: World;
  beforeAll(async () => {
    [without, withIt] = [await openWorld(false), await openWorld(true)];
  }, 60_000);
  afterAll(async () => {
    await without.server.close();
    await withIt.server.close();
  });

  it('changes nothing of what anybody is told who may not know of it, byte for byte', async () => {
    expect(withIt.ids).toStrictEqual(without.ids);
    const asked = questions(without.ids, withIt.hidden);
    const different: string[] = [];
    const leaking: string[] = [];
    for (const viewer of viewers) {
      for (const path of asked) {
        const [before, after] = await Promise.all(
          [without, withIt].map(({ server, tokens }) => told(server, path, tokens.get(viewer) ?? null)),
        );
        if (before !== after) different.push(`${viewer} ${path}${firstDifference(before ?? '', after ?? '')}`);
        // Whoever asks with a word is told that word.
        if (after?.replaceAll(path, '').includes(canary) === true && !path.includes(canary)) leaking.push(`${viewer} ${path}`);
      }
    }
    process.stdout.write(
      `NOTE hidden: ${asked.length} questions and pages, ${viewers.length} viewers: ${different.length} differ, ${leaking.length} leak\n`,
    );
    expect({ different, leaking }).toStrictEqual({ different: [], leaking: [] });
  }, 300_000);

  it('is there for those who may know of it, so that the comparison compares something', async () => {
    const ghana = await withIt.server.tokenFor('delegate', 'GH');
    expect(await told(withIt.server, '/api/v1/drafts', ghana)).toContain(canary);
    const officer = await withIt.server.tokenFor('officer');
    expect(await told(withIt.server, `/api/v1/contributions/${withIt.ids['topicId'] ?? ''}`, officer)).toContain(canary);
  });

  it('answers for a draft of another as for one that nobody has', async () => {
    const kenya = withIt.tokens.get('delegate KE') ?? null;
    const [foreign, missing] = [withIt.hidden['draftId'] ?? '', '00000000-0000-5000-8000-000000000000'];
    const at = async (id: string): Promise<string> => (await told(withIt.server, `/api/v1/drafts/${id}`, kenya)).replaceAll(id, 'ID');
    expect(await at(foreign)).toBe(await at(missing));
    expect(await at(foreign)).toMatch(/^404\n/);
  });
});
