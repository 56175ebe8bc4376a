import type { Table, TableCell } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import type { Viewer } from '../../../projections/src/index.ts';
import { listTables } from '../tables/lists.ts';
import type { TableFilter } from '../tables/listed.ts';

interface Wish {
  /** One of `listTables`. */
  readonly list: string;
  readonly filter: TableFilter;
  readonly language: Language;
}

interface AskedTable extends Table {
  readonly wish: Wish;
}

const ask = (env: Environment, wish: Wish, viewer: Viewer): Iterable<readonly TableCell[]> | null =>
  listTables[wish.list]?.rows(env, wish.filter, viewer, wish.language) ?? null;

/** Of a filter only what the list is of: what a row was then need not hold today. */
const scopeOf = ({ agendaId }: TableFilter): TableFilter => (agendaId === undefined ? {} : { agendaId });

/**
 * A list as a table, with its filter and rights; null for no list of the viewer's.
 *
 * Rows of the present are read as they are taken, page by page; those of the past at once, while the past is lent.
 */
export const tableOut: Query<Wish, AskedTable | null> = {
  name: 'tableOut',
  run: (env, wish, viewer) => {
    const list = listTables[wish.list];
    const rows = ask(env, wish, viewer);
    if (list === undefined || rows === null) return null;
    const { title, columns } = list;
    return { name: title[wish.language], language: wish.language, columns, rows: env.looksBack === true ? [...rows] : rows, wish };
  },
  // What the viewer may not see today is not shown, whatever was open then.
  stillPermitted: (env, then, viewer) => {
    const today = then === null ? null : ask(env, { ...then.wish, filter: scopeOf(then.wish.filter) }, viewer);
    if (then === null || today === null) return null;
    const open = new Set(Array.from(today, ([key]) => key));
    return { ...then, rows: [...(then.rows as Iterable<readonly TableCell[]>)].filter(([key]) => open.has(key ?? null)) };
  },
};
