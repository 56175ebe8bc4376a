import { isBlank, type Language } from '../kernel/index.ts';
import type { AgendaContent, AgendaItem } from './agenda.content.ts';
import type { PublicationCause } from './agenda.rejections.ts';
import { itemLabel } from './numbering.ts';

const languages = ['en', 'fr'] as const;

const documentGaps = ({ documents = [] }: AgendaItem, language: Language): readonly string[] => {
  const works = [...new Set(documents.map(({ work }) => work))];
  return works.filter((work) => !documents.some((document) => document.work === work && document.language === language));
};

/** Where a text or a document is missing in a language: items by their label, documents by series and number. */
const gapsIn = ({ headings }: AgendaContent, language: Language): readonly string[] =>
  headings.flatMap(({ number, items }) =>
    items.flatMap((item) => {
      const silent = item.annotation !== undefined && isBlank(item.annotation[language]);
      return [...(silent ? [itemLabel(number, item.letter)] : []), ...documentGaps(item, language)];
    }),
  );

/** Everything that stands against sending a content out but for its approval (BR-16). */
export const causesAgainst = (
  content: AgendaContent,
  {
    waived,
    unresolvedDuplicates,
    goneTopics = [],
  }: {
    readonly waived: readonly Language[];
    readonly unresolvedDuplicates: readonly string[];
    readonly goneTopics?: readonly string[];
  },
): readonly PublicationCause[] => {
  const missing = languages
    .filter((language) => !waived.includes(language))
    .map((language) => ({ cause: 'language_missing', language, where: gapsIn(content, language) }) as const)
    .filter(({ where }) => where.length > 0);
  return [
    ...missing,
    ...(unresolvedDuplicates.length === 0 ? [] : [{ cause: 'duplicate_unresolved', topics: unresolvedDuplicates } as const]),
    ...(goneTopics.length === 0 ? [] : [{ cause: 'topic_gone', topics: goneTopics } as const]),
  ];
};
