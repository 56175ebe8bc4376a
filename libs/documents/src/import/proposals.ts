import type { ParsedParagraph, ParsedTheme, ParsedWorkingDocument } from './parsed-document.ts';

/** Something the importer suggests and a person decides. */
export interface ProposedSentence {
  readonly paragraph: string;
  readonly quote: string;
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]) (?=\p{Lu}|["“«])/u);

const earlierSession =
  /\d{1,4}(?:st|nd|rd|th|e|ème)\/\d{1,4}(?:st|nd|rd|th|e|ème) sessions|last PTC|next PTC|dernière réunion|prochaine réunion/i;
const agreement = /\bagreed\b|\bdecided\b|\bshould\b|convenu|décidé/i;

/** Sentences that look like earlier decisions of the body: in a paragraph about an earlier session, with a word of agreement. */
export const proposePriorDecisions = ({ parts: { body } }: ParsedWorkingDocument): readonly ProposedSentence[] =>
  body.paragraphs
    .filter(({ text }) => earlierSession.test(text))
    .flatMap(({ id, text }) =>
      sentencesOf(text)
        .filter((sentence) => agreement.test(sentence))
        .map((quote) => ({ paragraph: id, quote })),
    );

/** Splits the labels of a document by whether the theme set in force has them, word for word. A person decides about the rest. */
export const matchThemes = (
  themes: readonly ParsedTheme[],
  catalogue: readonly { readonly code: string; readonly labelEn: string }[],
): { readonly matched: readonly (ParsedTheme & { readonly code: string })[]; readonly unmatched: readonly ParsedTheme[] } => {
  const codeOf = (label: string): string | null => catalogue.find(({ labelEn }) => labelEn === label)?.code ?? null;
  return {
    matched: themes.flatMap((theme) => {
      const code = codeOf(theme.label);
      return code === null ? [] : [{ ...theme, code }];
    }),
    unmatched: themes.filter(({ label }) => codeOf(label) === null),
  };
};

export interface ProposedHighlight extends ProposedSentence {
  /** Title of the section: the donor. */
  readonly donor: string | null;
  /** The project named in the sentence, or the last one named in the section; null when none was. */
  readonly project: string | null;
  readonly dates: readonly string[];
}

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const datePattern = new RegExp(`(?:\\d{1,2} )?${month} \\d{4}`, 'g');

const longestAlias = (sentence: string, aliases: readonly string[]): string | null =>
  aliases.filter((alias) => sentence.includes(alias)).sort((a, b) => b.length - a.length)[0] ?? null;

/** Suggests facts for the project register from the annex, sentence by sentence; the checked register is what counts. */
export const proposeProjectHighlights = (
  { parts: { annex } }: ParsedWorkingDocument,
  aliases: readonly string[],
): readonly ProposedHighlight[] => {
  const donors = new Map(annex?.sections.map(({ id, title }) => [id, title]));
  const named = new Map<string | null, string>();
  const highlight = ({ id, section }: ParsedParagraph, quote: string): ProposedHighlight => {
    const alias = longestAlias(quote, aliases);
    if (alias !== null) named.set(section, alias);
    return {
      paragraph: id,
      quote,
      donor: donors.get(section ?? '') ?? null,
      project: named.get(section) ?? null,
      dates: quote.match(datePattern) ?? [],
    };
  };
  return (annex?.paragraphs ?? []).flatMap((paragraph) => sentencesOf(paragraph.text).map((quote) => highlight(paragraph, quote)));
};
