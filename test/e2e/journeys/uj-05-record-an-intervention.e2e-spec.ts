import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callId, contentOf, dayOfTheDocument, openCall, type Requests } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Dossier {
  readonly entry: { readonly channel: string; readonly status: string; readonly at: string | null } | null;
  readonly editions: readonly { readonly edition: number; readonly how: string }[];
}

describe('UJ-05: an intervention is recorded on 4 March', () => {
  let journey: Journey;
  let requests: Requests;
  const said = (words: string) => contentOf('Paperless transit', { language: 'fr', text: words });
  const entry = (words: string, more: object = {}) => ({
    member: 'HT',
    guidanceId: requests.topic,
    callId,
    channel: 'floor',
    receivedAt: '2015-03-04T10:30:00.000Z',
    original: null,
    content: said(words),
    ...more,
  });
  const dossier = (who: 'delegate:HT' | 'officer', id: string) => journey.read<Dossier>(who, `/contributions/${id}`);

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-03-04T11:00:00.000Z');
  }, 60_000);
  afterAll(() => journey.close());

  it('the officer enters what Haiti said, and nobody enters what is still to be said', async () => {
    await journey.refused('delegate:HT', '/topics/entries', entry('x'), 403, 'authorisation.role_not_allowed');
    const early = entry('Demain.', { receivedAt: '2015-03-05T10:30:00.000Z' });
    await journey.refused('officer', '/topics/entries', early, 422, 'entry.received_in_future');
    const { id, events } = await journey.done('officer', '/topics/entries', entry('Le transit sans papier.'));
    expect(events.map(({ type }) => type)).toStrictEqual(['TopicSubmitted', 'TopicEnteredForMember']);
    expect(events[1]?.data).toMatchObject({ channel: 'floor', mark: 'as_recorded', receivedAt: '2015-03-04T10:30:00.000Z' });
    expect(await journey.read('officer', `/instances/topic/${id}`)).toMatchObject({ stage: 'submitted' });
  });

  it('the delegation receives it, to confirm or correct', async () => {
    const { id } = await journey.done('officer', '/topics/entries', entry('Un guichet pour trois ports.'));
    expect((await dossier('delegate:HT', id)).entry).toMatchObject({ channel: 'floor', status: 'unconfirmed', at: null });
    expect(await journey.statusOf('delegate:KE', `/contributions/${id}`)).toBe(404);
  });

  it('it confirms what was recorded', async () => {
    const { id } = await journey.done('officer', '/topics/entries', entry('Un seul formulaire.'));
    await journey.done('delegate:HT', `/topics/${id}/confirm-entry`);
    expect((await dossier('officer', id)).entry).toMatchObject({ status: 'confirmed' });
    await journey.settled();
    await journey.refused('delegate:HT', `/topics/${id}/correct-entry`, { content: said('Autre chose.') }, 409, 'entry.already_settled');
  });

  it('or it corrects it, and both wordings stay', async () => {
    const { id } = await journey.done('officer', '/topics/entries', entry('Deux ports.'));
    await journey.done('delegate:HT', `/topics/${id}/correct-entry`, { content: said('Trois ports.') });
    const { entry: corrected, editions } = await dossier('officer', id);
    expect(corrected).toMatchObject({ status: 'corrected' });
    expect(editions.map(({ edition, how }) => [edition, how])).toStrictEqual([
      [1, 'submitted'],
      [2, 'corrected'],
    ]);
  });

  it('unconfirmed after ten working days it stays “as recorded, not confirmed”', async () => {
    await journey.walkTo('2015-03-05T09:00:00.000Z');
    const { id } = await journey.done('officer', '/topics/entries', entry('Nous demandons un délai.'));
    const status = async () => (await dossier('delegate:HT', id)).entry?.status;
    await journey.walkTo('2015-03-19T22:58:50.000Z');
    expect(await status()).toBe('unconfirmed');
    await journey.walkTo('2015-03-19T23:00:00.000Z');
    expect(await status()).toBe('as_recorded_not_confirmed');
    expect((await dossier('officer', id)).entry).toMatchObject({ at: expect.stringMatching(/^2015-03-19T22:59:00\./) });
  });

  it('and the delegation can still confirm it later', async () => {
    const { id } = await journey.done('officer', '/topics/entries', entry('Encore une fois.'));
    await journey.walkTo('2015-04-08T09:00:00.000Z');
    expect((await dossier('officer', id)).entry?.status).toBe('as_recorded_not_confirmed');
    await journey.done('delegate:HT', `/topics/${id}/confirm-entry`);
    expect((await dossier('officer', id)).entry?.status).toBe('confirmed');
  });
});
