import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { because, bilingual, contentOf, dayOfTheDocument, openCall, sendContribution, type Requests } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { stands } from './support/stages.ts';

/** What may become of a practice note, from its receipt to its publication. */
describe('the fates of practices', () => {
  let journey: Journey;
  let requests: Requests;
  const path = (id: string, step: string): string => `/practices/${id}/${step}`;
  const at = (id: string, stage: string) => stands(journey, ['practice', id], stage);
  const send = async (member: string, title: string): Promise<string> =>
    (await sendContribution(journey, requests, { member, kind: 'practice', content: contentOf(title) })).id;
  const classify = async (id: string): Promise<void> => {
    await journey.done('officer', path(id, 'classify'), { primaryTheme: 'ORIGIN', secondaryThemes: [] });
    await at(id, 'under_triage');
  };
  const classified = async (member: string, title: string): Promise<string> => {
    const id = await send(member, title);
    await at(id, 'submitted');
    await journey.done('officer', path(id, 'acknowledge'));
    await at(id, 'acknowledged');
    await classify(id);
    return id;
  };
  const decide = async (id: string, outcome: 'accept' | 'decline', stage: 'accepted' | 'declined'): Promise<void> => {
    const code = outcome === 'accept' ? 'merit' : 'out_of_scope';
    await journey.done('officer:second', path(id, outcome), because(code));
    await at(id, stage);
  };
  const tell = async (...ids: readonly string[]): Promise<void> => {
    const items = ids.map((id) => ({ category: 'practice', id }));
    const { id } = await journey.done('officer', '/releases', { title: bilingual('Decisions'), items });
    await journey.done('approver', `/releases/${id}/issue`);
    await journey.settled();
  };

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-02-10T09:00:00.000Z');
  }, 90_000);
  afterAll(() => journey.close());

  it('a Member is asked and answers; another is asked and does not', async () => {
    const [asked, silent] = [await send('KE', 'One form'), await send('UG', 'Another form')];
    for (const id of [asked, silent]) {
      await journey.done('officer', path(id, 'acknowledge'));
      await journey.done('officer', path(id, 'start-triage'));
      await at(id, 'under_triage');
      await journey.done('officer', path(id, 'request-clarification'), { questions: bilingual('Since when?'), due: null });
      await at(id, 'clarification');
    }
    await journey.done('delegate:KE', path(asked, 'answer-clarification'), { answer: bilingual('Since 2012.') });
    await at(asked, 'under_triage');
    await journey.walkTo('2015-02-26T09:00:00.000Z');
    await at(silent, 'under_triage');
  });

  it('what is accepted is told, published, and asked back', async () => {
    const id = await classified('KE', 'Scanning');
    await decide(id, 'accept', 'accepted');
    await tell(id);
    await at(id, 'accepted_released');
    await journey.done('officer', path(id, 'publish'));
    await at(id, 'published');
    await journey.done('delegate:KE', path(id, 'request-withdrawal'), because('no_longer_relevant'));
    await journey.done('approver', path(id, 'grant-withdrawal'), because('member_request'));
    await at(id, 'withdrawn');
  });

  it('what is declined is taken up again by the Secretariat, or by the Chair at the wish of the Member', async () => {
    const id = await classified('BI', 'Escorts');
    await decide(id, 'decline', 'declined');
    await journey.done('officer:second', path(id, 'reconsider'), because('mistake'));
    await at(id, 'under_triage');
    await decide(id, 'decline', 'declined');
    await tell(id);
    await at(id, 'declined_released');
    await journey.done('delegate:BI', path(id, 'request-review'), { text: bilingual('Look again, please.') });
    await journey.done('chair', path(id, 'grant-review'), because('new_information'));
    await at(id, 'under_triage');
  });

  it('what comes late is kept, and admitted for a reason', async () => {
    await journey.walkTo('2015-04-01T09:00:00.000Z');
    const id = await send('RW', 'Corridors');
    await at(id, 'late_not_admitted');
    await journey.done('officer', path(id, 'admit-late'), because('technical_failure'));
    await at(id, 'submitted');
  });
});
