import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildDraft, circulateDraft, fieldOf, onAgenda, type Draft } from './support/agenda-of-2015.ts';
import { dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey, type Who } from './support/journey.ts';

interface Comment {
  readonly commentId: string;
  readonly kind: string;
  readonly member: string | null;
  readonly cosigners: readonly { readonly member: string }[];
  readonly disposition: { readonly disposition: string; readonly reason: object } | null;
  readonly withdrawnAt: string | null;
  readonly by: string | null;
}

interface Comments {
  readonly undisposed: number;
  readonly targets: readonly {
    readonly target: { readonly kind: string; readonly id: string };
    readonly label: string;
    readonly memberCounts: Readonly<Record<string, number>>;
    readonly members: readonly Comment[];
    readonly observers: readonly Comment[];
  }[];
}

describe('UJ-11: Members comment on the draft', () => {
  let journey: Journey;
  let draft: Draft;
  let objection: string;
  const comments = (who: Who = 'delegate:KE', more = ''): Promise<Comments> => journey.read<Comments>(who, onAgenda(`/comments${more}`));
  const onSlot = (kind: string, en: string) => ({ target: { kind: 'slot', id: draft.slots.first }, kind, text: { en } });
  const say = async (who: Who, body: object): Promise<string> => fieldOf(await journey.done(who, onAgenda('/comments'), body), 'commentId');

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    draft = await buildDraft(journey, await openCall(journey));
    await circulateDraft(journey, draft);
    await journey.walkTo('2015-04-24T08:00:00.000Z');
  }, 90_000);
  afterAll(() => journey.close());

  it('a Member may object once to a slot', async () => {
    objection = await say('delegate:KE', onSlot('object', 'Nairobi sits on the same day.'));
    await journey.refused('delegate:KE', onAgenda('/comments'), onSlot('object', 'Again.'), 409, 'agenda.objection_exists');
    await journey.refused('contact_point:KE', onAgenda('/comments'), onSlot('object', 'Again.'), 409, 'agenda.objection_exists');
  });

  it('and say other things of it as often as it likes, and object to another slot', async () => {
    await say('delegate:KE', onSlot('amend', 'Name the tribunals.'));
    const other = { target: { kind: 'slot', id: draft.slots.second }, kind: 'object', text: { en: 'Too short.' } };
    const taken = await say('delegate:KE', other);
    await journey.done('delegate:KE', onAgenda(`/comments/${taken}/withdraw`));
  });

  it('what is taken back stays with its Member and the Secretariat', async () => {
    const seenBy = async (who: Who) =>
      (await comments(who)).targets.flatMap(({ members }) => members).filter(({ withdrawnAt }) => withdrawnAt !== null);
    expect((await seenBy('delegate:KE')).map(({ kind }) => kind)).toStrictEqual(['object']);
    expect(await seenBy('delegate:UG')).toStrictEqual([]);
    expect(await seenBy('officer')).toHaveLength(1);
  });

  it('co-signing adds Members', async () => {
    await journey.done('delegate:UG', onAgenda(`/comments/${objection}/cosign`));
    await journey.done('delegate:BI', onAgenda(`/comments/${objection}/cosign`));
    const [slot] = (await comments()).targets;
    expect(slot).toMatchObject({ target: { kind: 'slot' }, label: '2015-06-15T09:30', memberCounts: { object: 3, amend: 1, support: 0 } });
    const found = slot?.members.find(({ commentId }) => commentId === objection);
    expect([found?.member, ...(found?.cosigners ?? []).map(({ member }) => member)]).toStrictEqual(['KE', 'UG', 'BI']);
  });

  it('the commenter sees the disposition and its reason', async () => {
    const answer = { disposition: 'partly', reason: { en: 'The slot moves to the afternoon.' } };
    await journey.refused('delegate:UG', onAgenda(`/comments/${objection}/dispose`), answer, 403, 'authorisation.role_not_allowed');
    await journey.done('officer', onAgenda(`/comments/${objection}/dispose`), answer);
    const found = (await comments()).targets.flatMap(({ members }) => members).find(({ commentId }) => commentId === objection);
    expect(found?.disposition).toMatchObject(answer);
    expect(found?.by).toBeNull();
  });

  it('an answer may be mended until the agenda is final, and the earlier one stays on record', async () => {
    const answer = { disposition: 'accepted', reason: { en: 'It is moved to the second day.' } };
    await journey.done('officer', onAgenda(`/comments/${objection}/dispose`), answer);
    const [slot] = (await comments('officer')).targets;
    expect(slot?.members[0]).toMatchObject({ disposition: answer, earlierDispositions: [{ disposition: 'partly' }] });
  });

  it('comments of observers are set apart and count nowhere (BR-20)', async () => {
    const said = await say('observer', onSlot('support', 'The community of the lakes agrees.'));
    const [slot] = (await comments()).targets;
    expect(slot?.observers.map(({ commentId, member }) => [commentId, member])).toStrictEqual([[said, null]]);
    expect(slot?.members.some(({ commentId }) => commentId === said)).toBe(false);
    expect(slot?.memberCounts['support']).toBe(0);
    await journey.refused('delegate:UG', onAgenda(`/comments/${said}/cosign`), undefined, 403, 'agenda.observer_cannot_cosign');
  });

  it('an observer sees the answer to its own comment, and nobody else’s', async () => {
    const own = async (who: Who) =>
      (await comments(who)).targets.flatMap(({ members, observers }) => [...members, ...observers]).map(({ disposition }) => disposition);
    const [said] = (await comments('officer')).targets.flatMap(({ observers }) => observers);
    await journey.done('officer', onAgenda(`/comments/${said?.commentId ?? ''}/dispose`), {
      disposition: 'noted',
      reason: { en: 'With thanks.' },
    });
    expect(await own('observer')).toMatchObject([{ disposition: 'noted', reason: { en: 'With thanks.' } }]);
    expect(await own('observer:second')).toStrictEqual([]);
  });

  it('who comments on nothing that is there, or says nothing, is told so', async () => {
    const nowhere = { target: { kind: 'slot', id: 'nowhere' }, kind: 'support', text: { en: 'Yes.' } };
    await journey.refused('delegate:UG', onAgenda('/comments'), nowhere, 422, 'agenda.comment_target_unknown');
    await journey.refused(
      'delegate:UG',
      onAgenda('/comments'),
      { ...onSlot('support', 'Yes.'), text: {} },
      422,
      'agenda.comment_text_missing',
    );
  });

  it('the public reads none of it; a look back shows what had been said by then', async () => {
    expect(await journey.statusOf(null, onAgenda('/comments'))).toBe(404);
    const then = await comments('officer', '?asOf=agenda:RIC-2015:v1');
    expect(then.targets).toStrictEqual([]);
  });

  it('the last moment is 6 May, 23:59 in Brussels; a second later it is over', async () => {
    await journey.walkTo('2015-05-06T21:58:59.000Z');
    await say('delegate:RW', onSlot('support', 'In time.'));
    await journey.walkTo('2015-05-06T21:59:01.000Z');
    await journey.refused('delegate:RW', onAgenda('/comments'), onSlot('support', 'Late.'), 409, 'agenda.comments_closed');
  });
});
