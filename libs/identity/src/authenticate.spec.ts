import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, instant, type TestApplication } from '../../../test/support/application.ts';
import type { AccreditationId, Instant, MemberCode } from '../../domain/src/index.ts';
import { authenticate, formatToken, tokenHash } from './index.ts';

const operator = callerAs('operator', null, 'setup');
const [before, from, last, until] = [
  '2015-02-09T23:59:59.999Z',
  '2015-02-10T00:00:00.000Z',
  '2015-02-19T23:59:59.999Z',
  '2015-02-20T00:00:00.000Z',
].map(instant) as [Instant, Instant, Instant, Instant];

describe('a bearer token', () => {
  let application: TestApplication;
  let accreditationId: AccreditationId;
  let token: string;
  const at = (now: Instant, presented = token): ReturnType<typeof authenticate> => authenticate(application.env.store, presented, now);

  beforeEach(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    const granted = await application.done(operator, 'grantAccreditation', {
      role: 'approver',
      member: null,
      validFrom: from,
      validUntil: until,
      language: 'en',
    });
    accreditationId = granted.id as AccreditationId;
    ({ token = '' } = await application.done(operator, 'issueAccessToken', { accreditationId, label: 'test', expiresAt: null }));
  });
  afterEach(() => application.close());

  it('stands for the accreditation it is bound to, as of the revision that was read', async () => {
    expect(await at(from)).toStrictEqual({
      accreditationId,
      role: 'approver',
      member: null as MemberCode | null,
      grant: `accreditation-${accreditationId}@0`,
    });
  });

  it('stands for it from its first instant, and no longer at the instant it runs until', async () => {
    expect(await at(before)).toStrictEqual({ code: 'accreditation.not_yet_valid' });
    expect(await at(from)).toHaveProperty('role');
    expect(await at(last)).toHaveProperty('role');
    expect(await at(until)).toStrictEqual({ code: 'accreditation.expired' });
  });

  it('stands for nobody once the accreditation has ended', async () => {
    await application.done(operator, 'endAccreditation', { accreditationId, reasonCode: 'left' });
    expect(await at(last)).toStrictEqual({ code: 'accreditation.ended' });
  });

  it('stands for nobody once it is revoked', async () => {
    await application.done(operator, 'revokeAccessToken', { credentialId: token.slice(4, 36) });
    expect(await at(from)).toStrictEqual({ code: 'token.revoked' });
  });

  it.each<[string, (good: string) => string]>([
    ['another secret', (good) => `${good.slice(0, 37)}${'A'.repeat(43)}`],
    ['the id of nobody', (good) => `rap_${'0'.repeat(32)}${good.slice(36)}`],
    ['a shorter secret', (good) => good.slice(0, -1)],
    ['a longer one', (good) => `${good}A`],
    ['other letters in the id', (good) => good.replace(/^rap_./, 'rap_G')],
    ['nothing', () => ''],
  ])('with %s is unknown', async (_what, change) => {
    expect(await at(from, change(token))).toStrictEqual({ code: 'token.unknown' });
  });
});

it('a token names its credential and carries 256 bits', () => {
  const token = formatToken('0123456789abcdef0123456789abcdef', new Uint8Array(32).fill(255));
  expect(token).toBe(`rap_0123456789abcdef0123456789abcdef_${'_'.repeat(42)}8`);
  expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
