import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callId, contentOf, dayOfTheDocument, openCall, type Requests } from './support/beginnings.ts';
import { beginJourney, type Answer, type Journey } from './support/journey.ts';

interface Themes {
  readonly themes: readonly { readonly code: string; readonly label: { readonly fr: string } }[];
}

interface Queue {
  readonly items: readonly {
    readonly contributionId: string;
    readonly language: string;
    readonly stage: string;
    readonly translation: { readonly to: string; readonly neededBeforeCirculation: boolean };
  }[];
}

const title = 'Harmoniser les règles d’origine : où en est-on ?';
const text = 'Un même certificat « reçu » à Bujumbura est refusé à Kigali. Où l’erreur naît-elle ? Ça dépend du guichet.';

describe('UJ-03: Burundi submits a topic in French', () => {
  let journey: Journey;
  let requests: Requests;
  let released: Answer;
  const draft = (more: object = {}) => ({
    kind: 'topic',
    guidanceId: requests.topic,
    callId,
    content: contentOf(title, { language: 'fr', text, ...more }),
  });
  const dossier = () => journey.read('delegate:BI', `/contributions/${released.id}`);
  const inQueue = async () =>
    (await journey.read<Queue>('officer', '/triage-queue')).items.find(({ contributionId }) => contributionId === released.id);

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-02-09T09:00:00.000Z');
  }, 60_000);
  afterAll(() => journey.close());

  it('what a form asks for is told in French: the call, the nine priorities, and why something is not taken', async () => {
    const calls = await journey.read<readonly { title: { fr: string } }[]>('drafter:BI', '/calls');
    expect(calls.map(({ title: { fr } }) => fr)).toStrictEqual(['Contributions to the Regional Integration Conference (fr)']);
    const { themes } = await journey.read<Themes>('drafter:BI', '/themes');
    expect(themes.find(({ code }) => code === 'ORIGIN')?.label.fr).toMatch(/origine/i);
    const { id } = await journey.done('drafter:BI', '/drafts', draft({ primaryTheme: 'INTERCONNECTIVITY' }));
    const refused = await journey.give('delegate:BI', `/drafts/${id}/release`, null, { 'accept-language': 'fr' });
    expect([refused.status, refused.code, refused.headers.get('content-language')]).toStrictEqual([
      422,
      'theme.primary_must_be_priority',
      'fr',
    ]);
    expect(refused.body['detail']).toMatch(/priorité/);
  });

  it('the reference arrives within the same request', async () => {
    const { id } = await journey.done('drafter:BI', '/drafts', draft());
    released = await journey.done('delegate:BI', `/drafts/${id}/release`);
    expect(released.events.map(({ type }) => type)).toStrictEqual(['TopicSubmitted']);
    expect(released.events[0]?.data['reference']).toMatch(/^BI-[0-9A-Z]{5}$/);
  });

  it('accents survive', async () => {
    expect((await dossier())['content']).toMatchObject({ title, text, language: 'fr' });
    expect(released.events[0]?.data['content']).toMatchObject({ title, text });
  });

  it('its status is “submitted”', async () => {
    expect((await dossier())['stage']).toBe('submitted');
    expect(await journey.read('officer', `/instances/topic/${released.id}`)).toMatchObject({ stage: 'submitted', milestone: 'submitted' });
  });

  it('the Secretariat sees that it is in French and that a translation is needed before circulation', async () => {
    expect(await inQueue()).toMatchObject({ language: 'fr', translation: { to: 'en', neededBeforeCirculation: true } });
  });

  it('triage is not blocked by that', async () => {
    await journey.done('officer', `/topics/${released.id}/acknowledge`);
    await journey.done('officer', `/topics/${released.id}/classify`, { primaryTheme: 'ORIGIN', secondaryThemes: [] });
    const reason = { code: 'merit', text: { fr: 'La question est posée dans trois régions.' } };
    await journey.done('officer', `/topics/${released.id}/recommend`, { recommendation: 'accept', reason });
    expect(await inQueue()).toMatchObject({ stage: 'recommended', translation: { neededBeforeCirculation: true } });
  });
});
