import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('have a default each', () => {
    expect(readSettings({})).toStrictEqual({
      settings: {
        host: '127.0.0.1',
        port: 3000,
        dataDir: resolve('data'),
        logLevel: 'info',
        clock: { mode: 'opening' },
        ledgerDomain: 'rapporteur.localhost',
        readModelGraceSeconds: 600,
      },
    });
  });

  it('are refused all at once', () => {
    const result = readSettings({
      HOST: 'no host',
      PORT: '65536',
      DATA_DIR: '',
      LOG_LEVEL: 'loud',
      CLOCK: 'sundial',
      LEDGER_DOMAIN: '-',
      READ_MODEL_GRACE: 'soon',
      PUBLIC_ORIGIN: 'http://ptc.example.org',
    });
    expect(result).toStrictEqual({
      wrong: [
        'HOST must be an address or a host name, found "no host"',
        'PORT must be a whole number from 0 to 65535, found "65536"',
        'DATA_DIR must name a folder, found nothing',
        'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, found "loud"',
        'CLOCK must be "real" or "virtual:<RFC 3339 instant>", found "sundial"',
        'LEDGER_DOMAIN must be a host name, found "-"',
        'READ_MODEL_GRACE must be a whole number of seconds up to 999999, found "soon"',
        'PUBLIC_ORIGIN must be https:// and a host, found "http://ptc.example.org"',
      ],
    });
  });

  it.each([
    ['0', 0],
    ['65535', 65_535],
  ])('take the port %s', (raw, port) => {
    expect(readSettings({ PORT: raw })).toMatchObject({ settings: { port } });
  });

  it.each(['https://ptc.example.org', 'https://ptc.example.org:8443', 'https://ptc.example.org/'])('take the origin %s', (raw) => {
    expect(readSettings({ PUBLIC_ORIGIN: raw })).toMatchObject({ settings: { publicOrigin: raw.replace(/\/$/, '') } });
  });

  it('take a Redis and the key that is shared, and tell no password of a wrong one', () => {
    expect(readSettings({ REDIS_URL: 'redis://:secret@redis:6379', ENTRANCE_KEY: 'key' })).toMatchObject({
      settings: { redisUrl: 'redis://:secret@redis:6379', entranceKey: resolve('key') },
    });
    expect(readSettings({ REDIS_URL: 'http://:secret@redis' })).toStrictEqual({
      wrong: ['REDIS_URL must be redis:// or rediss:// and a host'],
    });
  });

  it('take the proxies that are believed', () => {
    expect(readSettings({ TRUSTED_PROXIES: '10.0.0.1, ::1' })).toMatchObject({ settings: { trustedProxies: ['10.0.0.1', '::1'] } });
    const wrong = 'TRUSTED_PROXIES must be addresses with commas between them, found "proxy.example"';
    expect(readSettings({ TRUSTED_PROXIES: 'proxy.example' })).toMatchObject({ wrong: [wrong] });
  });

  it.each(['ptc.example.org', 'https://ptc.example.org/path', 'https://user@ptc.example.org', ''])('refuse the origin "%s"', (raw) => {
    expect(readSettings({ PUBLIC_ORIGIN: raw })).toMatchObject({ wrong: [`PUBLIC_ORIGIN must be https:// and a host, found "${raw}"`] });
  });

  it.each(['-1', '65536', '3000.5', ' 80', '0x50', ''])('refuse the port "%s"', (raw) => {
    expect(readSettings({ PORT: raw })).toMatchObject({ wrong: [`PORT must be a whole number from 0 to 65535, found "${raw}"`] });
  });

  it.each(['::1', 'localhost', '0.0.0.0', 'secretariat.example'])('take the host %s', (raw) => {
    expect(readSettings({ HOST: raw })).toMatchObject({ settings: { host: raw } });
  });

  it.each(['999.1.1.1', '1.2.3', 'a b', ''])('refuse the host "%s"', (raw) => {
    expect(readSettings({ HOST: raw })).toMatchObject({ wrong: [`HOST must be an address or a host name, found "${raw}"`] });
  });

  it('take a provider of OpenID Connect, named in full', () => {
    const named = { OIDC_ISSUER: 'https://login.example.org/realm', OIDC_CLIENT_ID: 'rapporteur' };
    const signInProvider = { issuer: named.OIDC_ISSUER, clientId: named.OIDC_CLIENT_ID, clientSecret: null };
    expect(readSettings(named)).toMatchObject({ settings: { signInProvider } });
    expect(readSettings({ ...named, OIDC_CLIENT_SECRET_FILE: '/nowhere/at/all' })).toMatchObject({
      wrong: [expect.stringMatching(/^OIDC_CLIENT_SECRET_FILE cannot be read: Error: ENOENT/)],
    });
    expect(readSettings({ OIDC_ISSUER: named.OIDC_ISSUER })).toMatchObject({
      wrong: ['OIDC_CLIENT_ID must name this service to https://login.example.org/realm, found ""'],
    });
  });

  it.each([
    'http://login.example.org',
    'login.example.org',
    'https://login.example.org?a=b',
    'https://me@login.example.org',
    'file:///etc',
    '',
  ])('refuse the provider "%s"', (raw) => {
    const wrong = `OIDC_ISSUER must be https:// and a host, found "${raw}"`;
    expect(readSettings({ OIDC_ISSUER: raw, OIDC_CLIENT_ID: 'rapporteur' })).toMatchObject({ wrong: [wrong] });
  });

  it('take a virtual clock in any zone and keep it in UTC', () => {
    expect(readSettings({ CLOCK: 'virtual:2015-01-29T09:00:00+01:00' })).toMatchObject({
      settings: { clock: { mode: 'virtual', start: '2015-01-29T08:00:00.000Z' } },
    });
  });

  it.each(['kurrentdb://db.example.org:2113', 'kurrentdb+discover://a:2113,b:2113?tls=false', 'esdb://db:2113'])(
    'takes %s for where the record is',
    (raw) => {
      expect(readSettings({ EVENT_STORE: raw })).toMatchObject({ settings: { eventStore: raw } });
    },
  );

  it.each(['', 'postgres://db', 'events.db'])('refuses "%s" as a place of the record', (raw) => {
    expect(readSettings({ EVENT_STORE: raw })).toMatchObject({ wrong: [`EVENT_STORE must be kurrentdb:// and hosts, found "${raw}"`] });
  });
});
