import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { recordOpenCall, topicDraft } from '../../../../test/support/opened.ts';

describe('the drafts of a Member', () => {
  let application: TestApplication;
  beforeEach(async () => {
    application = bootApplication('2015-03-09T09:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(() => application.close());

  const save = async (member: string, title: string): Promise<void> => {
    await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(title));
  };
  const page = async (limit: number, cursor: string | null = null, member = 'KE') => {
    const found = await application.ask('drafts', { limit, cursor }, { kind: 'member', member });
    if ('code' in found) throw new Error(found.code);
    return { titles: found.items.map(({ content }) => content.title), total: found.total, next: found.next };
  };

  it('come in pages that together show each once', async () => {
    for (const title of ['A', 'B', 'C', 'D', 'E']) await save('KE', title);
    await save('FR', 'of another Member');
    const whole = await page(200);
    expect({ ...whole, titles: [...whole.titles].sort() }).toStrictEqual({ titles: ['A', 'B', 'C', 'D', 'E'], total: 5, next: null });
    const first = await page(2);
    const second = await page(2, first.next);
    const third = await page(2, second.next);
    expect([...first.titles, ...second.titles, ...third.titles]).toStrictEqual(whole.titles);
    expect([first.titles.length, second.titles.length, third.titles.length, third.next]).toStrictEqual([2, 2, 1, null]);
  });

  it('fill a last page exactly without promising another', async () => {
    for (const title of ['A', 'B']) await save('KE', title);
    expect(await page(2)).toMatchObject({ total: 2, next: null });
    expect((await page(1)).next).not.toBeNull();
  });

  it.each(['nonsense', Buffer.from('["one"]').toString('base64url')])('are not shown for the cursor %s', async (cursor) => {
    const answer = await application.ask('drafts', { limit: 50, cursor }, { kind: 'member', member: 'KE' });
    expect(answer).toStrictEqual({ code: 'paging.bad_cursor' });
  });

  it('are nobody’s but their Member’s', async () => {
    await save('KE', 'A');
    const none = { items: [], total: 0, next: null };
    for (const viewer of [{ kind: 'internal' }, { kind: 'public' }, { kind: 'member', member: 'FR' }] as const)
      expect(await application.ask('drafts', { limit: 50, cursor: null }, viewer)).toStrictEqual(none);
  });
});
