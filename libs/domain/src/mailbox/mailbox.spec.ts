import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { tellsOf } from '../../../../test/support/given.ts';
import { isQuietAt, mailboxDecider, type MailboxCommand, type MailboxEvent, type NoticePreference } from './index.ts';

const tells = tellsOf(mailboxDecider);
const { accreditationId } = who('ada');
const read = (upTo: number | null, ...deliveryIds: readonly string[]): MailboxEvent => ({
  type: 'MailboxRead',
  data: { accreditationId, upTo, deliveryIds, readAt: noon },
});
const mark = (upTo: number | null, ...deliveryIds: readonly string[]): MailboxCommand => ({
  type: 'MarkMailboxRead',
  data: { accreditationId, upTo, deliveryIds, now: noon },
});
const nights: NoticePreference = { mail: 'digest', quietHours: { from: '22:00', until: '07:00', zone: 'Africa/Nairobi' } };
const set = (preference: NoticePreference, zoneExists = true): MailboxCommand => ({
  type: 'SetMailboxPreference',
  data: { accreditationId, preference, zoneExists, now: noon },
});
const wasSet = (preference: NoticePreference): MailboxEvent => ({
  type: 'MailboxPreferenceSet',
  data: { accreditationId, preference, setAt: noon },
});

describe('a mailbox', () => {
  tells('is read up to a size', [], mark(5), [read(5)]);
  tells('is read up to a size once', [read(5)], mark(5), 'nothing');
  tells('is not unread again', [read(5)], mark(4), 'nothing');
  tells('is read further', [read(5)], mark(6), [read(6)]);
  tells('is read one by one', [read(5)], mark(null, 'a', 'b'), [read(null, 'a', 'b')]);
  tells('is told only of what was not read yet', [read(5, 'a')], mark(5, 'a', 'b'), [read(null, 'b')]);
  tells('is read one by one once', [read(null, 'a')], mark(null, 'a'), 'nothing');
  tells('is told what was read', [], mark(null), { code: 'mailbox.nothing_read' });
});

describe('a preference', () => {
  tells('is set', [], set(nights), [wasSet(nights)]);
  tells('is set once', [wasSet(nights)], set(nights), 'nothing');
  tells('is at once by mail unless told', [], set({ mail: 'at_once', quietHours: null }), 'nothing');
  tells('is taken back', [wasSet(nights)], set({ mail: 'at_once', quietHours: null }), [wasSet({ mail: 'at_once', quietHours: null })]);
  tells('knows its zone', [], set(nights, false), { code: 'mailbox.zone_unknown', zone: 'Africa/Nairobi' });
  for (const [from, until] of [
    ['24:00', '07:00'],
    ['22:00', '7:00'],
    ['07:00', '07:00'],
  ] as const)
    tells(`has hours that are some: ${from} to ${until}`, [], set({ mail: 'digest', quietHours: { from, until, zone: 'UTC' } }), {
      code: 'mailbox.hours_malformed',
      from,
      until,
    });
});

describe('quiet hours', () => {
  it('go over midnight, or not; their end is not quiet', () => {
    const at = (from: string, until: string) =>
      ['06:59', '07:00', '21:59', '22:00', '23:00'].map((time) => isQuietAt({ from, until }, time));
    expect(at('22:00', '07:00')).toStrictEqual([true, false, false, true, true]);
    expect(at('07:00', '22:00')).toStrictEqual([false, true, true, false, false]);
  });
});
