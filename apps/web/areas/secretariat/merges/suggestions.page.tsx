import type { JSX } from 'preact';
import type { DuplicateSuggestion, Page } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { sayFrom } from '../../../format.ts';
import { linkTo, type Parameters } from '../address.ts';
import { deskTexts } from '../desk.texts.ts';
import { mergesTexts } from '../merges.texts.ts';

const say = sayFrom(mergesTexts);
const desk = sayFrom(deskTexts);

/** What the list of pairs shows. */
export interface SuggestionsShown {
  readonly frame: PageFrame;
  readonly page: Page<DuplicateSuggestion>;
  readonly parameters: Parameters;
}

const views = [
  { key: 'open', change: {} },
  { key: 'sameLanguage', change: { languages: 'same' } },
  { key: 'across', change: { languages: 'across' } },
  { key: 'confirmed', change: { ruling: 'confirmed' } },
  { key: 'ruledOut', change: { ruling: 'ruled_out' } },
] as const;

const Tabs = ({ frame, parameters }: Pick<SuggestionsShown, 'frame' | 'parameters'>): JSX.Element => (
  <nav class="tabs" aria-label={desk(frame.language, 'filter')}>
    <ul>
      {views.map(({ key, change }) => {
        const wanted: Parameters = change;
        const isCurrent = ['languages', 'ruling'].every((name) => (parameters[name] ?? '') === (wanted[name] ?? ''));
        return (
          <li>
            <a href={linkTo(frame, '/merges', wanted)} aria-current={isCurrent ? 'page' : undefined}>
              {say(frame.language, key)}
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);

const Row = ({ frame, pair }: { readonly frame: PageFrame; readonly pair: DuplicateSuggestion }): JSX.Element => {
  const { language } = frame;
  const { kind, a, b, likeness, matches } = pair;
  const words = matches.slice(0, 5).map((match) => [...new Set([match.a[0], match.b[0]])].join(' / '));
  const place =
    kind === 'topic'
      ? linkTo(frame, `/merges/${a.contributionId}`, { with: b.contributionId })
      : linkTo(frame, `/triage/${a.contributionId}`);
  return (
    <tr data-line>
      <td data-label={say(language, 'likeness')} class="n">
        {likeness}
      </td>
      <td data-label={say(language, 'pair')}>
        {[a, b].map((side) => (
          <p>
            <span lang={side.language} dir="auto">
              {side.title}
            </span>{' '}
            <span class="sub">
              {`${side.reference} · ${side.memberName[language]} · ${desk(language, `kind_${kind}`)} `}
              <span class="lang">{side.language.toUpperCase()}</span>
            </span>
          </p>
        ))}
        <p class="mt">
          <a class="btn small" href={place}>
            {say(language, 'compare')}
            <span class="vh">{` ${a.reference}, ${b.reference}`}</span>
          </a>
        </p>
      </td>
      <td data-label={say(language, 'words')}>{words.join('; ')}</td>
    </tr>
  );
};

/** Pairs of contributions that may say the same. */
export const SuggestionsPage = ({ frame, page, parameters }: SuggestionsShown): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} density="wide" title={say(language, 'title')} standfirst={say(language, 'standfirst', { count: page.total })}>
      <Tabs frame={frame} parameters={parameters} />
      {page.items.length === 0 ? (
        <p class="empty">{desk(language, 'nothingWaits')}</p>
      ) : (
        <div class="t-wrap mt dense">
          <table class="t cards">
            <caption class="vh">{say(language, 'title')}</caption>
            <thead>
              <tr>
                <th scope="col" class="n">
                  {say(language, 'likeness')}
                </th>
                <th scope="col">{say(language, 'pair')}</th>
                <th scope="col">{say(language, 'words')}</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map((pair) => (
                <Row frame={frame} pair={pair} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.next === null ? null : (
        <p class="mt">
          <a href={linkTo(frame, '/merges', { ...parameters, after: page.next })}>{desk(language, 'next')}</a>
        </p>
      )}
    </Layout>
  );
};
