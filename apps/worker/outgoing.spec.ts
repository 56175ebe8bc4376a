import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { openBullJobQueue } from '../../libs/queue/src/adapters/bullmq/index.ts';
import { openSqliteJobQueue } from '../../libs/queue/src/adapters/sqlite/index.ts';
import type { JobQueue } from '../../libs/queue/src/index.ts';
import { chanceOf } from '../../test/support/chance.ts';
import { MailServer, type MailBehaviour } from '../../test/support/mail-server.ts';
import { openOutgoings, type OnRecord, type Outgoings } from '../../test/support/outgoing.ts';
import { describeWithRedis, RedisServer } from '../../test/support/redis.ts';
import { deliveryPolicy as policy } from './queue-carrier.ts';

/** How many messages and how many losses of Redis: a sample in the gate, all of it with `npm run test:deliveries`. */
const [messages, flushes, seed] = ['DELIVERIES', 'FLUSHES', 'SEED'].map((name, place) =>
  Number(process.env[name] ?? [200, 4, 2015][place]),
) as [number, number, number];
const readers = 50;
const longMs = 60_000 + messages * 100;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How often each message came, by the id of its delivery. */
const cameOf = (server: MailServer): ReadonlyMap<string, number> => {
  const came = new Map<string, number>();
  for (const id of server.messageIds) {
    const delivery = id.replace('@secretariat.example', '');
    came.set(delivery, (came.get(delivery) ?? 0) + 1);
  }
  return came;
};

/** Messages on record as taken over that never came, and messages that came more often than an attempt is on record. */
const differences = (record: ReadonlyMap<string, OnRecord>, came: ReadonlyMap<string, number>) => ({
  lost: [...record].filter(([id, { last }]) => last !== 'DeliveryAccepted' || !came.has(id)).length,
  withoutEvent: [...came].filter(([id, times]) => times > (record.get(id)?.attempts ?? 0)).length,
});

let server: MailServer;
let outgoings: Outgoings;
beforeEach(async () => {
  server = await MailServer.start();
});
afterEach(async () => {
  await outgoings.close();
  await server.down();
});

describe('what goes out by the embedded queue', () => {
  it('goes out once each, while the mail server drops, refuses for now and cuts', async () => {
    const odd: readonly MailBehaviour[] = [
      { at: 'data', says: 451 },
      'is cut in the middle',
      { at: 'recipient', says: 450 },
      { waitsMs: 50 },
    ];
    server.behaviours.push(...Array.from({ length: 20 }, (_none, place) => odd[place % odd.length] ?? 'takes'));
    outgoings = await openOutgoings(10, server, openSqliteJobQueue({ path: ':memory:', policy }));
    await outgoings.suggest(4);
    await outgoings.allAccepted(40, 30_000);
    const record = await outgoings.onRecord();
    expect(differences(record, cameOf(server))).toStrictEqual({ lost: 0, withoutEvent: 0 });
    expect([record.size, server.letters.length, [...record.values()].some(({ attempts }) => attempts > 1)]).toStrictEqual([40, 40, true]);
  }, 60_000);

  it('comes twice only under the same id, where the answer got lost', async () => {
    server.behaviours.push('takes and is cut', 'doubles');
    outgoings = await openOutgoings(2, server, openSqliteJobQueue({ path: ':memory:', policy }));
    await outgoings.suggest(1);
    await outgoings.allAccepted(2, 30_000);
    const record = await outgoings.onRecord();
    expect([record.size, server.letters.length, cameOf(server).size]).toStrictEqual([2, 4, 2]);
  }, 60_000);
});

describeWithRedis('what goes out by Redis', () => {
  let redis: RedisServer;
  let client: Redis;
  let queue: JobQueue;
  beforeAll(async () => {
    redis = await RedisServer.start();
    client = new Redis(redis.url, { retryStrategy: () => 100, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
  });
  afterAll(async () => {
    client.disconnect();
    await redis.end();
  });
  beforeEach(() => {
    queue = openBullJobQueue({ url: redis.url, name: 'deliveries', prefix: `t-${randomUUID()}`, policy, answerWithinMs: 1_000 });
  });

  it(
    `is all there, and nothing else, though Redis is emptied ${String(flushes)} times`,
    async () => {
      outgoings = await openOutgoings(readers, server, queue);
      const chance = chanceOf(seed);
      const emptying = new AbortController();
      let emptied = 0;
      // Each time when so many letters more have come, so that losses are spread over all of them.
      const empty = async (): Promise<void> => {
        while (emptied < flushes && !emptying.signal.aborted) {
          const next = Math.floor(((emptied + chance.next()) * messages) / flushes);
          if (server.letters.length >= next) {
            await client.flushall();
            emptied += 1;
          } else await sleep(chance.below(5));
        }
      };
      const begun = performance.now();
      const losing = empty();
      await outgoings.suggest(messages / readers);
      await outgoings.allAccepted(messages, longMs);
      emptying.abort();
      await losing;
      const seconds = (performance.now() - begun) / 1_000;
      const found = differences(await outgoings.onRecord(), cameOf(server));
      process.stdout.write(
        `${String(messages)} messages, ${String(emptied)} times FLUSHALL: ${String(found.lost)} lost, ${String(found.withoutEvent)} without an event, ` +
          `${String(server.letters.length - messages)} doubled under the same id; ${(messages / seconds).toFixed(0)} messages/s\n`,
      );
      expect([emptied, found]).toStrictEqual([flushes, { lost: 0, withoutEvent: 0 }]);
    },
    longMs + 60_000,
  );

  it('is nothing that somebody puts into Redis by himself', async () => {
    outgoings = await openOutgoings(1, server, queue);
    const before = (await outgoings.application.env.store.head())?.toString();
    const forged = Array.from({ length: 1_000 }, () => ({ jobId: randomUUID(), name: 'deliver' }));
    for (let from = 0; from < forged.length; from += 200) await queue.add(forged.slice(from, from + 200));
    const end = performance.now() + 30_000;
    const isOpen = async (): Promise<boolean> => {
      const { waiting, active, delayed } = await queue.counts();
      return waiting + active + delayed > 0;
    };
    while ((await isOpen()) && performance.now() < end) await sleep(50);
    const after = (await outgoings.application.env.store.head())?.toString();
    process.stdout.write(
      `${String(forged.length)} forged jobs: ${String(server.letters.length)} letters, ${after === before ? '0' : 'some'} events\n`,
    );
    expect([await isOpen(), server.letters.length, after]).toStrictEqual([false, 0, before]);
  }, 60_000);

  it('waits while Redis is away, restarted empty or full, says so, and goes on by itself', async () => {
    outgoings = await openOutgoings(5, server, queue);
    await redis.down();
    await outgoings.suggest(1);
    await sleep(2_500);
    expect(server.letters).toStrictEqual([]);
    expect(outgoings.alerts.some((alert) => alert.startsWith('the queue is away'))).toBe(true);
    await redis.up();
    await client.flushall();
    await outgoings.allAccepted(5, 20_000);
    await client.config('SET', 'maxmemory', '1');
    await outgoings.suggest(1);
    await sleep(1_500);
    expect(server.letters).toHaveLength(5);
    await client.config('SET', 'maxmemory', '0');
    await outgoings.allAccepted(10, 20_000);
    expect(differences(await outgoings.onRecord(), cameOf(server))).toStrictEqual({ lost: 0, withoutEvent: 0 });
  }, 90_000);
});
