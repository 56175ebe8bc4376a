import type { ComponentChildren, JSX } from 'preact';
import { href, type PageFrame } from './layout.tsx';

/** Why something was refused, in the reader's language. */
export const Notice = ({ text }: { readonly text: string | null }): JSX.Element | null =>
  text === null ? null : (
    <div class="notice wait" role="alert">
      <p>{text}</p>
    </div>
  );

/** A form that changes something: it carries the mark of the browser that it was drawn for. */
export const MarkedForm = ({
  frame,
  action,
  mark,
  children,
}: {
  readonly frame: PageFrame;
  readonly action: string;
  readonly mark: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <form method="post" action={href(frame, action)}>
    <input type="hidden" name="mark" value={mark} />
    {children}
  </form>
);

interface Typed {
  readonly name: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly isOptional?: true;
}

const Input = ({ name, type, autocomplete, value = '', hint, isOptional }: Typed): JSX.Element => {
  const common = { class: 'input', id: name, name, autocomplete, value, required: isOptional !== true };
  const described = hint === undefined ? {} : { 'aria-describedby': `${name}-hint` };
  if (type === 'password') return <input type="password" {...common} {...described} />;
  return type === 'email' ? <input type="email" {...common} {...described} /> : <input type="text" {...common} {...described} />;
};

/** One field with its label; what belongs to it is told by its kind. */
export const Field = ({ label, ...input }: Typed & { readonly label: string }): JSX.Element => (
  <div class="field">
    <label for={input.name}>{label}</label>
    {input.hint === undefined ? null : (
      <p class="small" id={`${input.name}-hint`}>
        {input.hint}
      </p>
    )}
    <Input {...input} />
  </div>
);

export const Submit = ({ label, isMain = true }: { readonly label: string; readonly isMain?: boolean }): JSX.Element => (
  <p class="row">
    <button class={isMain ? 'btn primary' : 'btn'} type="submit">
      {label}
    </button>
  </p>
);
