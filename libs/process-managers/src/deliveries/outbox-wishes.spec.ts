import { afterEach, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../../test/support/application.ts';
import { openPostOffice, type PostOffice } from '../../../../test/support/outbox.ts';
import type { DeliveryView } from '../../../application/src/index.ts';
import type { NoticePreference } from '../../../domain/src/index.ts';

let office: PostOffice;
afterEach(() => office.close());

const messages = async (filter: object): Promise<readonly DeliveryView[]> => {
  const page = await office.application.ask('deliveries', { filter, cursor: null, limit: 200 });
  if ('code' in page) throw new Error(page.code);
  return page.items;
};

const prefer = (preference: NoticePreference) =>
  office.application.done(callerAs('delegate', 'KE', office.people.kenya), 'setMailboxPreference', { preference });

const toDelegate = () => office.mail.handed.filter(({ recipient }) => recipient === 'delegate.ke@example.org');

describe('mail as somebody wants it', () => {
  it('goes to nobody who does not want any; his inbox shows it all the same', async () => {
    office = await openPostOffice();
    await prefer({ mail: 'none', quietHours: null });
    await office.suggest();
    await office.work();
    expect(toDelegate()).toStrictEqual([]);
    const told = await messages({ recipient: office.people.kenya });
    expect(told.map(({ channel, stage }) => [channel, stage]).sort()).toStrictEqual([
      ['inbox', 'shown'],
      ['mail', 'not_wanted'],
    ]);
  });

  it('goes once a day, all of it together, on the next morning and not before', async () => {
    office = await openPostOffice();
    await prefer({ mail: 'digest', quietHours: null });
    await office.suggest('One');
    await office.suggest('Two');
    await office.work();
    expect(toDelegate()).toStrictEqual([]);
    office.application.moveTo('2015-02-11T07:59:59.999Z');
    await office.work();
    expect(toDelegate()).toStrictEqual([]);
    office.application.moveTo('2015-02-11T08:00:00.000Z');
    await office.work();
    await office.work();
    const [digest] = toDelegate();
    expect(toDelegate().length).toBe(1);
    expect(digest?.subject).toBe('What happened: 2 messages');
    expect(digest?.text).toMatch(/\* Received: KE-\w{5} One\n\* Received: KE-\w{5} Two\n/);
    const stages = (await messages({ recipient: office.people.kenya, channel: 'mail' })).map(({ stage }) => stage);
    expect(stages.sort()).toStrictEqual(['accepted', 'in_digest', 'in_digest']);
    await office.suggest('Three');
    office.application.moveTo('2015-02-12T08:00:00.000Z');
    await office.work();
    expect(toDelegate().map(({ subject }) => subject)).toStrictEqual(['What happened: 2 messages', 'What happened: 1 messages']);
  });

  it('waits for the end of quiet hours, in the zone of who is told', async () => {
    office = await openPostOffice();
    // 15:00 in Nairobi.
    await prefer({ mail: 'at_once', quietHours: { from: '14:00', until: '16:00', zone: 'Africa/Nairobi' } });
    await office.suggest();
    await office.work();
    expect(toDelegate()).toStrictEqual([]);
    office.application.moveTo('2015-02-10T12:59:59.999Z');
    await office.work();
    expect(toDelegate()).toStrictEqual([]);
    office.application.moveTo('2015-02-10T13:00:00.000Z');
    await office.work();
    expect(toDelegate().length).toBe(1);
  });

  it('has a zone that there is', async () => {
    office = await openPostOffice();
    const preference = { mail: 'at_once', quietHours: { from: '22:00', until: '07:00', zone: 'Africa/Nowhere' } } as const;
    const outcome = await office.application.give(callerAs('delegate', 'KE', office.people.kenya), 'setMailboxPreference', { preference });
    expect(outcome).toStrictEqual({ kind: 'refused', rejection: { code: 'mailbox.zone_unknown', zone: 'Africa/Nowhere' } });
  });
});

describe('mail that is held for review', () => {
  it('goes when an officer lets it go, and never when he keeps it back', async () => {
    office = await openPostOffice();
    const { rules } = await office.application.ask('noticeRules', {});
    const receipt = rules.find(({ ruleId }) => ruleId === 'topic-receipt');
    if (receipt === undefined) throw new Error('no rule for receipts ships');
    const officer = callerAs('officer', null, office.people.officer);
    const changeNote = { en: 'For the exercise.', fr: 'Pour l’exercice.' };
    await office.application.done(officer, 'publishRule', { ruleId: 'topic-receipt', rule: { ...receipt.rule, review: true }, changeNote });
    await office.suggest();
    await office.work();
    expect(office.mail.handed).toStrictEqual([]);
    const [first, second] = await messages({ stage: 'held' });
    await office.application.done(officer, 'releaseDelivery', { deliveryId: first?.deliveryId ?? '' });
    const reason = { code: 'told_otherwise', text: { en: 'Told by telephone.' } };
    await office.application.done(officer, 'discardDelivery', { deliveryId: second?.deliveryId ?? '', reason });
    await office.work();
    expect(office.mail.handed.map(({ deliveryId }) => deliveryId)).toStrictEqual([first?.deliveryId]);
    expect(first?.rule).toStrictEqual({ ruleId: 'topic-receipt', version: 2 });
  });
});

describe('an inbox', () => {
  const inboxOf = async (accreditationId: string, unreadOnly = false, role = 'delegate') => {
    const viewer = { kind: 'member', member: 'KE', accreditationId, role } as never;
    const inbox = await office.application.ask('inbox', { unreadOnly, cursor: null, limit: 1 }, viewer);
    if (inbox === null || 'code' in inbox) throw new Error('there is no inbox');
    return inbox;
  };

  it('tells what happened in its reader’s language, page by page, and what he has not read', async () => {
    office = await openPostOffice();
    await office.suggest('One');
    await office.suggest('Two');
    const delegate = callerAs('delegate', 'KE', office.people.kenya);
    const inbox = await inboxOf(office.people.kenya);
    expect(inbox).toMatchObject({ readUpTo: 0, unread: 2, mail: { sender: 'ptc@example.org' }, items: { total: 2 } });
    expect(inbox.items.items.map(({ subject, unread }) => [subject.slice(-4), unread])).toStrictEqual([[' Two', true]]);
    const french = await inboxOf(office.people.contact);
    expect(french.items.items[0]?.text).toMatch(/^Votre proposition de sujet KE-\w{5}, «\sTwo\s», a été reçue et enregistrée\.$/);
    const viewer = { kind: 'member', member: 'KE', accreditationId: office.people.kenya } as never;
    const more = await office.application.ask('inbox', { unreadOnly: false, cursor: inbox.items.next, limit: 1 }, viewer);
    if (more === null || 'code' in more) throw new Error('there is no second page');
    expect(more.items.items.map(({ subject }) => subject.slice(-4))).toStrictEqual([' One']);
    expect(more.items.next).toBeNull();
    await office.application.done(delegate, 'markMailboxRead', { upTo: null, deliveryIds: [inbox.items.items[0]?.deliveryId ?? ''] });
    expect((await inboxOf(office.people.kenya, true)).items.items.map(({ subject }) => subject.slice(-4))).toStrictEqual([' One']);
    await office.application.done(delegate, 'markMailboxRead', { upTo: 9_999, deliveryIds: [] });
    const read = await inboxOf(office.people.kenya, true);
    expect(read).toMatchObject({ unread: 0, readUpTo: office.application.env.projections.standing().n - 1, items: { total: 0 } });
    await office.suggest('Three');
    expect((await inboxOf(office.people.kenya)).unread).toBe(1);
    expect((await inboxOf(office.people.contact)).unread).toBe(3);
  });

  it('is nobody’s who is nobody, and shows nobody else’s', async () => {
    office = await openPostOffice();
    await office.suggest();
    expect(await office.application.ask('inbox', { unreadOnly: false, cursor: null, limit: 50 }, { kind: 'public' })).toBeNull();
    expect((await inboxOf(office.people.uganda)).items.total).toBe(0);
    const wrong = await office.application.ask(
      'inbox',
      { unreadOnly: false, cursor: 'x', limit: 1 },
      {
        kind: 'public',
        accreditationId: office.people.uganda as never,
      },
    );
    expect(wrong).toStrictEqual({ code: 'paging.bad_cursor' });
  });
});
