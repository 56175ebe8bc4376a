import type { JSX } from 'preact';
import { itemLabel, type AgendaChange, type AgendaItem } from '../../../../libs/domain/src/index.ts';
import type { AgendaDifferenceView, AgendaVersionSummary, AgendaVersionView } from '../../../../libs/application/src/index.ts';
import { href, type PageFrame } from '../../components/frame.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Layout } from '../../components/layout.tsx';
import { Table } from '../../components/table.tsx';
import { tell } from './say.ts';

/** Two versions, and in what they differ. */
export interface CompareShown {
  readonly frame: PageFrame;
  readonly versions: readonly AgendaVersionSummary[];
  readonly from: AgendaVersionView;
  readonly to: AgendaVersionView;
  readonly difference: AgendaDifferenceView;
}

interface Line {
  readonly label: string;
  readonly item: AgendaItem;
}

interface Row {
  readonly itemId: string;
  readonly before: Line | null;
  readonly after: Line | null;
  readonly changes: readonly AgendaChange[];
}

const linesOf = ({ content }: AgendaVersionView): readonly Line[] =>
  content.headings.flatMap(({ number, items }) => items.map((item) => ({ label: itemLabel(number, item.letter), item })));

const isAbout = (change: AgendaChange, itemId: string): boolean => 'itemId' in change && change.itemId === itemId;

/** Every item of either version, in the order of the later one; those that were dropped at the end. */
const rowsOf = ({ from, to, difference }: CompareShown): readonly Row[] => {
  const [before, after] = [linesOf(from), linesOf(to)];
  const ids = [...new Set([...after, ...before].map(({ item }) => item.itemId))];
  const lineIn = (lines: readonly Line[], itemId: string): Line | null => lines.find(({ item }) => item.itemId === itemId) ?? null;
  return ids.map((itemId) => ({
    itemId,
    before: lineIn(before, itemId),
    after: lineIn(after, itemId),
    changes: difference.changes.filter((change) => isAbout(change, itemId)),
  }));
};

const Side = ({ frame: { language }, line }: { readonly frame: PageFrame; readonly line: Line | null }): JSX.Element =>
  line === null ? (
    <span class="soft">{tell(language, 'notThere')}</span>
  ) : (
    <span dir="auto">
      <strong>{line.label}</strong> {line.item.title[language]}
    </span>
  );

const What = ({ frame: { language }, row }: { readonly frame: PageFrame; readonly row: Row }): JSX.Element =>
  row.changes.length === 0 ? (
    <span class="soft">{tell(language, 'unchanged')}</span>
  ) : (
    <span>{row.changes.map(({ change }) => tell(language, `change_${change}`)).join(', ')}</span>
  );

const Inline = ({ frame: { language }, row: { before, after } }: { readonly frame: PageFrame; readonly row: Row }): JSX.Element => {
  const text = (line: Line): string => `${line.label} ${line.item.title[language]}`;
  if (before === null) return <ins>{after === null ? '' : text(after)}</ins>;
  if (after === null) return <del>{text(before)}</del>;
  if (text(before) === text(after)) return <span dir="auto">{text(after)}</span>;
  return (
    <span dir="auto">
      <del>{text(before)}</del> <ins>{text(after)}</ins>
    </span>
  );
};

const Besides = ({ frame: { language }, difference }: CompareShown): JSX.Element | null => {
  const others = difference.changes.filter((change) => !('itemId' in change));
  if (others.length === 0) return null;
  const counted = [...new Set(others.map(({ change }) => change))].map((change) => ({
    change,
    count: others.filter((one) => one.change === change).length,
  }));
  return (
    <section class="mt2">
      <h2>{tell(language, 'besides')}</h2>
      <ul>
        {counted.map(({ change, count }) => (
          <li>
            {tell(language, `change_${change}`)}
            {count === 1 ? '' : ` (${count})`}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Two versions side by side, or as one text: a move is a move, never dropped and added. */
export const ComparePage = (shown: CompareShown): JSX.Element => {
  const { frame, versions, from, to, difference } = shown;
  const { language, asked } = frame;
  const facts = { from: from.version, to: to.version, count: difference.changes.length };
  const choices = versions.map(({ version }) => ({ value: String(version), label: tell(language, 'versionN', { n: version }) }));
  const isInline = asked['view'] === 'inline';
  const what = { head: tell(language, 'what'), cell: (row: Row) => <What frame={frame} row={row} /> };
  const side = (head: number, pick: (row: Row) => Line | null) => ({
    head: tell(language, 'versionN', { n: head }),
    cell: (row: Row) => <Side frame={frame} line={pick(row)} />,
  });
  return (
    <Layout
      frame={frame}
      title={tell(language, 'compareTitle')}
      crumbs={<a href={href(frame, `/agendas/${to.agendaId}`)}>{to.content.title[language]}</a>}
      standfirst={tell(language, difference.changes.length === 0 ? 'compareNone' : 'compareStandfirst', facts)}
    >
      <FilterBar
        frame={frame}
        label={tell(language, 'compareTitle')}
        filters={[
          { name: 'from', label: tell(language, 'compareFrom'), choices, all: String(from.version) },
          { name: 'to', label: tell(language, 'compareTo'), choices, all: String(to.version) },
          {
            name: 'view',
            label: tell(language, 'compareView'),
            choices: [{ value: 'inline', label: tell(language, 'viewInline') }],
            all: tell(language, 'viewSide'),
          },
        ]}
      />
      <Table
        frame={frame}
        caption={tell(language, 'compareTitle')}
        isCaptionHidden
        columns={
          isInline
            ? [{ head: tell(language, 'versionN', { n: to.version }), cell: (row: Row) => <Inline frame={frame} row={row} /> }, what]
            : [side(from.version, ({ before }) => before), side(to.version, ({ after }) => after), what]
        }
        rows={rowsOf(shown)}
        id={({ itemId }) => itemId}
      />
      <Besides {...shown} />
    </Layout>
  );
};
