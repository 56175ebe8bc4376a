import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, contentOf, dayOfTheDocument, openCall, sendContribution, type Requests } from './support/beginnings.ts';
import { beginJourney, type Answer, type Journey } from './support/journey.ts';

interface Dossier {
  readonly stage: string;
  readonly late: boolean;
  readonly editions: readonly {
    readonly edition: number;
    readonly how: string;
    readonly content: { readonly text: string };
    readonly difference: { readonly changed: readonly string[]; readonly text: readonly { kind: string; text: string }[] } | null;
  }[];
  readonly sponsors: readonly { readonly member: string; readonly until: string | null }[];
  readonly facts: Readonly<Record<string, unknown>>;
}

describe('UJ-04: Kenya submits, revises and withdraws', () => {
  let journey: Journey;
  let requests: Requests;
  const dossier = (who: 'delegate:KE' | 'delegate:UG' | 'officer', id: string) => journey.read<Dossier>(who, `/contributions/${id}`);
  const send = (member: string, kind: 'topic' | 'practice', title: string): Promise<Answer> =>
    sendContribution(journey, requests, { member, kind, content: contentOf(title) });
  const triaged = async (member: string, title: string): Promise<string> => {
    const { id } = await send(member, 'topic', title);
    await journey.done('officer', `/topics/${id}/acknowledge`);
    await journey.done('officer', `/topics/${id}/classify`, { primaryTheme: 'ORIGIN', secondaryThemes: [] });
    return id;
  };

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-02-16T09:00:00.000Z');
  }, 60_000);
  afterAll(() => journey.close());

  it('a revision keeps both texts and marks the difference', async () => {
    const { id } = await send('KE', 'practice', 'One form');
    const content = contentOf('One form', { text: 'One form: what was tried, and what came of it.' });
    await journey.done('delegate:KE', `/practices/${id}/amend`, { content });
    expect((await dossier('delegate:KE', id)).editions).toMatchObject([
      { edition: 1, how: 'submitted', content: { text: 'One form: what was done, and what came of it.' }, difference: null },
      {
        edition: 2,
        how: 'amended',
        content: { text: 'One form: what was tried, and what came of it.' },
        difference: {
          changed: ['text'],
          text: [
            { kind: 'same', text: 'One form: what was ' },
            { kind: 'removed', text: 'done,' },
            { kind: 'added', text: 'tried,' },
            { kind: 'same', text: ' and what came of it.' },
          ],
        },
      },
    ]);
  });

  it('a withdrawal needs a reason that is listed, and leaves the text readable', async () => {
    const { id } = await send('KE', 'practice', 'A second form');
    await journey.settled();
    await journey.refused('delegate:KE', `/practices/${id}/withdraw`, {}, 400, 'input.invalid');
    await journey.refused('delegate:KE', `/practices/${id}/withdraw`, because('whim'), 422, 'reason.unknown_code');
    await journey.done('delegate:KE', `/practices/${id}/withdraw`, because('internal_decision'));
    expect(await dossier('delegate:KE', id)).toMatchObject({ stage: 'withdrawn', editions: [{ edition: 1 }] });
  });

  it('a withdrawal after merging removes the co-sponsor, not the topic', async () => {
    const [kenyan, ugandan] = [await triaged('KE', 'Origin at the border'), await triaged('UG', 'Rules of origin')];
    const proposal = { targetId: ugandan, ...because('same_question') };
    const { events } = await journey.done('officer', `/topics/${kenyan}/propose-merge`, proposal);
    const mergeId = String(events[0]?.data['mergeId']);
    await journey.done('delegate:KE', `/topics/${kenyan}/consent-to-merge`, { mergeId });
    await journey.done('delegate:UG', `/topics/${kenyan}/consent-to-merge`, { mergeId });
    await journey.settled();
    const behind = async () =>
      (await dossier('officer', ugandan)).sponsors.flatMap(({ member, until }) => (until === null ? [member] : []));
    expect([(await dossier('officer', kenyan)).stage, await behind()]).toStrictEqual(['merged', ['UG', 'KE']]);
    await journey.done('delegate:KE', `/topics/${kenyan}/withdraw`, because('no_longer_relevant'));
    await journey.settled();
    expect(await behind()).toStrictEqual(['UG']);
    expect((await dossier('delegate:UG', ugandan)).stage).toBe('classified');
    expect(await journey.read('officer', `/instances/topic/${ugandan}`)).toMatchObject({ stage: 'under_triage' });
  });

  it('until 31 March, 23:59 in Brussels a note is in time', async () => {
    await journey.walkTo('2015-03-31T21:58:00.000Z');
    const { id, events } = await send('KE', 'practice', 'In time');
    expect(events.map(({ type }) => type)).toStrictEqual(['PracticeSubmitted']);
    expect((await dossier('delegate:KE', id)).late).toBe(false);
  });

  it('after it, it is accepted as late and says so to the delegate (BR-12)', async () => {
    await journey.walkTo('2015-03-31T22:00:00.000Z');
    const { id, events } = await send('KE', 'practice', 'Too late');
    expect(events.map(({ type }) => type)).toStrictEqual(['PracticeSubmitted', 'PracticeReceivedLate']);
    const seen = await dossier('delegate:KE', id);
    expect([seen.late, seen.facts['late']]).toMatchObject([true, { closedAt: '2015-03-31T21:59:00.000Z' }]);
    expect(await journey.read('officer', `/instances/practice/${id}`)).toMatchObject({ stage: 'late_not_admitted' });
  });

  it('late it stays, after it is admitted and judged', async () => {
    const { id } = await send('KE', 'topic', 'Late, and admitted');
    await journey.settled();
    await journey.refused('officer', `/topics/${id}/acknowledge`, null, 409, 'late.not_admitted');
    await journey.done('officer', `/topics/${id}/admit-late`, because('technical_failure'));
    await journey.done('officer', `/topics/${id}/acknowledge`);
    expect(await dossier('delegate:KE', id)).toMatchObject({ late: true, stage: 'acknowledged' });
  });

  it('after closing for changes nothing is taken any more', async () => {
    await journey.walkTo('2015-04-16T16:01:00.000Z');
    const { id } = await journey.done('drafter:KE', '/drafts', {
      kind: 'practice',
      guidanceId: requests.practice,
      callId: 'RIC-2015-input',
      content: contentOf('Much too late'),
    });
    const refused = await journey.give('delegate:KE', `/drafts/${id}/release`);
    expect([refused.status, refused.code]).toStrictEqual([422, 'call.not_open']);
  });
});
