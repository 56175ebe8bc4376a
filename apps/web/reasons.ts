import type { Choice } from './components/fields.tsx';
import type { Language } from './format.ts';
import type { Ask } from './frame-of.ts';

interface Listed {
  readonly code: string;
  readonly title: { readonly en: string; readonly fr: string };
}

const isListed = (value: unknown): value is Listed => typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

const reasonsIn = (definition: unknown, list: string): readonly Listed[] => {
  if (typeof definition !== 'object' || definition === null || !('reasons' in definition)) return [];
  const { reasons } = definition;
  const found: unknown = typeof reasons === 'object' && reasons !== null ? Reflect.get(reasons, list) : undefined;
  return Array.isArray(found) ? found.filter(isListed) : [];
};

/** Reasons that the procedure in force lists, to choose one from. @param list  `decline`, `withdraw` and so on */
export const listedReasons = async (ask: Ask, category: string, list: string, language: Language): Promise<readonly Choice[]> => {
  const versions = (await ask('workflows', {})).filter(({ name }) => name === category);
  return reasonsIn(versions.at(-1)?.definition, list).map(({ code, title }) => ({ value: code, label: title[language] }));
};
