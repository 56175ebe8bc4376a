import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readMailServer } from './channel-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mail-settings-'));
const kept = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const from = { SMTP_FROM: 'PTC Secretariat <ptc@secretariat.example>' };
const sender = { name: 'PTC Secretariat', address: 'ptc@secretariat.example' };

describe('the mail server', () => {
  it('is none unless told', () => {
    expect(readMailServer({ ...from })).toStrictEqual({ value: null });
  });
  it('is spoken to under encryption, from the first byte or before anything is said; on this machine plainly', () => {
    const at = (url: string): unknown => readMailServer({ SMTP_URL: url, ...from });
    expect(at('smtps://mail.example')).toStrictEqual({ value: { host: 'mail.example', port: 465, security: 'tls', sender } });
    expect(at('smtp://mail.example')).toStrictEqual({ value: { host: 'mail.example', port: 587, security: 'starttls', sender } });
    expect(at('smtp://127.0.0.1:2525')).toStrictEqual({ value: { host: '127.0.0.1', port: 2525, security: 'none', sender } });
    expect(at('smtps://localhost:465')).toMatchObject({ value: { security: 'tls', port: 465 } });
  });
  it('knows the service by an account whose password stands in a file', () => {
    const account = { SMTP_URL: 'smtps://ptc%40secretariat@mail.example', SMTP_PASSWORD_FILE: kept('password', 'correct horse\n') };
    expect(readMailServer({ ...account, ...from })).toMatchObject({
      value: { account: { user: 'ptc@secretariat', password: 'correct horse' } },
    });
    expect(readMailServer({ ...account, ...from, SMTP_URL: 'smtps://mail.example' })).toHaveProperty('wrong');
    expect(readMailServer({ ...account, ...from, SMTP_PASSWORD_FILE: undefined })).toHaveProperty('wrong');
    expect(readMailServer({ ...account, ...from, SMTP_PASSWORD_FILE: join(folder, 'none') })).toHaveProperty('wrong');
  });
  it('signs for the domain of the sender, and has bounces come to an address of their own', () => {
    const signs = {
      SMTP_URL: 'smtps://mail.example',
      DKIM_KEY_FILE: kept('dkim', 'KEY'),
      DKIM_SELECTOR: 'ptc2015',
      SMTP_BOUNCES: 'bounces@secretariat.example',
    };
    expect(readMailServer({ ...signs, ...from })).toMatchObject({
      value: {
        dkim: { domain: 'secretariat.example', selector: 'ptc2015', privateKey: 'KEY' },
        bounceAddress: 'bounces@secretariat.example',
      },
    });
    expect(readMailServer({ ...signs, ...from, DKIM_SELECTOR: undefined })).toHaveProperty('wrong');
    expect(readMailServer({ ...signs, ...from, SMTP_BOUNCES: 'bounces+x@secretariat.example' })).toHaveProperty('wrong');
  });
  it.each(['http://mail.example', 'smtp://', 'mail.example', 'smtps://user:secret@mail.example', ''])('is not "%s"', (url) => {
    expect(readMailServer({ SMTP_URL: url, ...from })).toHaveProperty('wrong');
  });
  it.each([undefined, '', 'nobody', 'a@b, c@d', 'A <a@b', 'A\n<a@b>', 'A\nB <a@b>', 'A <a@b> <c@d>'])('sends nothing for %j', (told) => {
    expect(readMailServer({ SMTP_URL: 'smtps://mail.example', SMTP_FROM: told })).toHaveProperty('wrong');
  });
});
