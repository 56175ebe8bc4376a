import type { ComponentChildren, JSX } from 'preact';

/** Things to do or to read, each with its date in front. */
export const Entries = ({
  isPlain = false,
  children,
}: {
  readonly isPlain?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element => <ol class={isPlain ? 'entries plain' : 'entries'}>{children}</ol>;

interface EntryProps {
  readonly id?: string;
  /** What hangs in front: a date, and what it means. */
  readonly when: ComponentChildren;
  /** It is due soon. */
  readonly isSoon?: boolean;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** What can be done about it. */
  readonly act?: ComponentChildren;
}

export const Entry = ({ id, when, isSoon = false, title, children, act }: EntryProps): JSX.Element => (
  <li id={id} data-line>
    <p class={isSoon ? 'when soon' : 'when'}>{when}</p>
    <div>
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </div>
    {act}
  </li>
);

/** Where nothing is: it says so, and what would be here. */
export const Empty = ({ title, text }: { readonly title: string; readonly text?: string }): JSX.Element => (
  <div class="empty">
    <h3>{title}</h3>
    {text === undefined ? null : <p class="small">{text}</p>}
  </div>
);

/** Facts by name. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [name: string, value: ComponentChildren])[] }): JSX.Element => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
