import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { describeChannel, type ReceiverDoes } from '../../../../../test/contract/delivery-channel.contract.ts';
import { deliveryId as id, letter, partsFor } from '../../../../../test/support/letters.ts';
import { MailServer, type MailBehaviour } from '../../../../../test/support/mail-server.ts';
import type { DeliveryChannel, MailMessage } from '../../index.ts';
import { openSmtpChannel } from './index.ts';

const inSmtp: Readonly<Record<ReceiverDoes, MailBehaviour>> = {
  takes: 'takes',
  'takes and is cut': 'takes and is cut',
  'is cut in the middle': 'is cut in the middle',
  'says nothing more': 'says nothing more',
  'refuses for good': { at: 'data', says: 554 },
  'refuses for now': { at: 'data', says: 451 },
};

describeChannel('smtp', async () => {
  const server = await MailServer.start();
  const channel = openSmtpChannel(partsFor(server.port));
  return {
    channel,
    withinMs: 1_000,
    hasStation: true,
    message: (deliveryId, attempt) => letter({ deliveryId, attempt }),
    does: (...next) => {
      server.behaviours.push(...next.map((kind) => inSmtp[kind]));
    },
    received: () => server.messageIds,
    away: () => server.down(),
    back: () => server.up(),
    clean: async () => {
      await channel.close();
      await server.down();
    },
  };
});

describe('a letter by SMTP', () => {
  let server: MailServer;
  let channel: DeliveryChannel<MailMessage>;
  beforeEach(async () => {
    server = await MailServer.start();
    channel = openSmtpChannel(partsFor(server.port, { bounceAddress: 'bounces@secretariat.example' }));
  });
  afterEach(async () => {
    await channel.close();
    await server.down();
  });

  it('says who it is from, in which language, under the id of its delivery, and that no person wrote it', async () => {
    const calendar = {
      filename: 'ordre-du-jour.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: 'BEGIN:VCALENDAR\r\n',
    };
    await channel.send(letter({ attachments: [calendar], headers: { 'X-Ledger-Size': '2015' } }));
    const [received] = server.letters;
    const read = await simpleParser(received?.raw ?? '');
    expect([received?.from, received?.to]).toStrictEqual([`bounces+${id}@secretariat.example`, ['delegate@customs.example']]);
    expect([read.messageId, read.subject, read.from?.text, read.text]).toStrictEqual([
      `<${id}@secretariat.example>`,
      'Votre contribution a été reçue',
      '"Secrétariat du CTP" <ptc@secretariat.example>',
      'Référence PTC-2015-0001.\n\nLe Secrétariat\n',
    ]);
    expect(['auto-submitted', 'content-language', 'x-ledger-size'].map((name) => read.headers.get(name))).toStrictEqual([
      'auto-generated',
      'fr',
      '2015',
    ]);
    expect(read.attachments.map(({ filename, content }) => [filename, content.toString()])).toStrictEqual([
      ['ordre-du-jour.ics', 'BEGIN:VCALENDAR\r\n'],
    ]);
  });
  it('carries the same id in every attempt, and comes twice when the server doubles it', async () => {
    server.behaviours.push({ at: 'data', says: 451 }, 'takes and is cut', 'doubles');
    for (const attempt of [1, 2, 3]) await channel.send(letter({ attempt }));
    expect(server.messageIds).toStrictEqual(Array.from({ length: 3 }, () => `${id}@secretariat.example`));
  });
  it('waits for a server that is slow, as long as its deadline allows', async () => {
    server.behaviours.push({ waitsMs: 300 }, { waitsMs: 1_500 });
    expect(await channel.send(letter())).toMatchObject({ outcome: 'accepted' });
    expect(await channel.send(letter({ attempt: 2 }))).toStrictEqual({ outcome: 'failed', code: 'smtp.timeout' });
  });
  it.each([
    ['connect', 421, 'failed'],
    ['connect', 554, 'failed'],
    ['sender', 451, 'failed'],
    ['sender', 550, 'failed'],
    ['recipient', 450, 'failed'],
    ['recipient', 452, 'failed'],
    ['recipient', 550, 'refused'],
    ['recipient', 551, 'refused'],
    ['recipient', 552, 'failed'],
    ['recipient', 553, 'refused'],
    ['data', 421, 'failed'],
    ['data', 451, 'failed'],
    ['data', 499, 'failed'],
    ['data', 500, 'refused'],
    ['data', 552, 'failed'],
    ['data', 554, 'refused'],
  ] as const)('takes %s %i as %s', async (at, says, outcome) => {
    server.behaviours.push({ at, says });
    expect(await channel.send(letter())).toStrictEqual({ outcome, code: `smtp.${String(says)}` });
    expect(server.letters).toStrictEqual([]);
  });
  it.each([
    ['no address', { recipient: 'delegate' }, 'smtp.bad_address'],
    ['two addresses', { recipient: 'a@customs.example,b@customs.example' }, 'smtp.bad_address'],
    ['a name beside it', { recipient: 'Delegate <a@customs.example>' }, 'smtp.bad_address'],
    ['a line of the header in it', { recipient: 'a@customs.example\r\nBcc: b@customs.example' }, 'smtp.bad_address'],
    ['a command in it', { recipient: 'a@customs.example> RCPT TO:<b@customs.example' }, 'smtp.bad_address'],
    ['a subject of two lines', { subject: 'One\r\nBcc: b@customs.example' }, 'smtp.bad_subject'],
    ['another sender', { headers: { From: 'chair@secretariat.example' } }, 'smtp.bad_header'],
    ['a header of two lines', { headers: { 'X-Note': 'one\nBcc: b@customs.example' } }, 'smtp.bad_header'],
    ['an id that is none', { deliveryId: 'x@y> <z' }, 'smtp.bad_delivery_id'],
  ] as const)('does not go out with %s', async (_what, more, code) => {
    expect(await channel.send(letter(more))).toStrictEqual({ outcome: 'refused', code });
    expect(server.connections).toBe(0);
  });
});
