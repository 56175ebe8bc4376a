import { spawnSync } from 'node:child_process';
import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letter, partsFor } from '../../../../../test/support/letters.ts';
import { MailServer } from '../../../../../test/support/mail-server.ts';
import { openSmtpChannel, type SmtpParts } from './index.ts';

describe('a line that others could read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mail-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const certificate = (): { key: string; cert: string } => ({ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') });
  beforeAll(() => {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const made = spawnSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject]);
    expect(made.status).toBe(0);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const sendTo = async (server: MailServer, more: Partial<SmtpParts>) => {
    const channel = openSmtpChannel(partsFor(server.port, { host: 'localhost', ...more }));
    return channel.send(letter()).finally(async () => {
      await channel.close();
      await server.down();
    });
  };

  it.each([
    ['tls', true],
    ['starttls', false],
  ] as const)('is encrypted with %s, and the account is told over it alone', async (security, secure) => {
    const users: unknown[] = [];
    const server = await MailServer.start({
      ...certificate(),
      secure,
      authOptional: false,
      onAuth: ({ username, password }, session, told) => {
        users.push([username, password, session.secure]);
        told(null, { user: username });
      },
    });
    const account = { user: 'ptc', password: 'correct horse' };
    expect(await sendTo(server, { security, account, authorities: certificate().cert })).toMatchObject({ outcome: 'accepted' });
    expect([users, server.letters.map(({ isEncrypted }) => isEncrypted)]).toStrictEqual([[['ptc', 'correct horse', true]], [true]]);
  });
  it('is not used when the server offers no encryption', async () => {
    const server = await MailServer.start();
    expect(await sendTo(server, { security: 'starttls' })).toStrictEqual({ outcome: 'failed', code: 'smtp.tls' });
    expect(server.letters).toStrictEqual([]);
  });
  it.each(['tls', 'starttls'] as const)('is not used when nobody vouches for the server (%s)', async (security) => {
    const server = await MailServer.start({ ...certificate(), secure: security === 'tls' });
    expect(await sendTo(server, { security })).toMatchObject({ outcome: 'failed' });
    expect(server.letters).toStrictEqual([]);
  });
  it('says that the account was refused, and tries again', async () => {
    const server = await MailServer.start({
      ...certificate(),
      secure: true,
      authOptional: false,
      onAuth: (_account, _session, told) => {
        told(new Error('no'));
      },
    });
    const account = { user: 'ptc', password: 'wrong' };
    expect(await sendTo(server, { security: 'tls', account, authorities: certificate().cert })).toStrictEqual({
      outcome: 'failed',
      code: 'smtp.535',
    });
  });
});

/** Header lines as RFC 6376 §3.4.2 signs them, relaxed. */
const relaxed = (line: string): string => {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replaceAll(/\r\n/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, colon).toLowerCase().trim()}:${value}`;
};

it('signs letters so that a receiver can tell who they are from (DKIM)', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = await MailServer.start();
  const dkim = {
    domain: 'secretariat.example',
    selector: 'ptc',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const channel = openSmtpChannel(partsFor(server.port, { dkim }));
  await channel.send(letter());
  await channel.close();
  await server.down();

  const raw = server.letters[0]?.raw ?? '';
  const lines = raw.slice(0, raw.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
  const signature = lines.find((line) => line.startsWith('DKIM-Signature:')) ?? '';
  const tag = (name: string): string => new RegExp(`[ ;]${name}=([^;]+)`).exec(signature)?.[1]?.replaceAll(/\s/g, '') ?? '';
  const signed = tag('h')
    .split(':')
    .map((name) => lines.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '');
  const body = [...signed.map(relaxed), relaxed(signature.replace(/([; ]b=)[^;]+/, '$1'))].join('\r\n');
  const verify = createVerify('RSA-SHA256').update(body);
  expect([tag('d'), tag('s')]).toStrictEqual(['secretariat.example', 'ptc']);
  expect(
    tag('h')
      .split(':')
      .map((name) => name.toLowerCase()),
  ).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
  expect(verify.verify(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), tag('b'), 'base64')).toBe(true);
});
