import type { JSX } from 'preact';
import type { CoverageView } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { formatNumber, sayFrom } from '../../../format.ts';
import { linkTo, type Parameters } from '../address.ts';
import { coverageTexts } from '../coverage.texts.ts';
import { deskTexts } from '../desk.texts.ts';
import { Balance } from './balance.tsx';
import { Matrix, countOf, shortLabel, type Counted } from './matrix.tsx';

const say = sayFrom(coverageTexts);
const desk = sayFrom(deskTexts);

interface Shown {
  readonly frame: PageFrame;
  readonly view: CoverageView;
  readonly by: 'region' | 'community';
  readonly counted: Counted;
}

const Tabs = ({ frame, by, counted }: Shown): JSX.Element => {
  const { language } = frame;
  const views: readonly { readonly label: string; readonly isCurrent: boolean; readonly to: Parameters }[] = [
    { label: say(language, 'everything'), isCurrent: counted === 'all', to: { by } },
    { label: say(language, 'topicsOnly'), isCurrent: counted === 'topics', to: { by, count: 'topics' } },
    { label: say(language, 'practicesOnly'), isCurrent: counted === 'practices', to: { by, count: 'practices' } },
  ];
  const other = by === 'region' ? 'community' : 'region';
  return (
    <nav class="tabs" aria-label={desk(language, 'filter')}>
      <ul>
        {views.map(({ label, isCurrent, to }) => (
          <li>
            <a href={linkTo(frame, '/coverage', to)} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a href={linkTo(frame, '/coverage', { by: other, count: counted === 'all' ? null : counted })}>
            {say(language, other === 'region' ? 'byRegion' : 'byCommunity')}
          </a>
        </li>
      </ul>
    </nav>
  );
};

const Gaps = ({ frame: { language }, view, counted }: Shown): JSX.Element => {
  const gaps = view.themes.flatMap((theme) => {
    const missing = view.regions.filter(({ code }) => {
      const cell = view.byRegion.find((one) => one.theme === theme.code && one.column === code);
      return cell === undefined || countOf(cell, counted) === 0;
    });
    return missing.length === 0 ? [] : [{ theme, missing }];
  });
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{say(language, 'gaps')}</h2>
      {gaps.length === 0 ? <p>{say(language, 'noGap')}</p> : null}
      <ul class="small mt">
        {gaps.map(({ theme, missing }) => (
          <li>
            <strong>{shortLabel(theme.label[language])}</strong>
            {language === 'fr' ? '\u00A0: ' : ': '}
            {say(language, 'gap', { columns: missing.map(({ name }) => name[language]).join('; ') })}
            {theme.omission === null ? null : ` ${say(language, 'omitted', { reason: theme.omission[language] })}`}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What a call brought, by theme and region. */
export const CoveragePage = (shown: Shown): JSX.Element => {
  const { frame, view, by, counted } = shown;
  const { language } = frame;
  const cells = by === 'region' ? view.byRegion : view.byCommunity;
  const empty = cells.filter((cell) => countOf(cell, counted) === 0).length;
  const { landlocked, total } = view;
  return (
    <Layout
      frame={frame}
      density="wide"
      title={say(language, 'title')}
      standfirst={say(language, 'standfirst', { count: countOf(total, counted), empty, cells: cells.length })}
    >
      <Tabs {...shown} />
      <div class="board broad mt">
        <div>
          <Matrix frame={frame} view={view} by={by} counted={counted} />
        </div>
        <div class="stack">
          <Gaps {...shown} />
          <p class="small">
            {say(language, 'landlocked', {
              count: countOf(landlocked, 'all'),
              total: countOf(total, 'all'),
              perCent: formatNumber(Math.round(landlocked.perMille / 10), language),
              members: landlocked.members,
              memberCount: landlocked.memberCount,
            })}
          </p>
          <Balance view={view} language={language} />
        </div>
      </div>
    </Layout>
  );
};
