import type { FastifyRequest } from 'fastify';
import type { Language } from './format.ts';

export type Display = 'system' | 'light' | 'dark';

const displays: readonly Display[] = ['system', 'light', 'dark'];

/** A display by its name, or null. */
export const displayFrom = (text: unknown): Display | null => displays.find((display) => display === text) ?? null;

/** What the reader chose before. */
export const cookieDisplay = (request: FastifyRequest): Display | null =>
  displayFrom(/(?:^|;\s*)display=(\w+)/.exec(request.headers.cookie ?? '')?.[1]);

/** Language of an address: of its prefix; on `/` of what the browser asks for. */
export const languageFrom = (request: FastifyRequest): Language => {
  const prefix = /^\/(en|fr)(?:\/|\?|$)/.exec(request.url)?.[1];
  if (prefix !== undefined) return prefix === 'fr' ? 'fr' : 'en';
  const wanted = /\b(en|fr)\b/.exec((request.headers['accept-language'] ?? '').toLowerCase())?.[1];
  return wanted === 'fr' ? 'fr' : 'en';
};

/** Address without its language and without what follows a question mark. */
export const pathOf = (request: FastifyRequest): string => {
  const path = (request.url.split('?')[0] ?? '/').replace(/^\/(?:en|fr)(?=\/|$)/, '');
  return path === '' ? '/' : path;
};

/** Parameters of an address that stand there once. */
export const asked = (request: FastifyRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.query as Readonly<Record<string, unknown>>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

export const isAtEntrance = ({ url }: FastifyRequest): boolean => /^\/(?:en|fr)\/(?:sign-in|join|set-up|account)(?:[/?]|$)/.test(url);
