import { problemTexts, type ChangeSince } from '../../libs/application/src/index.ts';
import type { Bilingual, Rejection } from '../../libs/domain/src/index.ts';
import { bindFrench, formatMoment, type Language } from './format.ts';

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text);

const factIn = (language: Language, fact: unknown): string => {
  if (Array.isArray(fact)) return fact.map((one) => factIn(language, one)).join(', ');
  const told = typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
  if (!isInstant(told)) return told;
  return `${formatMoment(told, language)} ${language === 'fr' ? 'à Bruxelles' : 'in Brussels'}`;
};

const toldIn = (language: Language, { code, ...facts }: Rejection): string => {
  const texts = problemTexts[code] ?? { en: code, fr: code };
  const told = texts[language].replace(/\{(\w+)\}/g, (_match, name: string) => factIn(language, Reflect.get(facts, name)));
  return language === 'fr' ? bindFrench(told) : told;
};

/** What a refusal says, in both languages. */
export const wordsOf = (rejection: Rejection): Bilingual => ({ en: toldIn('en', rejection), fr: toldIn('fr', rejection) });

/** HTTP status of a refusal. */
export const statusOf = ({ code }: Rejection): number => problemTexts[code]?.status ?? 400;

/** Seconds after which it may be tried again, when a refusal says so. */
export const retryAfter = (rejection: Rejection): string | null => ('seconds' in rejection ? String(rejection.seconds) : null);

const isChange = (value: unknown): value is ChangeSince =>
  typeof value === 'object' && value !== null && 'type' in value && 'fields' in value && 'at' in value;

/** What others changed since somebody looked, when a refusal says so. */
export const changesIn = (rejection: Rejection): readonly ChangeSince[] =>
  'changes' in rejection && Array.isArray(rejection.changes) ? rejection.changes.filter(isChange) : [];
