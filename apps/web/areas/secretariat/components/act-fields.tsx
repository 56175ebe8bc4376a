import type { JSX } from 'preact';
import type { PageFrame } from '../../../components/frame.ts';
import { fillIn, sayFrom, type Language } from '../../../format.ts';
import type { ActField, Choice } from '../acts/act.ts';
import { longest } from '../acts/sent.ts';
import { deskTexts } from '../desk.texts.ts';
import type { OpenAct } from './open-act.ts';

const say = sayFrom(deskTexts);

interface Drawn {
  readonly language: Language;
  /** Prefix of the ids, so that two forms of a page share none. */
  readonly prefix: string;
  readonly value: (name: string) => string;
  readonly problem: (name: string) => string | null;
}

const drawnOf = ({ language, form: { refused } }: PageFrame, { act, begin }: OpenAct): Drawn => {
  const typed = refused?.of === act.command ? refused.typed : null;
  const found = refused?.of === act.command ? refused.problems : [];
  return {
    language,
    prefix: act.command,
    value: (name) => (typed === null ? begin[name] : typed[name]) ?? '',
    problem: (name) => found.find(({ field }) => field === name)?.text[language] ?? null,
  };
};

const idOf = ({ prefix }: Drawn, name: string): string => `${prefix}-${name.replaceAll('.', '-')}`;

const marks = (drawn: Drawn, name: string) => {
  const isWrong = drawn.problem(name) !== null;
  return {
    id: idOf(drawn, name),
    name,
    ...(isWrong ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${idOf(drawn, name)}-problem` } : {}),
  };
};

const Problem = ({ drawn, name }: { readonly drawn: Drawn; readonly name: string }): JSX.Element | null => {
  const told = drawn.problem(name);
  return told === null ? null : (
    <p class="err" id={`${idOf(drawn, name)}-problem`}>
      {told}
    </p>
  );
};

interface Box {
  readonly drawn: Drawn;
  readonly name: string;
  readonly label: string;
  readonly lang?: 'en' | 'fr';
}

const TextBox = ({ drawn, name, label, lang, rows, most }: Box & { readonly rows: number; readonly most: number }): JSX.Element => (
  <div class="field">
    <label for={idOf(drawn, name)}>{label}</label>
    {rows === 1 ? (
      <input class="input" type="text" {...marks(drawn, name)} lang={lang} maxLength={most} value={drawn.value(name)} />
    ) : (
      <textarea class="textarea" {...marks(drawn, name)} lang={lang} rows={rows} maxLength={most}>
        {drawn.value(name)}
      </textarea>
    )}
    <Problem drawn={drawn} name={name} />
  </div>
);

const TimeBox = ({ drawn, name, label, type }: Box & { readonly type: 'date' | 'datetime-local' | 'number' }): JSX.Element => (
  <div class="field">
    <label for={idOf(drawn, name)}>{label}</label>
    <input class="input" type={type} {...marks(drawn, name)} value={drawn.value(name)} />
    <Problem drawn={drawn} name={name} />
  </div>
);

const ListBox = ({ drawn, name, label, choices }: Box & { readonly choices: readonly Choice[] }): JSX.Element => (
  <div class="field">
    <label for={idOf(drawn, name)}>{label}</label>
    <select class="select" {...marks(drawn, name)}>
      <option value="">{say(drawn.language, choices.length === 0 ? 'nothingToChoose' : 'chooseOne')}</option>
      {choices.map(({ value, label: shown }) => (
        <option value={value} selected={value === drawn.value(name)}>
          {fillIn(drawn.language, shown)}
        </option>
      ))}
    </select>
    <Problem drawn={drawn} name={name} />
  </div>
);

const TickBoxes = ({ drawn, name, label, choices }: Box & { readonly choices: readonly Choice[] }): JSX.Element => (
  <fieldset class="fieldset">
    <legend>{label}</legend>
    <div class="choices">
      {choices.map(({ value, label: shown }) => (
        <label class="check">
          <input type="checkbox" {...marks(drawn, `${name}.${value}`)} value="on" checked={drawn.value(`${name}.${value}`) !== ''} />{' '}
          {fillIn(drawn.language, shown)}
        </label>
      ))}
    </div>
    <Problem drawn={drawn} name={name} />
  </fieldset>
);

const TwoTexts = ({ drawn, name, label, rows, most }: Box & { readonly rows: number; readonly most: number }): JSX.Element => (
  <div role="group" aria-label={label} class="two-texts">
    {(['en', 'fr'] as const).map((lang) => (
      <TextBox
        drawn={drawn}
        name={`${name}.${lang}`}
        label={`${label}, ${say(drawn.language, lang === 'en' ? 'inEnglish' : 'inFrench')}`}
        lang={lang}
        rows={rows}
        most={most}
      />
    ))}
  </div>
);

const Reason = ({ drawn, choices }: { readonly drawn: Drawn; readonly choices: readonly Choice[] }): JSX.Element => (
  <>
    <ListBox drawn={drawn} name="reason.code" label={say(drawn.language, 'chooseReason')} choices={choices} />
    <p class="hint">{say(drawn.language, 'oneLanguageEnough')}</p>
    <TwoTexts drawn={drawn} name="reason.text" label={say(drawn.language, 'reasonText')} rows={2} most={longest.reason} />
  </>
);

const labelOf = (field: Named, language: Language): string =>
  field.isOptional === true ? `${fillIn(language, field.label)} (${say(language, 'optional')})` : fillIn(language, field.label);

type Named = Exclude<ActField, { kind: 'reason' }>;

interface Asked {
  readonly box: Box;
  readonly choices: readonly Choice[];
  readonly isLong: boolean;
}

const drawers: Readonly<Record<Named['kind'], (asked: Asked) => JSX.Element>> = {
  line: ({ box }) => <TextBox {...box} rows={1} most={longest.line} />,
  long: ({ box }) => <TextBox {...box} rows={8} most={longest.text} />,
  date: ({ box }) => <TimeBox {...box} type="date" />,
  moment: ({ box }) => <TimeBox {...box} type="datetime-local" />,
  number: ({ box }) => <TimeBox {...box} type="number" />,
  both: ({ box, isLong }) => <TwoTexts {...box} rows={isLong ? 4 : 1} most={longest.title} />,
  either: ({ box, isLong }) => <TwoTexts {...box} rows={isLong ? 4 : 2} most={longest.reason} />,
  one: ({ box, choices }) => <ListBox {...box} choices={choices} />,
  many: ({ box, choices }) => <TickBoxes {...box} choices={choices} />,
};

/** A field of an act by its kind. */
export const ActFieldset = ({
  frame,
  open,
  field,
}: {
  readonly frame: PageFrame;
  readonly open: OpenAct;
  readonly field: ActField;
}): JSX.Element => {
  const drawn = drawnOf(frame, open);
  if (field.kind === 'reason') return <Reason drawn={drawn} choices={open.choices['reason.code'] ?? []} />;
  const box = { drawn, name: field.name, label: labelOf(field, frame.language) };
  return drawers[field.kind]({ box, choices: open.choices[field.name] ?? [], isLong: 'isLong' in field });
};
