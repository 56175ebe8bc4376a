import type { JSX } from 'preact';
import type { GroupingView, ThemeSetView, ThemeSuggestions } from '../../../../libs/application/src/index.ts';
import type { ContributionContent } from '../../../../libs/domain/src/index.ts';
import { Checkboxes, Radios, Select, TextArea, TextField, type Choice } from '../../components/fields.tsx';
import type { FormView } from '../../forms/form-state.ts';
import type { Language } from '../../format.ts';
import { say, type DelegateText } from './say.ts';

/** What the fields of a contribution are drawn with. */
export interface ContentChoices {
  readonly themes: ThemeSetView | null;
  readonly communities: readonly GroupingView[];
  /** Themes that the text speaks for; null before there is a text. */
  readonly suggested: ThemeSuggestions | null;
}

interface ContentFormProps {
  readonly language: Language;
  readonly form: FormView;
  readonly kind: 'topic' | 'practice';
  readonly begin: ContributionContent | null;
  readonly choices: ContentChoices;
}

const Words = ({ language, form, kind, begin }: ContentFormProps): JSX.Element => {
  const common = { language, form } as const;
  return (
    <>
      <Select
        {...common}
        name="language"
        label={say(language, 'writtenIn')}
        begin={begin?.language ?? language}
        choices={[
          { value: 'en', label: say(language, 'inEnglish') },
          { value: 'fr', label: say(language, 'inFrench') },
        ]}
      />
      <TextField
        {...common}
        name="title"
        label={say(language, 'title')}
        hint={say(language, 'titleHint')}
        begin={begin?.title ?? ''}
        max={300}
      />
      <TextArea
        {...common}
        name="text"
        label={say(language, 'text')}
        hint={say(language, kind === 'topic' ? 'topicTextHint' : 'practiceTextHint')}
        begin={begin?.text ?? ''}
        max={20_000}
        rows={12}
      />
    </>
  );
};

/** Themes as choices, those that the text speaks for first and with the words that led to them. */
const themeChoices = (
  { language, choices: { themes, suggested } }: ContentFormProps,
  kind: 'priority' | 'crossCutting',
): readonly Choice[] => {
  const offered = suggested?.themes ?? [];
  const place = (code: string): number => {
    const at = offered.findIndex((theme) => theme.code === code);
    return at === -1 ? offered.length : at;
  };
  return (themes?.themes ?? [])
    .filter((theme) => theme.kind === kind)
    .toSorted((a, b) => place(a.code) - place(b.code))
    .map((theme) => {
      const words = offered.find(({ code }) => code === theme.code)?.words ?? [];
      const why = words.length === 0 ? {} : { why: say(language, 'offered', { words: words.slice(0, 4).join(', ') }) };
      return { value: theme.code, label: theme.label[language], ...why };
    });
};

const Themes = (props: ContentFormProps): JSX.Element => {
  const { language, form, begin } = props;
  const priorities = themeChoices(props, 'priority');
  const ticked = begin?.secondaryThemes ?? [];
  return (
    <>
      <Radios
        language={language}
        form={form}
        name="primaryTheme"
        label={say(language, 'primaryTheme')}
        hint={say(language, 'primaryThemeHint')}
        begin={begin?.primaryTheme ?? ''}
        choices={priorities}
      />
      <details open={ticked.length > 0}>
        <summary>{say(language, 'furtherThemes')}</summary>
        <Checkboxes
          language={language}
          form={form}
          name="themes"
          label={say(language, 'furtherThemes')}
          choices={[...themeChoices(props, 'crossCutting'), ...priorities.map(({ value, label }) => ({ value, label }))]}
          ticked={ticked}
        />
      </details>
    </>
  );
};

const accountParts: readonly (readonly [name: 'context' | 'instrument' | 'measure' | 'result' | 'lessons', label: DelegateText])[] = [
  ['context', 'partContext'],
  ['instrument', 'partInstrument'],
  ['measure', 'partMeasure'],
  ['result', 'partResult'],
  ['lessons', 'partLessons'],
];

const Account = ({ language, form, begin }: ContentFormProps): JSX.Element => {
  const account = begin?.practice;
  const isRefused = form.problem('practice') !== null;
  return (
    <details open={account !== undefined || isRefused} id={`${form.id}-practice`}>
      <summary>{say(language, 'inParts')}</summary>
      <p class="hint">{say(language, 'inPartsHint')}</p>
      {isRefused ? <p class="err">{form.problem('practice')?.[language]}</p> : null}
      <Radios
        language={language}
        form={form}
        name="practice.level"
        label={say(language, 'level')}
        begin={account?.level ?? 'national'}
        choices={[
          { value: 'national', label: say(language, 'levelNational') },
          { value: 'regional', label: say(language, 'levelRegional') },
        ]}
      />
      {accountParts.map(([part, label]) => (
        <TextArea
          language={language}
          form={form}
          name={`practice.${part}`}
          label={say(language, label)}
          begin={account?.[part] ?? ''}
          rows={3}
          isOptional
        />
      ))}
    </details>
  );
};

/** The fields of a topic or a practice. */
export const ContentForm = (props: ContentFormProps): JSX.Element => {
  const { language, form, kind, begin, choices } = props;
  return (
    <>
      <Words {...props} />
      <Themes {...props} />
      {kind === 'practice' ? <Account {...props} /> : null}
      <Select
        language={language}
        form={form}
        name="economicCommunity"
        label={say(language, 'community')}
        none={say(language, 'noCommunity')}
        begin={begin?.economicCommunity ?? ''}
        choices={choices.communities.map(({ code, name }) => ({ value: code, label: `${code} · ${name[language]}` }))}
        isOptional
      />
      {kind === 'topic' ? (
        <Radios
          language={language}
          form={form}
          name="purpose"
          label={say(language, 'purpose')}
          begin={begin?.purpose ?? 'for_action'}
          choices={[
            { value: 'for_action', label: say(language, 'forAction') },
            { value: 'for_information', label: say(language, 'forInformation'), why: say(language, 'forInformationWhy') },
          ]}
        />
      ) : null}
    </>
  );
};
