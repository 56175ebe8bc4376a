import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildDraft, circulateDraft, fieldOf, onAgenda, publish, type Draft } from './support/agenda-of-2015.ts';
import { because, bilingual, dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Sheet {
  readonly recorded: number;
  readonly items: readonly {
    readonly itemId: string;
    readonly label: string;
    readonly outcome: { readonly verb: string; readonly revision: number } | null;
    readonly revisions: readonly { readonly revision: number; readonly correctionId: string | null }[];
    readonly corrections: readonly { readonly member: string; readonly followed: boolean }[];
    readonly presentations: readonly { readonly sha256: string }[];
    readonly correctableUntil: string | null;
  }[];
}

describe('UJ-13: the Conference is held and its outcomes recorded', () => {
  let journey: Journey;
  let draft: Draft;
  const outcome = (verb: string, en: string, carriedTo: string | null = null) => ({ verb, statement: { en }, carriedTo });
  const sheet = (more = ''): Promise<Sheet> => journey.read<Sheet>('delegate:KE', onAgenda(`/outcomes${more}`));

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    draft = await buildDraft(journey, await openCall(journey));
    await circulateDraft(journey, draft);
    await journey.walkTo('2015-05-13T07:00:00.000Z');
    await publish(journey, { final: true });
    await journey.done('approver', onAgenda('/adopt'));
    await journey.settled();
  }, 90_000);
  afterAll(() => journey.close());

  it('no outcome is recorded before the Conference has begun on 15 June', async () => {
    const path = onAgenda(`/items/${draft.items.kenya}/outcome`);
    await journey.refused('officer', path, outcome('took_note', 'Noted.'), 409, 'agenda.meeting_not_begun');
    await journey.refused('officer', '/conferences/RIC-2015/open', undefined, 409, 'conference.not_yet_due');
    await journey.walkTo('2015-06-15T06:30:00.000Z');
    await journey.done('officer', '/conferences/RIC-2015/open');
    const { status } = await journey.read<{ status: string }>(null, '/conferences/RIC-2015');
    expect(status).toBe('in_session');
  });

  it('entries that were kept on a tablet and are sent again later do not double', async () => {
    const path = onAgenda(`/items/${draft.items.kenya}/outcome`);
    const entry = outcome('gave_guidance', 'The Conference asked for a comparative note.');
    const key = { 'idempotency-key': 'tablet-15-june-0001' };
    const first = await journey.give('officer', path, entry, key);
    const again = await journey.give('officer', path, entry, key);
    const later = await journey.give('officer', path, entry, key);
    expect([first.status, again.status, later.status]).toStrictEqual([201, 200, 200]);
    expect([first, again, later].map(({ headers }) => headers.get('idempotent-replayed'))).toStrictEqual([null, 'true', 'true']);
    expect(again.body['events']).toStrictEqual(first.body['events']);
    expect(journey.recorded('AgendaOutcomeRecorded')).toHaveLength(1);
    const other = await journey.give('officer', path, outcome('agreed', 'Something else.'), key);
    expect([other.status, other.code]).toStrictEqual([422, 'idempotency.key_reused']);
    await journey.settled();
  });

  it('an entry under another key for the same item is told that there is one', async () => {
    const path = onAgenda(`/items/${draft.items.kenya}/outcome`);
    await journey.refused('officer:second', path, outcome('agreed', 'Something else.'), 409, 'agenda.outcome_exists');
  });

  it('a recommendation to Governments is refused with a pointer to the Council, in both languages (BR-22)', async () => {
    const path = onAgenda(`/items/${draft.items.burundi}/outcome`);
    const entry = outcome('recommended_to_governments', 'Governments should cumulate.');
    const { body } = await journey.refused('officer', path, entry, 422, 'agenda.cannot_recommend_to_governments');
    expect(body['instead']).toBe('forwarded_to_council');
    const { en, fr } = body['texts'] as { readonly en: string; readonly fr: string };
    expect([en, fr]).toStrictEqual([
      expect.stringContaining('the Council (forwarded_to_council)'),
      expect.stringContaining('au Conseil ('),
    ]);
    await journey.done('officer', path, outcome('forwarded_to_council', 'Cumulation is put before the Council.'));
    await journey.settled();
  });

  it('each action has an owner and a session at which it is due', async () => {
    const action = {
      actionId: 'ACT-2015-1',
      title: bilingual('Comparative note on appeals'),
      owner: 'Secretariat',
      dueSessionId: 'PTC-209-210',
      about: [`topic-${draft.topics.kenya}`],
    };
    const { owner: _owner, ...withoutOwner } = action;
    const { dueSessionId: _due, ...withoutSession } = action;
    await journey.refused('officer', '/actions', withoutOwner, 400, 'input.invalid');
    await journey.refused('officer', '/actions', withoutSession, 400, 'input.invalid');
    await journey.refused('officer', '/actions', { ...action, dueSessionId: 'PTC-999' }, 422, 'action.session_unknown');
    await journey.done('officer', '/actions', action);
    const [found] = await journey.read<readonly object[]>('officer', '/actions');
    expect(found).toMatchObject({ owner: 'Secretariat', dueSession: { sessionId: 'PTC-209-210', start: '2015-10-14' } });
  });

  it('a speaker who does not come is replaced, on record', async () => {
    const invite = { person: await journey.accreditationOf('delegate:KE'), part: 'speaker' };
    const speakerId = fieldOf(await journey.done('officer', onAgenda(`/slots/${draft.slots.first}/speakers`), invite), 'speakerId');
    const instead = { person: await journey.accreditationOf('delegate:UG'), ...because('unavailable') };
    await journey.done('officer', onAgenda(`/speakers/${speakerId}/replace`), instead);
    const { slots } = await journey.read<{
      slots: readonly { slotId: string; speakers: readonly { person: string; standing: string }[] }[];
    }>('officer', onAgenda('/working'));
    const speakers = slots.find(({ slotId }) => slotId === draft.slots.first)?.speakers;
    expect(speakers).toMatchObject([{ person: instead.person, standing: 'invited' }]);
  });

  it('a version that comes out during the Conference leaves it in session', async () => {
    await publish(journey);
    const { status, facts } = await journey.read<{ status: string; facts: { programme: { version: number } } }>(
      null,
      '/conferences/RIC-2015',
    );
    expect([status, facts.programme.version]).toStrictEqual(['in_session', 3]);
  });

  it('presentations are kept by their hash', async () => {
    const shown = { sha256: 'b'.repeat(64), title: { en: 'Slides' }, mediaType: 'application/pdf', sizeBytes: 12_000 };
    await journey.done('officer', onAgenda(`/items/${draft.items.kenya}/presentations`), shown);
    expect((await sheet()).items.find(({ itemId }) => itemId === draft.items.kenya)?.presentations).toMatchObject([
      { sha256: shown.sha256, title: shown.title },
    ]);
  });

  it('a Member corrects the record within five working days, and the revision follows it', async () => {
    const path = onAgenda(`/items/${draft.items.kenya}`);
    const words = { text: { en: 'The note covers three communities.' } };
    const correctionId = fieldOf(await journey.done('delegate:KE', `${path}/corrections`, words), 'correctionId');
    await journey.done('officer', `${path}/outcome/correct`, {
      ...outcome('gave_guidance', 'The Conference asked for a comparative note on three communities.'),
      correctionId,
    });
    const line = (await sheet()).items.find(({ itemId }) => itemId === draft.items.kenya);
    expect(line).toMatchObject({
      outcome: { verb: 'gave_guidance', revision: 2, correctionId },
      revisions: [
        { revision: 1, correctionId: null },
        { revision: 2, correctionId },
      ],
      corrections: [{ member: 'KE', followed: true }],
    });
    expect(line?.correctableUntil?.slice(0, 10)).toBe('2015-06-22');
  });

  it('the agenda is closed when every item has an outcome or goes to a later session', async () => {
    const { body } = await journey.refused('officer', onAgenda('/close'), undefined, 409, 'agenda.items_without_outcome');
    expect(body['items']).toStrictEqual([draft.items.uganda]);
    const path = onAgenda(`/items/${draft.items.uganda}/outcome`);
    await journey.refused('officer', path, outcome('carried_forward', 'For October.'), 422, 'agenda.carried_to_missing');
    await journey.done('officer', path, outcome('carried_forward', 'For October.', 'PTC-209-210'));
    await journey.done('officer', onAgenda('/close'));
    await journey.done('officer', '/conferences/RIC-2015/close');
    const { recorded, items } = await sheet();
    expect([recorded, items.map(({ outcome: told }) => told?.verb)]).toStrictEqual([
      3,
      ['gave_guidance', 'forwarded_to_council', 'carried_forward'],
    ]);
  });

  it('the first words of an outcome are shown with a look back, and the public reads none', async () => {
    const [first] = journey.recorded('AgendaOutcomeCorrected');
    const then = await sheet(`?asOf=${new Date(Date.parse(first?.at ?? '') - 1).toISOString()}`);
    expect(then.items.find(({ itemId }) => itemId === draft.items.kenya)?.outcome?.revision).toBe(1);
    expect(await journey.statusOf(null, onAgenda('/outcomes'))).toBe(404);
  });
});
