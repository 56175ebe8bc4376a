import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildDraft, circulateDraft, onAgenda, publish, type Draft } from './support/agenda-of-2015.ts';
import { because, bilingual, contentOf, dayOfTheDocument, openCall, sendContribution, type Requests } from './support/beginnings.ts';
import { beginJourney, type Journey, type Who } from './support/journey.ts';
import { stands } from './support/stages.ts';

interface Followed {
  readonly contributionId: string;
  readonly member: string;
  readonly stage: string;
  readonly reasonCode: string | null;
  readonly agendaLine: { readonly label: string } | null;
  readonly href: string;
}

interface FollowedRequest {
  readonly guidanceId: string;
  readonly status: string;
  readonly carriedFrom: string | null;
  readonly received: number;
  readonly members: number;
  readonly byRegion: readonly { readonly region: string; readonly contributions: number }[];
  readonly byTheme: readonly { readonly theme: string; readonly contributions: number }[];
  readonly reachedAgenda: readonly Followed[];
  readonly didNotReachAgenda: readonly Followed[];
  readonly own: readonly Followed[];
  readonly outcomes: readonly { readonly verb: string }[];
  readonly actions: readonly { readonly actionId: string }[];
  readonly href: string;
}

interface FollowUp {
  readonly start: string;
  readonly dueOn: string;
  readonly requests: readonly FollowedRequest[];
  readonly carriedIn: readonly FollowedRequest[];
}

const sessionId = 'PTC-209-210';

