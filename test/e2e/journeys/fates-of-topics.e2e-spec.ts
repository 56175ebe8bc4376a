import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { because, bilingual, contentOf, dayOfTheDocument, openCall, sendContribution, type Requests } from './support/beginnings.ts';
import { fieldOf, tellDecisions } from './support/agenda-of-2015.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { stands } from './support/stages.ts';

/** What may become of a topic before and beside its way to the agenda. */
describe('the fates of topics', () => {
  let journey: Journey;
  let requests: Requests;
  const path = (id: string, step: string): string => `/topics/${id}/${step}`;
  const at = (id: string, stage: string) => stands(journey, ['topic', id], stage);
  const send = async (member: string, title: string): Promise<string> =>
    (await sendContribution(journey, requests, { member, kind: 'topic', content: contentOf(title) })).id;
  const underTriage = async (member: string, title: string): Promise<string> => {
    const id = await send(member, title);
    await at(id, 'submitted');
    await journey.done('officer', path(id, 'acknowledge'));
    await at(id, 'acknowledged');
    await journey.done('officer', path(id, 'start-triage'));
    await at(id, 'under_triage');
    return id;
  };
  const recommend = async (id: string, wish: object): Promise<void> => {
    await journey.done('officer', path(id, 'recommend'), wish);
    await at(id, 'recommended');
  };
  const decline = async (id: string): Promise<void> => {
    await recommend(id, { recommendation: 'decline', ...because('out_of_scope') });
    await journey.done('officer:second', path(id, 'decline'), because('out_of_scope'));
    await at(id, 'declined');
  };

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-02-10T09:00:00.000Z');
  }, 90_000);
  afterAll(() => journey.close());

  it('a Member is asked and answers; another is asked and does not', async () => {
    const [asked, silent] = [await underTriage('KE', 'Tribunals'), await underTriage('UG', 'Appeals')];
    for (const id of [asked, silent]) {
      await journey.done('officer', path(id, 'request-clarification'), { questions: bilingual('Which law?'), due: null });
      await at(id, 'clarification');
    }
    await journey.done('delegate:KE', path(asked, 'answer-clarification'), { answer: bilingual('The code.') });
    await at(asked, 'under_triage');
    await journey.walkTo('2015-02-26T09:00:00.000Z');
    await at(silent, 'under_triage');
  });

  it('two of one question are merged when their Members consent, and taken apart again', async () => {
    const [source, target] = [await underTriage('BI', 'Cumulation'), await underTriage('RW', 'Cumulation in the East')];
    const proposal = { targetId: target, ...because('same_question') };
    const mergeId = fieldOf(await journey.done('officer:second', path(source, 'propose-merge'), proposal), 'mergeId');
    for (const member of ['BI', 'RW']) await journey.done(`delegate:${member}`, path(source, 'consent-to-merge'), { mergeId });
    await journey.settled();
    await at(source, 'merged');
    await journey.done('officer:second', path(source, 'unmerge'), because('mistake'));
    await at(source, 'under_triage');
  });

  it('what asks two questions is divided, and its parts begin a life of their own', async () => {
    const id = await underTriage('TZ', 'Two questions');
    const part = (title: string) => ({ title, text: `${title}.`, primaryTheme: 'ORIGIN', secondaryThemes: [] });
    const divided = { parts: [part('One'), part('Two')], ...because('two_questions') };
    const { events } = await journey.done('officer', path(id, 'split'), divided);
    await at(id, 'split');
    await journey.settled();
    const parts = events[0]?.data['parts'] as readonly { readonly topicId: string }[];
    for (const { topicId } of parts) await at(topicId, 'submitted');
  });

  it('what is declined is taken up again by the Secretariat, by the Chair, or closed', async () => {
    const [id, closed] = [await underTriage('ZM', 'Borders'), await underTriage('MW', 'Bridges')];
    await decline(id);
    await journey.done('officer:second', path(id, 'reconsider'), because('mistake'));
    await at(id, 'under_triage');
    await decline(id);
    await decline(closed);
    await tellDecisions(journey, [id, closed]);
    await at(id, 'declined_released');
    await journey.done('delegate:ZM', path(id, 'request-review'), { text: bilingual('Look again, please.') });
    await journey.done('chair', path(id, 'grant-review'), because('new_information'));
    await at(id, 'under_triage');
    await journey.done('officer', path(closed, 'close'));
    await at(closed, 'closed');
  });

  it('what its Member takes back is withdrawn', async () => {
    const id = await underTriage('MZ', 'Ports');
    await journey.done('delegate:MZ', path(id, 'withdraw'), because('no_longer_relevant'));
    await at(id, 'withdrawn');
  });

  it('what is put off comes back when its session is convened', async () => {
    const id = await underTriage('NA', 'Corridors');
    const wish = { toSession: 'PTC-209-210', ...because('next_session') };
    await recommend(id, { recommendation: 'defer', ...wish });
    await journey.done('officer:second', path(id, 'defer'), wish);
    await at(id, 'deferred');
    await tellDecisions(journey, [id]);
    await at(id, 'deferred_released');
    await journey.done('officer', '/sessions/PTC-209-210/convene');
    await journey.settled();
    await at(id, 'under_triage');
  });

  it('what comes late is kept, and admitted for a reason', async () => {
    await journey.walkTo('2015-04-01T09:00:00.000Z');
    const id = await send('ET', 'Trains');
    await at(id, 'late_not_admitted');
    await journey.done('officer', path(id, 'admit-late'), because('technical_failure'));
    await at(id, 'submitted');
  });
});
