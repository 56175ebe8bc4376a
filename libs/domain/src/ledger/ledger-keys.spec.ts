import { describe, it } from '@jest/globals';
import { noon } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { ledgerDecider } from './ledger.decide.ts';
import type { LedgerEvent } from './ledger.events.ts';

const given = specFor(ledgerDecider);
const origin = 'example.int/rapporteur/0badcafe';
const [founding, second, third] = [`${origin}+1+a`, `${origin}+2+b`, `${origin}+3+c`];
const opened: LedgerEvent = {
  type: 'LedgerOpened',
  data: { origin, uuid: 'u', vkey: founding, clock: { mode: 'virtual', start: noon, rate: 1 } },
};
const rotated: LedgerEvent = { type: 'LogKeyRotated', data: { vkey: second, formerVkey: founding } };
const retired: LedgerEvent = { type: 'LogKeyRetired', data: { vkey: second, retiredVkey: founding } };
const rotate = (vkey: string) => ({ type: 'RotateLogKey', data: { vkey } }) as const;
const retire = (vkey: string) => ({ type: 'RetireLogKey', data: { vkey } }) as const;

describe('the key that signs the ledger', () => {
  it('is replaced by another of the same log, once at a time', () => {
    given(opened).when(rotate(second)).then(rotated);
    given(opened, rotated).when(rotate(second)).thenNothing();
    given(opened, rotated).when(rotate(third)).thenRejected({ code: 'ledger.rotation_under_way' });
    given(opened).when(rotate(founding)).thenNothing();
    given(opened).when(rotate('example.int/rapporteur/0badcafe2+2+b')).thenRejected({ code: 'ledger.key_of_another_log' });
    given().when(rotate(second)).thenRejected({ code: 'ledger.not_opened' });
  });
  it('is retired once another has replaced it, and never comes back', () => {
    given(opened, rotated).when(retire(founding)).then(retired);
    given(opened, rotated, retired).when(retire(founding)).thenNothing();
    given(opened, rotated).when(retire(second)).thenRejected({ code: 'ledger.key_not_replaced' });
    given(opened).when(retire(founding)).thenRejected({ code: 'ledger.key_not_replaced' });
    given(opened, rotated, retired).when(rotate(founding)).thenRejected({ code: 'ledger.key_was_retired' });
    given(opened, rotated, retired)
      .when(rotate(third))
      .then({ type: 'LogKeyRotated', data: { vkey: third, formerVkey: second } });
  });
});

describe('a ledger that lost what was signed', () => {
  const loss = { signedSize: 10, signedRoot: 'r', keptSize: 9, reason: 'The disk failed.' };
  const reopen = (next: string, more: Partial<typeof loss> = {}) =>
    ({ type: 'ReopenLedger', data: { origin: next, vkey: `${next}+4+d`, ...loss, ...more } }) as const;
  const reopened: LedgerEvent = {
    type: 'LedgerReopened',
    data: { origin: `${origin}/2`, vkey: `${origin}/2+4+d`, formerOrigin: origin, ...loss },
  };
  it('goes on as the next log, whose number counts on', () => {
    given(opened)
      .when(reopen(`${origin}/2`))
      .then(reopened);
    given(opened, reopened)
      .when(reopen(`${origin}/2`))
      .thenNothing();
    given(opened, reopened)
      .when(reopen(`${origin}/3`))
      .then({ type: 'LedgerReopened', data: { origin: `${origin}/3`, vkey: `${origin}/3+4+d`, formerOrigin: `${origin}/2`, ...loss } });
    given(opened)
      .when(reopen(`${origin}/3`))
      .thenRejected({ code: 'ledger.origin_not_next', expected: `${origin}/2` });
  });
  it('does so only when an entry is lost, and under a key of the new log', () => {
    given(opened)
      .when(reopen(`${origin}/2`, { keptSize: 10 }))
      .thenRejected({ code: 'ledger.nothing_lost', signedSize: 10, keptSize: 10 });
    given(opened)
      .when({ type: 'ReopenLedger', data: { origin: `${origin}/2`, vkey: founding, ...loss } })
      .thenRejected({ code: 'ledger.key_of_another_log' });
  });
  it('signs with the new key alone, and rotates from there', () => {
    given(opened, rotated, reopened)
      .when(rotate(`${origin}/2+5+e`))
      .then({ type: 'LogKeyRotated', data: { vkey: `${origin}/2+5+e`, formerVkey: `${origin}/2+4+d` } });
  });
});