describe('UJ-14: the Secretariat reports to the next session', () => {
  let journey: Journey;
  let requests: Requests;
  let draft: Draft;
  let practice: string;
  let declined: string;

  const followUp = (who: Who | null = 'officer') => journey.read<FollowUp>(who, `/sessions/${sessionId}/follow-up`);
  const of = async (guidanceId: string, who: Who | null = 'officer'): Promise<FollowedRequest> => {
    const { requests: told, carriedIn } = await followUp(who);
    const found = [...told, ...carriedIn].find((request) => request.guidanceId === guidanceId);
    if (found === undefined) throw new Error(`the follow-up does not tell of ${guidanceId}`);
    return found;
  };
  const stage = async (guidanceId: string) => (await journey.read<{ stage: string }>('officer', `/instances/guidance/${guidanceId}`)).stage;
  const actionStage = async () => (await journey.read<{ stage: string }>('officer', '/instances/action/ACT-1')).stage;
  const onRequest = (guidanceId: string, path: string): string => `/guidance-requests/${guidanceId}${path}`;

  /** Kenya's practice is accepted and France's topic declined, and both Members are told. */
  const judgeTheOthers = async (): Promise<void> => {
    practice = (await sendContribution(journey, requests, { member: 'KE', kind: 'practice', content: contentOf('One form') })).id;
    declined = (await sendContribution(journey, requests, { member: 'FR', kind: 'topic', content: contentOf('Another forum') })).id;
    for (const path of [`/practices/${practice}`, `/topics/${declined}`]) {
      await journey.done('officer', `${path}/acknowledge`);
      await journey.done('officer', `${path}/classify`, { primaryTheme: 'ORIGIN', secondaryThemes: [] });
    }
    await journey.done('officer:second', `/practices/${practice}/accept`, because('merit'));
    await journey.done('officer', `/topics/${declined}/recommend`, { recommendation: 'decline', ...because('out_of_scope') });
    await journey.done('officer:second', `/topics/${declined}/decline`, because('out_of_scope'));
    const items = [
      { category: 'practice', id: practice },
      { category: 'topic', id: declined },
    ];
    const { id } = await journey.done('officer', '/releases', { title: bilingual('Decisions'), items });
    await journey.done('approver', `/releases/${id}/issue`);
    await journey.settled();
  };

  /** The final agenda, the Conference, and what came of each item. */
  const holdConference = async (): Promise<void> => {
    await journey.walkTo('2015-05-12T08:00:00.000Z');
    await publish(journey, { final: true });
    await journey.walkTo('2015-06-15T08:00:00.000Z');
    await journey.done('officer', '/conferences/RIC-2015/open');
    for (const itemId of Object.values(draft.items))
      await journey.done('officer', onAgenda(`/items/${itemId}/outcome`), {
        verb: 'agreed',
        statement: { en: 'Agreed.' },
        carriedTo: null,
      });
    await journey.done('officer', onAgenda('/close'));
    await journey.settled();
  };

  const file = async (symbol: string): Promise<string> => {
    const bytes = readFileSync('test/fixtures/documents/PC0990E1.md', 'utf8').replaceAll('PC0990E1', symbol);
    const { id } = await journey.done('officer', '/documents', Buffer.from(bytes));
    await journey.done('officer', `/documents/${id}/confirm`, { sessionId, supplied: { symbol } });
    return id;
  };

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    await journey.walkTo('2015-02-10T09:00:00.000Z');
    await judgeTheOthers();
    await journey.walkTo('2015-03-03T09:00:00.000Z');
    await journey.done('officer', '/sessions/PTC-207-208/open');
    draft = await buildDraft(journey, requests);
    await circulateDraft(journey, draft);
    await holdConference();
    const about = [`guidance-${requests.topic}`];
    const action = { actionId: 'ACT-1', title: bilingual('Publish'), owner: 'Secretariat', dueSessionId: sessionId, about };
    await journey.done('officer', '/actions', action);
  }, 120_000);
  afterAll(() => journey.close());

  it('the follow-up document is due on 14 September for 14 October', async () => {
    expect(await followUp()).toMatchObject({ start: '2015-10-14', dueOn: '2015-09-14' });
  });

  it('what the Conference dealt with is discussed', async () => {
    for (const id of Object.values(draft.topics)) await stands(journey, ['topic', id], 'discussed');
  });

  it('it is generated per request, with counts', async () => {
    expect(await of(requests.practice)).toMatchObject({ received: 1, members: 1, byTheme: [{ theme: 'ORIGIN', contributions: 1 }] });
    const topics = await of(requests.topic);
    expect(topics).toMatchObject({ received: 4, members: 4, status: 'open' });
    expect(topics.byRegion).toMatchObject([
      { region: 'ESA', contributions: 3 },
      { region: 'EUR', contributions: 1 },
    ]);
    const reached = topics.reachedAgenda.map(({ member, agendaLine }) => [member, agendaLine?.label]);
    expect(reached).toStrictEqual([
      ['KE', 'I - a'],
      ['BI', 'II - a'],
      ['UG', 'II - b'],
    ]);
    expect(topics.didNotReachAgenda.map(({ member, reasonCode }) => [member, reasonCode])).toStrictEqual([['FR', 'out_of_scope']]);
    expect(topics.outcomes.map(({ verb }) => verb)).toStrictEqual(['agreed', 'agreed', 'agreed']);
    expect(topics.actions.map(({ actionId }) => actionId)).toStrictEqual(['ACT-1']);
  });

  it('and with links, each of which leads somewhere', async () => {
    const told = [await of(requests.practice), await of(requests.topic)];
    const links = told.flatMap(({ href, reachedAgenda, didNotReachAgenda }) => [
      href,
      ...[...reachedAgenda, ...didNotReachAgenda].map((contribution) => contribution.href),
    ]);
    expect(links).toHaveLength(7);
    const found = await Promise.all(links.map((href) => journey.statusOf('officer', href.replace('/api/v1', ''))));
    expect(new Set(found)).toStrictEqual(new Set([200]));
  });

  it('a delegate sees her own Member’s contributions and their fate', async () => {
    const ofFrance = await of(requests.topic, 'delegate:FR');
    expect(ofFrance.own.map(({ contributionId, stage: told, reasonCode }) => [contributionId, told, reasonCode])).toStrictEqual([
      [declined, 'declined', 'out_of_scope'],
    ]);
    const ofKenya = await of(requests.practice, 'delegate:KE');
    expect(ofKenya.own.map(({ contributionId, stage: told }) => [contributionId, told])).toStrictEqual([[practice, 'accepted']]);
  });

  it('and nothing of another Member that did not reach the agenda', async () => {
    const ofKenya = await of(requests.topic, 'delegate:KE');
    expect(ofKenya.didNotReachAgenda).toStrictEqual([]);
    expect(ofKenya.own.map(({ member }) => member)).toStrictEqual(['KE']);
    expect((await of(requests.topic, null)).didNotReachAgenda).toStrictEqual([]);
  });

  it('the Chair’s conclusion closes one request, once its results have gone back to the Members', async () => {
    await journey.walkTo('2015-09-07T08:00:00.000Z');
    const summary = { text: bilingual('What Members sent.'), contributionIds: [practice] };
    await journey.done('officer', onRequest(requests.practice, '/consolidations'), summary);
    expect(await stage(requests.practice)).toBe('consolidating');
    const documentId = await file('PC0450E1');
    await journey.walkTo('2015-09-14T08:00:00.000Z');
    await journey.done('officer', onRequest(requests.practice, '/reports'), { sessionId, documentId });
    await journey.done('officer', `/sessions/${sessionId}/convene`);
    await journey.walkTo('2015-10-14T08:00:00.000Z');
    await journey.refused('officer', onRequest(requests.practice, '/close'), because('taken_note'), 409, 'guidance.not_concluded');
    await journey.done('officer', `/sessions/${sessionId}/open`);
    const conclusion = { sessionId, conclusion: 'close', text: bilingual('The Committee takes note.') };
    await journey.refused('officer', onRequest(requests.practice, '/conclusions'), conclusion, 403, 'authorisation.role_not_allowed');
    await journey.done('chair', onRequest(requests.practice, '/conclusions'), conclusion);
    await journey.done('officer', onRequest(requests.practice, '/close'), because('taken_note'));
    expect(await stage(requests.practice)).toBe('closed');
    await journey.done('delegate:KE', onRequest(requests.practice, '/closure-confirmations'));
  });

  it('what was closed in error is opened again', async () => {
    await journey.done('officer', onRequest(requests.practice, '/reopen'), because('closed_in_error'));
    expect(await stage(requests.practice)).toBe('open');
  });

  it('and carries another forward, closed in part until then', async () => {
    const contributionIds = [draft.topics.kenya];
    await journey.done('officer', onRequest(requests.topic, '/consolidations'), { text: bilingual('Topics.'), contributionIds });
    const documentId = await file('PC0451E1');
    await journey.done('officer', onRequest(requests.topic, '/reports'), { sessionId, documentId });
    const part = { scope: bilingual('What was discussed.'), contributionIds };
    await journey.done('officer', onRequest(requests.topic, '/partial-closures'), { ...part, ...because('answered') });
    expect(await stage(requests.topic)).toBe('partially_closed');
    await journey.done('chair', onRequest(requests.topic, '/conclusions'), {
      // The sessions at which it was asked for conclude that it goes on in the next.
      sessionId: 'PTC-207-208',
      conclusion: 'carry_over',
      text: bilingual('More is asked for.'),
    });
    await journey.refused(
      'officer',
      onRequest(requests.topic, '/carry-over'),
      { toSessionId: 'PTC-207-208', ...because('further_guidance') },
      422,
      'guidance.session_not_later',
    );
    await journey.done('officer', onRequest(requests.topic, '/carry-over'), { toSessionId: sessionId, ...because('further_guidance') });
    expect(await stage(requests.topic)).toBe('carried_over');
  });

  it('carried-forward requests appear in 209/210', async () => {
    const successor = `${requests.topic}.${sessionId}`;
    expect((await followUp()).carriedIn).toMatchObject([{ guidanceId: successor, carriedFrom: requests.topic, status: 'issued' }]);
    expect(await stage(successor)).toBe('issued');
    expect(await journey.statusOf('officer', `/guidance-requests/${successor}`)).toBe(200);
  });

  it('the action that followed is done by the session, with evidence that another judges', async () => {
    expect(await actionStage()).toBe('open');
    await journey.done('officer', '/actions/ACT-1/start');
    expect(await actionStage()).toBe('in_progress');
    const documentId = await file('PC0452E1');
    await journey.done('officer', '/actions/ACT-1/evidence', { documentId, note: bilingual('It is out.') });
    expect(await actionStage()).toBe('evidence_filed');
    await journey.refused('officer', '/actions/ACT-1/complete', undefined, 403, 'workflow.four_eyes');
    await journey.done('officer:second', '/actions/ACT-1/complete');
    expect(await actionStage()).toBe('done');
  });
});
