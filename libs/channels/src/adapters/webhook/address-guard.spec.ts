import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HookServer } from '../../../../../test/support/hook-server.ts';
import { forbiddenAddresses, forbiddenUrls } from '../../../../../test/support/forbidden-addresses.ts';
import { standingOf } from './address-guard.ts';
import { newSecret, openWebhookChannel, readNetworks, type AllowedNetworks, type WebhookParts } from './index.ts';

const networks = (...list: string[]): AllowedNetworks => {
  const read = readNetworks(list);
  return 'networks' in read ? read.networks : [];
};

/** Every connection that this process begins while something is done. */
const connectionsOf = async (work: () => Promise<void>): Promise<number> => {
  let count = 0;
  const see = (): void => {
    count += 1;
  };
  subscribe('net.client.socket', see);
  await work().finally(() => unsubscribe('net.client.socket', see));
  return count;
};

const sendTo = (url: string, more: Partial<WebhookParts> = {}) =>
  openWebhookChannel({ targetOf: () => Promise.resolve({ url, secrets: [newSecret()] }), answerWithinMs: 1_000, ...more }).send({
    deliveryId: '5b6d1f7e-1a0f-5c1a-9a77-3f2d6f0c9a11',
    attempt: 1,
    endpointId: 'e-1',
    noticeId: 'n-1',
    body: '{}',
  });

describe('what a webhook must not reach', () => {
  let trap: HookServer;
  beforeAll(async () => {
    trap = await HookServer.start();
  });
  afterAll(() => trap.down());

  it('counts connections at all', async () => {
    const made = await connectionsOf(async () => {
      await sendTo(trap.url, { allowed: networks('127.0.0.1/32') });
    });
    expect([made, trap.requests]).toStrictEqual([1, 1]);
  });

  it('is not reached by any spelling of its address', async () => {
    const urls = forbiddenUrls(trap.port);
    const taken: string[] = [];
    const made = await connectionsOf(async () => {
      // Whatever is no address is a name, and its owner answers with the machine itself.
      for (const url of urls) {
        const { outcome } = await sendTo(url, { resolve: () => Promise.resolve(['127.0.0.1']) });
        if (outcome === 'accepted') taken.push(url);
      }
    });
    process.stdout.write(`${String(urls.length)} spellings of forbidden addresses: ${String(made)} connections\n`);
    expect(urls.length).toBeGreaterThanOrEqual(150);
    expect([made, taken, trap.requests]).toStrictEqual([0, [], 1]);
  });

  it('is not reached by a name that stands for it, alone or among others', async () => {
    const made = await connectionsOf(async () => {
      for (const address of forbiddenAddresses) {
        for (const answer of [[address], ['93.184.216.34', address], [address, '2606:2800:220:1::1']])
          expect(await sendTo('https://hooks.example/', { resolve: () => Promise.resolve(answer) })).toStrictEqual({
            outcome: 'failed',
            code: 'webhook.forbidden_address',
          });
      }
    });
    process.stdout.write(
      `${String(forbiddenAddresses.length * 3)} answers for names with forbidden addresses: ${String(made)} connections\n`,
    );
    expect(made).toBe(0);
  });

  it('is not reached by a name that changes its mind after it was looked up', async () => {
    const beside = await HookServer.start('127.0.0.2', trap.port);
    const answers = ['127.0.0.2', '127.0.0.1', '127.0.0.1'];
    let asked = 0;
    const before = trap.requests;
    const made = await connectionsOf(async () => {
      const resolve = () => Promise.resolve([answers[asked++] ?? '127.0.0.1']);
      const url = `http://hooks.example:${String(trap.port)}/`;
      expect(await sendTo(url, { resolve, allowed: networks('127.0.0.2/32') })).toMatchObject({ outcome: 'accepted' });
      expect(await sendTo(url, { resolve, allowed: networks('127.0.0.2/32') })).toStrictEqual({
        outcome: 'failed',
        code: 'webhook.forbidden_address',
      });
    });
    await beside.down();
    expect([asked, made, trap.requests - before, beside.requests]).toStrictEqual([2, 1, 0, 1]);
  });

  it('is not reached by way of somebody who sends elsewhere', async () => {
    const beside = await HookServer.start('127.0.0.2');
    const before = trap.requests;
    const made = await connectionsOf(async () => {
      for (const says of [300, 301, 302, 303, 305, 307, 308]) {
        beside.behaviours.push({ says, location: trap.url });
        expect(await sendTo(beside.url, { allowed: networks('127.0.0.0/8') })).toStrictEqual({
          outcome: 'failed',
          code: `webhook.${String(says)}`,
        });
      }
    });
    await beside.down();
    expect([made, trap.requests - before]).toStrictEqual([7, 0]);
  });

  it.each(['http://93.184.216.34/', 'https://93.184.216.34:8443/', 'http://hooks.example/', 'https://hooks.example:22/'])(
    'is nothing on the internet but port 443 with encryption: %s',
    async (url) => {
      const made = await connectionsOf(async () => {
        for (const allowed of [[], networks('10.0.0.0/8')])
          expect((await sendTo(url, { allowed, resolve: () => Promise.resolve(['93.184.216.34']) })).outcome).not.toBe('accepted');
      });
      expect(made).toBe(0);
    },
  );
});

describe('where an address stands', () => {
  it.each([
    '93.184.216.34',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:2800:220:1::1',
    '::ffff:8.8.8.8',
  ])('is with everybody: %s', (address) => {
    expect(standingOf(address, [])).toBe('everybody');
  });
  it('is where the deployment says, and not beside it', () => {
    const allowed = networks('10.1.0.0/16', 'fd00:1::/32');
    expect(['10.1.0.0', '10.1.255.255', '::ffff:10.1.2.3', 'fd00:1::1'].map((address) => standingOf(address, allowed))).toStrictEqual(
      Array.from({ length: 4 }, () => 'allowed'),
    );
    expect(['10.0.255.255', '10.2.0.0', 'fd00:2::', '127.0.0.1'].map((address) => standingOf(address, allowed))).toStrictEqual(
      Array.from({ length: 4 }, () => 'forbidden'),
    );
  });
  it('says which network is none', () => {
    expect(readNetworks(['10.0.0.0/8', '10.0.0.0/33'])).toStrictEqual({ wrong: '10.0.0.0/33' });
    expect(readNetworks(['10.0.0.0'])).toStrictEqual({ wrong: '10.0.0.0' });
  });
});
