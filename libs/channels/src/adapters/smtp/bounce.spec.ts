import { describe, expect, it } from '@jest/globals';
import { readBounce } from './index.ts';

const id = '5b6d1f7e-1a0f-5c1a-9a77-3f2d6f0c9a11';

interface Made {
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly original?: string;
  readonly kind?: string;
}

/** A report as mail servers write it (RFC 3464 §6). */
const report = ({ to = `bounces+${id}@secretariat.example`, action = 'failed', status = '5.1.1', ...more }: Made = {}): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.customs.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Content-Type: multipart/report; report-type=${more.kind ?? 'delivery-status'};`,
    '\tboundary="B"',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.customs.example',
    '',
    'Final-Recipient: rfc822; delegate@customs.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    '',
    ...(more.original === undefined ? [] : [`Message-ID: <${more.original}@secretariat.example>`]),
    'Subject: Votre contribution',
    '--B--',
    '',
  ].join('\r\n');

describe('a mail that comes back', () => {
  it('names its delivery by the address it came back to', () => {
    expect(readBounce(report())).toStrictEqual({ deliveryId: id, code: 'smtp.5.1.1', isForGood: true });
  });
  it('names it by the letter it holds, where addresses were not kept', () => {
    const raw = report({ to: 'ptc@secretariat.example', original: id.toUpperCase() });
    expect(readBounce(raw)).toStrictEqual({ deliveryId: id, code: 'smtp.5.1.1', isForGood: true });
    expect(readBounce(raw.replaceAll('\r\n', '\n'))).toStrictEqual({ deliveryId: id, code: 'smtp.5.1.1', isForGood: true });
  });
  it('is late, and not lost, when the station goes on trying', () => {
    expect(readBounce(report({ action: 'delayed', status: '4.4.1' }))).toStrictEqual({
      deliveryId: id,
      code: 'smtp.4.4.1',
      isForGood: false,
    });
  });
  it('may say no more than that it came back', () => {
    const bare = report().replace(/Action:.*\r\nStatus:.*\r\n/, '');
    expect(readBounce(bare)).toStrictEqual({ deliveryId: id, code: 'smtp.bounced', isForGood: true });
  });
  it.each(['delivered', 'relayed', 'expanded'])('is none when the letter was %s', (action) => {
    expect(readBounce(report({ action, status: '2.0.0' }))).toBeNull();
  });
  it.each([
    ['an absence notice', report({ kind: 'disposition-notification' })],
    ['an answer to a letter', `In-Reply-To: <${id}@secretariat.example>\r\nSubject: Re\r\n\r\nThank you\r\n`],
    ['of a letter that is not ours', report({ to: 'ptc@secretariat.example', original: 'CAB123' })],
    ['nothing', ''],
    ['noise', 'Status: '.repeat(200_000)],
  ])('is none when it is %s', (_what, raw) => {
    expect(readBounce(raw)).toBeNull();
  });
});
