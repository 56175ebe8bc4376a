import type { ComponentChildren, JSX } from 'preact';
import { formatMoment, say } from '../format.ts';
import { formNamed, type FormView, type RefusedForm } from '../forms/form-state.ts';
import { eventNames } from '../texts/event-names.texts.ts';
import { roleNames } from '../texts/role-names.texts.ts';
import { href, type PageFrame } from './frame.ts';

/** Id of a field within its page. */
export const fieldId = ({ id }: FormView, name: string): string => `${id}-${name}`;

const Changes = ({
  frame: { language },
  changes,
}: {
  readonly frame: PageFrame;
  readonly changes: RefusedForm['changes'];
}): JSX.Element => (
  <ul class="small">
    {changes.map(({ type, fields, role, at }) => (
      <li>
        {eventNames[type]?.[language] ?? type}
        {fields.length === 0 ? '' : ` (${fields.join(', ')})`}
        {` · ${roleNames[role]?.[language] ?? role} · ${formatMoment(at, language)}`}
      </li>
    ))}
  </ul>
);

/** Why a form was not carried out: every reason at once, each leading to its field. */
const Refused = ({ frame, form }: { readonly frame: PageFrame; readonly form: FormView }): JSX.Element | null => {
  const { language } = frame;
  const { refused } = form;
  if (refused === null) return null;
  const isConflict = refused.changes.length > 0;
  const ofFields = refused.problems.filter(({ field }) => field !== null);
  const title = isConflict
    ? say(language, 'changedTitle')
    : say(language, ofFields.length === 0 ? 'notSent' : 'toComplete', { count: ofFields.length });
  return (
    <section
      class={isConflict ? 'notice wait' : 'notice stop'}
      role="alert"
      aria-labelledby={`${form.id}-refused`}
      tabIndex={-1}
      data-focus
    >
      <h2 id={`${form.id}-refused`}>{title}</h2>
      {isConflict ? (
        <>
          <p class="small">{say(language, 'changedNote')}</p>
          <Changes frame={frame} changes={refused.changes} />
        </>
      ) : (
        <ul>
          {refused.problems.map(({ field, text }) => (
            <li>{field === null ? text[language] : <a href={`#${fieldId(form, field)}`}>{text[language]}</a>}</li>
          ))}
        </ul>
      )}
      <p class="small">{say(language, 'stillHere')}</p>
    </section>
  );
};

interface CommandFormProps {
  readonly frame: PageFrame;
  /** Of the form within its page, a word. */
  readonly id: string;
  /** Where it is sent: an address without its language. */
  readonly action: string;
  /** Revision of what it changes, as it is shown; whoever changed it since is told of. */
  readonly expected?: string;
  /** True where a file is sent along. */
  readonly withFile?: boolean;
  readonly class?: string;
  readonly children: (form: FormView) => ComponentChildren;
}

/** A form that gives a command. It is not there while looking back: the past is not changed. */
export const CommandForm = (props: CommandFormProps): JSX.Element | null => {
  const { frame, id, action, expected, children } = props;
  const form = formNamed(frame.form, id);
  if (frame.asOf !== null || frame.who === null) return null;
  return (
    <form
      method="post"
      action={href({ language: frame.language, asOf: null }, action)}
      class={props.class ?? 'stack'}
      enctype={props.withFile === true ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="mark" value={frame.form.mark} />
      <input type="hidden" name="key" value={`${frame.form.key}.${id}`} />
      <input type="hidden" name="form" value={id} />
      {expected === undefined ? null : <input type="hidden" name="expected" value={expected} />}
      <Refused frame={frame} form={form} />
      {children(form)}
    </form>
  );
};

/** A form of one button: what it does, and whether somebody should think twice. */
export const CommandButton = ({
  frame,
  id,
  action,
  expected,
  label,
  about,
  kind,
  hidden = {},
}: Omit<CommandFormProps, 'children' | 'class' | 'withFile'> & {
  readonly label: string;
  /** Said to who does not see what the button stands beside. */
  readonly about?: string;
  readonly kind?: 'primary' | 'danger' | 'small' | 'plain';
  readonly hidden?: Readonly<Record<string, string>>;
}): JSX.Element => (
  <CommandForm frame={frame} id={id} action={action} class="inline" {...(expected === undefined ? {} : { expected })}>
    {() => (
      <>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class={kind === undefined ? 'btn' : `btn ${kind}`} type="submit">
          {label}
          {about === undefined ? null : <span class="vh">{` ${about}`}</span>}
        </button>
      </>
    )}
  </CommandForm>
);
