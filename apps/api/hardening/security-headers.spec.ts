import Fastify from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { setCookie, type Environment } from '../../../libs/application/src/index.ts';
import { secureAnswers } from './security-headers.ts';

const answered = async (origin: string | null): Promise<Readonly<Record<string, unknown>>> => {
  const server = Fastify();
  const entrance: Pick<NonNullable<Environment['entrance']>, 'address'> = { address: { origin } };
  secureAnswers(server, { entrance } as Environment);
  server.get('/', () => 'here');
  const { headers } = await server.inject('/');
  await server.close();
  return headers;
};

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

describe('what every answer tells a browser', () => {
  it('lets nothing be framed, guessed at or told to others', async () => {
    const headers = await answered(null);
    expect(headers).toMatchObject(always);
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('asks for TLS for a year where it is reached by TLS', async () => {
    expect(await answered('https://ptc.example.org')).toMatchObject({
      ...always,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });
});

describe('a cookie', () => {
  it('is of this host alone, and travels under TLS alone, where there is TLS', () => {
    expect(setCookie({ origin: 'https://ptc.example.org' }, 'session', 'x')).toBe(
      '__Host-rapporteur-session=x; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(setCookie({ origin: null }, 'session', null)).toBe('rapporteur-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });
});
