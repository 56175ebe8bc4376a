import type { JSX } from 'preact';
import type { CoverageCell, CoverageColumn, CoverageCounts, CoverageView } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { sayFrom } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { coverageTexts } from '../coverage.texts.ts';

const say = sayFrom(coverageTexts);

/** What is counted in each cell. */
export type Counted = 'all' | 'topics' | 'practices';

export const countOf = ({ topics, practices }: CoverageCounts, counted: Counted): number =>
  counted === 'topics' ? topics : counted === 'practices' ? practices : topics + practices;

/** A label without what stands in brackets, for heads of rows. */
export const shortLabel = (label: string): string => label.split(' (')[0] ?? label;

const Square = ({ count, most }: { readonly count: number; readonly most: number }): JSX.Element => {
  const side = Math.round(Math.sqrt(count / Math.max(1, most)) * 180) / 10;
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect class="f-accent" x="1" y={String(19 - side)} width={String(side)} height={String(side)} />
    </svg>
  );
};

interface CellProps {
  readonly frame: PageFrame;
  readonly cell: CoverageCell;
  readonly column: CoverageColumn;
  readonly themeName: string;
  readonly counted: Counted;
  readonly most: number;
  readonly isRegion: boolean;
}

const Cell = ({ frame, cell, column, themeName, counted, most, isRegion }: CellProps): JSX.Element => {
  const { language } = frame;
  const count = countOf(cell, counted);
  if (count === 0)
    return (
      <td>
        <span class="zero">
          <span>{say(language, 'none')}</span>
        </span>
      </td>
    );
  const where = isRegion ? { region: column.code } : { community: column.code };
  const kind = counted === 'topics' ? 'topic' : counted === 'practices' ? 'practice' : null;
  const shade = Math.min(5, Math.max(1, Math.ceil((count / Math.max(1, most)) * 5)));
  return (
    <td class={`h${shade}c`}>
      <a href={linkTo(frame, '/contributions-received', { theme: cell.theme, ...where, kind })}>
        <span>
          {count}
          <span class="vh">{say(language, 'from', { column: column.name[language], theme: themeName })}</span>
        </span>
        <Square count={count} most={most} />
      </a>
    </td>
  );
};

interface MatrixProps {
  readonly frame: PageFrame;
  readonly view: CoverageView;
  readonly by: 'region' | 'community';
  readonly counted: Counted;
}

const Head = ({
  frame: { language },
  columns,
}: {
  readonly frame: PageFrame;
  readonly columns: readonly CoverageColumn[];
}): JSX.Element => (
  <thead>
    <tr>
      <th scope="col">{say(language, 'theme')}</th>
      {columns.map(({ code, name }) => (
        <th scope="col">
          <abbr title={name[language]}>{code}</abbr>
        </th>
      ))}
      <th scope="col" class="n">
        {say(language, 'all')}
      </th>
      <th scope="col" class="n">
        {say(language, 'onAgenda')}
      </th>
    </tr>
  </thead>
);

/** Themes by regions or communities: a number and a square in every cell, each leading to exactly its contributions. */
export const Matrix = ({ frame, view, by, counted }: MatrixProps): JSX.Element => {
  const { language } = frame;
  const isRegion = by === 'region';
  const [columns, cells] = isRegion ? [view.regions, view.byRegion] : [view.communities, view.byCommunity];
  const most = Math.max(1, ...cells.map((cell) => countOf(cell, counted)));
  return (
    <div class="t-scroll" tabIndex={0} role="region" aria-label={say(language, 'scrolls')}>
      <table class="t matrix">
        <caption>
          {say(language, 'caption', { columns: say(language, isRegion ? 'regions' : 'communities') })}{' '}
          <span>{say(language, 'captionNote')}</span>
        </caption>
        <Head frame={frame} columns={columns} />
        <tbody>
          {view.themes.map((theme) => (
            <tr>
              <th scope="row">{shortLabel(theme.label[language])}</th>
              {columns.map((column) => {
                const cell = cells.find((one) => one.theme === theme.code && one.column === column.code);
                return cell === undefined ? (
                  <td />
                ) : (
                  <Cell {...{ frame, cell, column, counted, most, isRegion }} themeName={shortLabel(theme.label[language])} />
                );
              })}
              <td class="sum">{countOf(theme, counted)}</td>
              <td class="sum">{theme.published}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(language, 'all')}</th>
            {columns.map((column) => (
              <td>{countOf(column, counted)}</td>
            ))}
            <td class="sum">{countOf(view.total, counted)}</td>
            <td class="sum">{view.themes.reduce((all, { published }) => all + published, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
