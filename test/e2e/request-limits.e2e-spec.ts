import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rateLimiterInMemory } from '../../libs/identity/src/index.ts';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

/** Three of a person, five of a Member, twenty of an address, in a minute. */
const bootLimited = (at: string): TestApplication => {
  const application = bootApplication(at);
  const now = (): number => application.env.entrance?.nowMs() ?? 0;
  const [subject, member, address] = [3, 5, 20].map((perMinute) => ({ perMinute }));
  if (subject === undefined || member === undefined || address === undefined) throw new Error('three limits');
  const limits = { limiter: rateLimiterInMemory(now), subject, member, address, withLoopback: true } as const;
  return { ...application, env: { ...application.env, limits } };
};

/** What a service answers to bytes. */
const raw = (url: string, text: string): Promise<string> =>
  new Promise((done, failed) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(text));
    let told = '';
    socket.on('data', (bytes: Buffer) => (told += bytes.toString()));
    socket.once('close', () => {
      done(told);
    });
    socket.once('error', failed);
  });

describe('how much may be asked for', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootLimited);
  });
  afterAll(() => desk.close());

  const told = async (token: string | null, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${desk.url}/api/v1/members`, { headers: { ...authorization, ...headers } });
    await response.text();
    return `${response.status} ${String(response.headers.get('retry-after'))}`;
  };

  it('is limited by person, by Member and by address, each told when to come back', async () => {
    const [first, second, officer] = [
      await desk.tokenFor('delegate', 'KE'),
      await desk.tokenFor('alternate', 'KE'),
      await desk.tokenFor('officer'),
    ];
    const asked = async (token: string | null, times: number): Promise<readonly string[]> => {
      const all: string[] = [];
      for (let nth = 0; nth < times; nth += 1) all.push(await told(token));
      return all;
    };
    expect(await asked(first, 4)).toStrictEqual(['200 null', '200 null', '200 null', '429 20']);
    // The Member has two left of its five; another one is not touched.
    expect(await asked(second, 3)).toStrictEqual(['200 null', '200 null', '429 12']);
    expect(await asked(officer, 1)).toStrictEqual(['200 null']);
    // An address that says it is another is believed only where it was named.
    const spoofed = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' };
    const rest: string[] = [];
    for (let nth = 0; nth < 13; nth += 1) rest.push(await told(null, spoofed));
    expect(rest).toStrictEqual([...Array.from({ length: 12 }, () => '200 null'), '429 3']);
    desk.application.waitMs(60_000);
    expect(await told(first)).toBe('200 null');
  });

  it('takes no header twice that says one thing, and no more than a hundred', async () => {
    desk.application.waitMs(60_000);
    const twice = await raw(
      desk.url,
      'GET /api/v1/members HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\nConnection: close\r\n\r\n',
    );
    expect([twice.slice(9, 12), twice.includes('request.header_repeated')]).toStrictEqual(['400', true]);
    const many = Array.from({ length: 101 }, (_, nth) => `X-${nth}: a\r\n`).join('');
    const answer = await raw(desk.url, `GET /api/v1/members HTTP/1.1\r\nHost: a\r\n${many}Connection: close\r\n\r\n`);
    expect([answer.slice(9, 12), answer.includes('request.headers_too_large')]).toStrictEqual(['431', true]);
  });

  it('tells browsers to trust nothing but what was sent', async () => {
    desk.application.waitMs(60_000);
    const { headers } = await fetch(`${desk.url}/api/v1/members`);
    expect(
      [
        'content-security-policy',
        'x-content-type-options',
        'referrer-policy',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
      ].map((name) => headers.get(name)),
    ).toStrictEqual(["default-src 'none'; frame-ancestors 'none'", 'nosniff', 'same-origin', 'same-origin', 'same-origin']);
    const page = await fetch(`${desk.url}/en`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; .*form-action 'self'/);
    const draft = await desk.post('/drafts', topicDraft('Kept nowhere'), await desk.tokenFor('drafter', 'GH'));
    expect([draft.status, draft.headers.get('cache-control')]).toStrictEqual([201, 'no-store']);
  });
});
