import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildDraft, onAgenda, slotOf, type Draft } from './support/agenda-of-2015.ts';
import { because, bilingual, dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Working {
  readonly content: { readonly headings: readonly { readonly items: readonly { readonly itemId: string }[] }[] };
  readonly slots: readonly {
    readonly slotId: string;
    readonly items: readonly {
      readonly label: string;
      readonly topicReference: string;
      readonly sponsors: readonly { readonly member: string }[];
      readonly priority: string;
    }[];
  }[];
  readonly checks: {
    readonly prioritiesUnaccounted: readonly string[];
    readonly prioritiesWithoutSlot: readonly string[];
    readonly itemsWithoutSlot: readonly { readonly label: string }[];
    readonly obstacles: { readonly propose: readonly object[] };
  };
  readonly balance: { readonly items: number; readonly landlocked: number };
}

describe('UJ-09: the draft agenda is built', () => {
  let journey: Journey;
  let draft: Draft;
  const working = (): Promise<Working> => journey.read<Working>('officer', onAgenda('/working'));

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    draft = await buildDraft(journey, await openCall(journey));
  }, 90_000);
  afterAll(() => journey.close());

  it('each slot names its topics, their co-sponsors and the priority', async () => {
    const { slots } = await working();
    const told = slots.map(({ items }) =>
      items.map(({ label, topicReference, sponsors, priority }) => [
        label,
        topicReference.slice(0, 2),
        sponsors.map(({ member }) => member),
        priority,
      ]),
    );
    expect(told).toStrictEqual([
      [['I - a', 'KE', ['KE'], 'DISPUTES']],
      [
        ['II - a', 'BI', ['BI', 'RW'], 'ORIGIN'],
        ['II - b', 'UG', ['UG'], 'ORIGIN'],
      ],
    ]);
  });

  it('nothing stands against proposing it: seven priorities are left out, each with a reason', async () => {
    const { checks, content, balance } = await working();
    expect(checks).toMatchObject({
      prioritiesUnaccounted: [],
      prioritiesWithoutSlot: [],
      itemsWithoutSlot: [],
      obstacles: { propose: [] },
    });
    expect((content as { omittedPriorities?: readonly object[] }).omittedPriorities).toHaveLength(7);
    expect(balance).toMatchObject({ items: 3, landlocked: 2 });
  });

  it('removing the last slot of a priority asks for a reason', async () => {
    const cancel = onAgenda(`/slots/${draft.slots.first}/cancel`);
    await journey.refused('officer', cancel, {}, 400, 'input.invalid');
    await journey.refused('officer', cancel, because('whim'), 422, 'reason.unknown_code');
    await journey.done('officer', cancel, because('no_time'));
    const { checks } = await working();
    expect(checks.prioritiesWithoutSlot).toStrictEqual(['DISPUTES']);
    expect(checks.itemsWithoutSlot).toMatchObject([{ label: 'I - a' }]);
  });

  it('and removing its last item asks why the priority is then left out (BR-14)', async () => {
    const remove = onAgenda(`/items/${draft.items.kenya}/remove`);
    await journey.refused('officer', remove, { ...because('no_time'), omission: null }, 422, 'agenda.last_item_of_priority');
    const { events } = await journey.done('officer', remove, { ...because('no_time'), omission: bilingual('It goes to October.') });
    expect(events.map(({ type }) => type)).toStrictEqual(['AgendaItemRemoved', 'PriorityOmissionJustified']);
    await journey.settled();
    expect((await working()).checks.prioritiesUnaccounted).toStrictEqual([]);
  });

  it('overlapping slots are refused', async () => {
    const { roomId, items } = draft;
    const wish = slotOf({ roomId, day: 15, from: '12:00', to: '13:00', title: 'Lunch', itemIds: [] });
    const { body } = await journey.refused('officer', onAgenda('/slots'), wish, 409, 'agenda.slot_overlaps');
    expect(body['detail']).not.toBe('');
    const room = await journey.done('officer', onAgenda('/rooms'), { name: bilingual('Room 2'), capacity: null });
    const second = String(room.events[0]?.data['roomId']);
    const twice = slotOf({ roomId: second, day: 15, from: '12:00', to: '13:00', title: 'Twice', itemIds: [items.uganda] });
    await journey.refused('officer', onAgenda('/slots'), twice, 409, 'agenda.item_in_two_slots');
    await journey.done('officer', onAgenda('/slots'), slotOf({ roomId, day: 15, from: '12:30', to: '13:00', title: 'Lunch', itemIds: [] }));
  });

  it('titles exist in English and in French', async () => {
    const nameless = { title: { en: 'Only English', fr: ' ' }, theme: null };
    await journey.refused('officer', onAgenda('/headings'), nameless, 422, 'agenda.title_missing_language');
    await journey.refused('officer', onAgenda('/headings'), { title: { en: 'Only English' }, theme: null }, 400, 'input.invalid');
    const { content } = await working();
    const titles = content.headings.flatMap((heading) => [heading, ...heading.items]) as unknown as { title: { en: string; fr: string } }[];
    expect(titles.filter(({ title }) => title.en === '' || title.fr === '')).toStrictEqual([]);
  });

  it('only an officer builds it', async () => {
    await journey.refused(
      'delegate:KE',
      onAgenda('/headings'),
      { title: bilingual('Mine'), theme: null },
      403,
      'authorisation.role_not_allowed',
    );
    expect([await journey.statusOf('delegate:KE', onAgenda('/working')), await journey.statusOf(null, onAgenda('/working'))]).toStrictEqual(
      [404, 404],
    );
  });
});
