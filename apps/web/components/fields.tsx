import type { ComponentChildren, JSX } from 'preact';
import { formatNumber, say, type Language } from '../format.ts';
import type { FormView } from '../forms/form-state.ts';
import { fieldId } from './command-form.tsx';

/** What every field is drawn with. Label, hint, error, control: always in this order. */
interface FieldProps {
  readonly language: Language;
  readonly form: FormView;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What it begins with. */
  readonly begin?: string;
  readonly isOptional?: boolean;
}

const described = ({ form, name, hint }: FieldProps): string | undefined => {
  const ids = [
    ...(hint === undefined ? [] : [`${fieldId(form, name)}-hint`]),
    ...(form.problem(name) === null ? [] : [`${fieldId(form, name)}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
};

const Optional = ({ language, isOptional }: FieldProps): JSX.Element | null =>
  isOptional === true ? <span class="soft">{` (${say(language, 'optional')})`}</span> : null;

const Words = (props: FieldProps): JSX.Element => {
  const { language, form, name, hint } = props;
  const problem = form.problem(name);
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${fieldId(form, name)}-hint`}>
          {hint}
        </p>
      )}
      {problem === null ? null : (
        <p class="err" id={`${fieldId(form, name)}-error`}>
          {problem[language]}
        </p>
      )}
    </>
  );
};

/** A label with what belongs to it, around a control. */
export const FieldBox = (props: FieldProps & { readonly children: ComponentChildren }): JSX.Element => {
  const { form, name, label, children } = props;
  return (
    <div class={form.problem(name) === null ? 'field' : 'field error'}>
      <label for={fieldId(form, name)}>
        {label}
        <Optional {...props} />
      </label>
      <Words {...props} />
      {children}
    </div>
  );
};

/** What a control carries, whatever its kind. */
export const controlOf = (props: FieldProps) => ({
  id: fieldId(props.form, props.name),
  name: props.name,
  'aria-describedby': described(props),
  'aria-invalid': props.form.problem(props.name) === null ? undefined : ('true' as const),
  'aria-required': props.isOptional === true ? undefined : ('true' as const),
});

const Counter = ({ language, form, name, max, value }: FieldProps & { readonly max: number; readonly value: string }): JSX.Element => (
  <p class="counter">
    <span id={`${fieldId(form, name)}-count`}>{formatNumber(Array.from(value).length, language)}</span>{' '}
    {say(language, 'charactersOf', { max })}
  </p>
);

type LineProps = FieldProps & {
  /** Characters. */
  readonly max?: number;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'number';
  readonly lang?: string;
};

const Line = (props: LineProps & { readonly value: string }): JSX.Element => {
  const common = { class: 'input', value: props.value, ...controlOf(props) };
  if (props.type === 'date') return <input type="date" {...common} />;
  if (props.type === 'datetime-local') return <input type="datetime-local" {...common} />;
  if (props.type === 'number') return <input type="number" {...common} />;
  return <input type="text" lang={props.lang} dir="auto" {...common} />;
};

/** One line of text, a date, a number. */
export const TextField = (props: LineProps): JSX.Element => {
  const { form, name, begin, max } = props;
  const value = form.value(name, begin);
  return (
    <FieldBox {...props}>
      <Line {...props} value={value} />
      {max === undefined ? null : <Counter {...props} max={max} value={value} />}
    </FieldBox>
  );
};

/** Text of several lines. */
export const TextArea = (props: FieldProps & { readonly max?: number; readonly rows?: number; readonly lang?: string }): JSX.Element => {
  const { form, name, begin, max, rows = 6, lang } = props;
  const value = form.value(name, begin);
  return (
    <FieldBox {...props}>
      <textarea class="textarea" rows={rows} lang={lang} dir="auto" {...controlOf(props)}>
        {value}
      </textarea>
      {max === undefined ? null : <Counter {...props} max={max} value={value} />}
    </FieldBox>
  );
};

/** One thing that may be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Why it is offered, or what follows from it. */
  readonly why?: string;
}

/** One of many, in a list that opens. */
export const Select = (props: FieldProps & { readonly choices: readonly Choice[]; readonly none?: string }): JSX.Element => {
  const { language, form, name, begin, choices, none } = props;
  const value = form.value(name, begin);
  return (
    <FieldBox {...props}>
      <select class="select" {...controlOf(props)}>
        <option value="">{none ?? say(language, 'choose')}</option>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldBox>
  );
};

type GroupProps = FieldProps & { readonly choices: readonly Choice[]; readonly more?: ComponentChildren };

const Group = (props: GroupProps & { readonly children: ComponentChildren }): JSX.Element => {
  const { form, name, label, children } = props;
  return (
    <fieldset
      class={form.problem(name) === null ? 'field fieldset' : 'field fieldset error'}
      id={fieldId(form, name)}
      tabIndex={-1}
      aria-describedby={described(props)}
    >
      <legend>
        {label}
        <Optional {...props} />
      </legend>
      <Words {...props} />
      <div class="choices">{children}</div>
      {props.more}
    </fieldset>
  );
};

const ChoiceLabel = ({ choice }: { readonly choice: Choice }): JSX.Element => (
  <span>
    {choice.label}
    {choice.why === undefined ? null : <span class="why">{` ${choice.why}`}</span>}
  </span>
);

/** One of a few, all in sight. */
export const Radios = (props: GroupProps): JSX.Element => {
  const { form, name, begin, choices } = props;
  const value = form.value(name, begin);
  return (
    <Group {...props}>
      {choices.map((choice) => (
        <label class="choice">
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} />
          <ChoiceLabel choice={choice} />
        </label>
      ))}
    </Group>
  );
};

/** Any of a few, each a field of its own: `themes.ORIGIN`. */
export const Checkboxes = (props: GroupProps & { readonly ticked?: readonly string[] }): JSX.Element => {
  const { form, name, choices, ticked = [] } = props;
  return (
    <Group {...props} isOptional={props.isOptional ?? true}>
      {choices.map((choice) => (
        <label class="choice">
          <input
            type="checkbox"
            name={`${name}.${choice.value}`}
            value="yes"
            checked={form.isChecked(`${name}.${choice.value}`, ticked.includes(choice.value))}
          />
          <ChoiceLabel choice={choice} />
        </label>
      ))}
    </Group>
  );
};

/** One box to tick. */
export const Checkbox = ({ form, name, label, begin }: Omit<FieldProps, 'hint'>): JSX.Element => (
  <label class="choice">
    <input type="checkbox" id={fieldId(form, name)} name={name} value="yes" checked={form.isChecked(name, begin === 'yes')} />
    <span>{label}</span>
  </label>
);

/** A file to send along. */
export const FileField = (props: FieldProps & { readonly accept?: string }): JSX.Element => (
  <FieldBox {...props}>
    <input class="input" type="file" accept={props.accept} {...controlOf(props)} />
  </FieldBox>
);

/** The buttons of a form: one that is meant, and beside it what else may be done. */
export const Actions = ({ label, children }: { readonly label: string; readonly children?: ComponentChildren }): JSX.Element => (
  <div class="actions">
    <button class="btn primary" type="submit">
      {label}
    </button>
    {children}
  </div>
);
