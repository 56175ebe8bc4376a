import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { describeChannel, type ReceiverDoes } from '../../../../../test/contract/delivery-channel.contract.ts';
import { HookServer, type HookBehaviour } from '../../../../../test/support/hook-server.ts';
import type { WebhookMessage } from '../../index.ts';
import { newSecret, openWebhookChannel, readNetworks, webhookRetryAfter, type AllowedNetworks, type WebhookParts } from './index.ts';

const networks = (...list: string[]): AllowedNetworks => {
  const read = readNetworks(list);
  return 'networks' in read ? read.networks : [];
};
const loopback = networks('127.0.0.0/8');
const id = '5b6d1f7e-1a0f-5c1a-9a77-3f2d6f0c9a11';
const notice = (more: Partial<WebhookMessage> = {}): WebhookMessage => ({
  deliveryId: id,
  attempt: 1,
  endpointId: 'endpoint-1',
  noticeId: `notice-${id}`,
  body: '{"type":"topic.acknowledged","data":{"reference":"PTC-2015-0001","title":"Sécurité à l’œuvre"}}',
  ...more,
});

const secret = newSecret();
const targeting = (url: string, ...secrets: string[]) => ({
  targetOf: () => Promise.resolve({ url, secrets: secrets.length === 0 ? [secret] : secrets }),
});

const inHttp: Readonly<Record<ReceiverDoes, HookBehaviour>> = {
  takes: 'takes',
  'takes and is cut': 'takes and is cut',
  'is cut in the middle': 'is cut in the middle',
  'says nothing more': 'says nothing more',
  'refuses for good': { says: 410 },
  'refuses for now': { says: 503 },
};

describeChannel('webhook', async () => {
  const server = await HookServer.start();
  const channel = openWebhookChannel({ ...targeting(server.url), allowed: loopback, answerWithinMs: 1_000 });
  return {
    channel,
    withinMs: 1_000,
    hasStation: false,
    message: (deliveryId, attempt) => notice({ deliveryId, attempt, noticeId: deliveryId }),
    does: (...next) => {
      server.behaviours.push(...next.map((kind) => inHttp[kind]));
    },
    received: () => server.notices.map(({ headers }) => headers['webhook-id'] ?? ''),
    away: () => server.down(),
    back: () => server.up(),
    clean: async () => {
      await channel.close();
      await server.down();
    },
  };
});

describe('a notice by webhook', () => {
  let server: HookServer;
  beforeEach(async () => {
    server = await HookServer.start();
  });
  afterEach(() => server.down());
  const open = (more: Partial<WebhookParts> = {}) =>
    openWebhookChannel({ ...targeting(server.url), allowed: loopback, answerWithinMs: 1_000, ...more });

  it('is signed as the reference implementation of Standard Webhooks checks', async () => {
    await open().send(notice());
    const [{ headers, body } = { headers: {}, body: '' }] = server.notices;
    expect(new Webhook(secret).verify(body, headers)).toStrictEqual(JSON.parse(notice().body));
    expect(headers).toMatchObject({ 'webhook-id': `notice-${id}`, 'content-type': 'application/json' });
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
    expect(() => new Webhook(secret).verify(body.replace('0001', '0002'), headers)).toThrow();
    expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'another' })).toThrow();
  });
  it('is signed with both secrets while receivers change over', async () => {
    const [old, next] = [newSecret(), newSecret()];
    await open(targeting(server.url, next, old)).send(notice());
    const [{ headers, body } = { headers: {}, body: '' }] = server.notices;
    const reads = (known: string): unknown => new Webhook(known).verify(body, headers);
    expect([reads(old), reads(next)]).toStrictEqual([JSON.parse(body), JSON.parse(body)]);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });
  it('goes to nobody who takes none any more', async () => {
    expect(await open({ targetOf: () => Promise.resolve(null) }).send(notice())).toStrictEqual({
      outcome: 'refused',
      code: 'webhook.no_endpoint',
    });
    expect(server.requests).toBe(0);
  });
  it('fails, and does not break, when nobody can say where it goes', async () => {
    const broken = open({ targetOf: () => Promise.reject(new Error('file is gone')) });
    expect(await broken.send(notice())).toStrictEqual({ outcome: 'failed', code: 'webhook.unknown' });
  });
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [299, 'accepted'],
    [301, 'failed'],
    [400, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
    [409, 'failed'],
    [410, 'refused'],
    [429, 'failed'],
    [500, 'failed'],
    [502, 'failed'],
  ])('takes %i as %s', async (says, outcome) => {
    server.behaviours.push({ says });
    const more = outcome === 'accepted' ? { confirmation: String(says) } : { code: `webhook.${String(says)}` };
    expect(await open().send(notice())).toStrictEqual({ outcome, ...more });
  });
  it('reads no more of an answer than is bearable', async () => {
    server.behaviours.push('never stops');
    const begun = performance.now();
    expect(await open().send(notice())).toStrictEqual({ outcome: 'accepted', confirmation: '200' });
    expect(performance.now() - begun).toBeLessThan(900);
  });
  it('gives up on a name that nobody answers for, within its deadline', async () => {
    const silent = open({ ...targeting('https://hooks.example/'), resolve: () => Promise.withResolvers<never>().promise });
    const begun = performance.now();
    expect(await silent.send(notice())).toStrictEqual({ outcome: 'failed', code: 'webhook.name' });
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
  it('is tried ten times within about three days', () => {
    const waits = Array.from({ length: 10 }, (_none, n) => webhookRetryAfter(n + 1));
    expect(waits).toStrictEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
    expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 3_600).toBeCloseTo(75.6, 1);
  });
});
