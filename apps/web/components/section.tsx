import type { ComponentChildren, JSX } from 'preact';

/** One section of a reader's page: heading in the margin, one column to read. */
export const Section = ({
  id,
  title,
  note,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <section class="sec" aria-labelledby={id}>
    <header class="sec-head">
      <h2 id={id}>{title}</h2>
      {note === undefined ? null : <p>{note}</p>}
    </header>
    <div class="sec-body">{children}</div>
  </section>
);

/** A bar that repeats a figure standing beside it; widths are attributes, so that no inline style is needed. */
export const Bar = ({ value, of, label }: { readonly value: number; readonly of: number; readonly label: string }): JSX.Element => (
  <svg class="bar" viewBox="0 0 400 10" preserveAspectRatio="none" role="img" aria-label={label}>
    <rect class="ground" x="0.5" y="0.5" width="399" height="9" />
    {value > 0 ? <rect class="f-accent" width={String(Math.max(4, Math.round((400 * value) / Math.max(1, of))))} height="10" /> : null}
  </svg>
);
