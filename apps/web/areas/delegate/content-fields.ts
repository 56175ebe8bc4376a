import type { ContributionContent } from '../../../../libs/domain/src/index.ts';
import { code, oneOf, optionalCode, optionalOneOf, text, tickedOf, type FieldReader, type FormValues } from '../../forms/read-fields.ts';

type Account = NonNullable<ContributionContent['practice']>;

const parts = { context: 4_000, instrument: 1_000, measure: 4_000, result: 4_000, lessons: 4_000 } as const;

/** A practice in its parts: all of them or none. */
const account: FieldReader<Account | null> = (fields, name) => {
  const names = Object.keys(parts) as (keyof typeof parts)[];
  if (names.every((part) => (fields[`${name}.${part}`] ?? '').trim() === '')) return { value: null };
  const read = names.map((part) => [part, text(parts[part])(fields, `${name}.${part}`)] as const);
  const wrong = read.map(([, one]) => one).find((one) => 'problem' in one);
  if (wrong !== undefined && 'problem' in wrong) {
    const { problem } = wrong;
    return { problem: { en: `Practice in parts: ${problem.en}`, fr: `Pratique par rubriques : ${problem.fr}` } };
  }
  const said = Object.fromEntries(read.map(([part, one]) => [part, 'value' in one ? one.value : '']));
  return { value: { level: fields[`${name}.level`] === 'regional' ? 'regional' : 'national', ...said } as Account };
};

/** What a Member writes, as the fields of a form. */
export const contentFields = {
  language: oneOf(['en', 'fr']),
  title: text(300),
  text: text(20_000),
  primaryTheme: code,
  themes: tickedOf,
  economicCommunity: optionalCode,
  purpose: optionalOneOf(['for_action', 'for_information']),
  practice: account,
} as const;

/** The content that such a form says. @param kept  what it does not ask for: files that hang on it already */
export const contentOf = (
  { language, title, text, primaryTheme, themes, economicCommunity, purpose, practice }: FormValues<typeof contentFields>,
  kept: Pick<ContributionContent, 'attachments'> = {},
): ContributionContent => ({
  language,
  title,
  text,
  primaryTheme,
  secondaryThemes: themes.filter((theme) => theme !== primaryTheme),
  economicCommunity,
  ...(purpose === null ? {} : { purpose }),
  ...(practice === null ? {} : { practice }),
  ...(kept.attachments === undefined ? {} : { attachments: kept.attachments }),
});
