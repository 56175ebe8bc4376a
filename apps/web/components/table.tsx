import type { ComponentChildren, JSX } from 'preact';
import { hrefWith, type PageFrame } from './frame.ts';

/** One column of a table: its head, and what of a row it shows. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures, aligned at their units. */
  readonly isNumber?: boolean;
  /** What names the row. */
  readonly isHead?: boolean;
  readonly class?: string;
  /** Word by which the list is ordered when the head is followed, in the parameter `order`. */
  readonly order?: string;
}

interface TableProps<Row> {
  readonly frame: PageFrame;
  readonly caption: string;
  /** True where a heading says already what the caption says. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly id?: (row: Row) => string;
  readonly class?: string;
}

const classOf = <Row,>({ isNumber, class: own }: Column<Row>): string | undefined =>
  [...(isNumber === true ? ['n'] : []), ...(own === undefined ? [] : [own])].join(' ') || undefined;

const Head = <Row,>({ frame, column }: { readonly frame: PageFrame; readonly column: Column<Row> }): JSX.Element => {
  const { order, head } = column;
  if (order === undefined)
    return (
      <th scope="col" class={classOf(column)}>
        {head}
      </th>
    );
  const isOrdered = frame.asked['order'] === order;
  return (
    <th scope="col" class={classOf(column)} aria-sort={isOrdered ? 'ascending' : undefined}>
      <a class="sort" href={hrefWith(frame, { order })}>
        {head}
      </a>
    </th>
  );
};

const Cell = <Row,>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): JSX.Element => {
  const inner = <span>{column.cell(row)}</span>;
  return column.isHead === true ? (
    <th scope="row" class={classOf(column)} data-label={column.head}>
      {inner}
    </th>
  ) : (
    <td class={classOf(column)} data-label={column.head}>
      {inner}
    </td>
  );
};

/** Records with the same fields; in a narrow place each becomes a card. */
export const Table = <Row,>(props: TableProps<Row>): JSX.Element => {
  const { frame, caption, isCaptionHidden = false, columns, rows, id } = props;
  return (
    <div class="t-wrap">
      <table class={props.class === undefined ? 't cards' : `t cards ${props.class}`}>
        <caption class={isCaptionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head frame={frame} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={id?.(row)} data-line>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
