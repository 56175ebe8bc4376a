import type { JSX } from 'preact';
import type { MergeCandidate, MergeTable } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { formatDay, sayFrom, type Language } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { ActList } from '../components/act-form.tsx';
import type { OpenAct } from '../components/open-act.ts';
import { mergesTexts } from '../merges.texts.ts';
import { Correspondences, Pair } from './pair.tsx';

const say = sayFrom(mergesTexts);

/** What the workbench shows. */
export interface WorkbenchShown {
  readonly frame: PageFrame;
  readonly table: MergeTable;
  /** The other topic on the table; null when nothing resembles the first. */
  readonly candidate: MergeCandidate | null;
  readonly acts: readonly OpenAct[];
}

const inWords = (text: { readonly en?: string; readonly fr?: string }, language: Language): string =>
  text[language] ?? text.en ?? text.fr ?? '';

const Ruling = ({ language, ruling }: { readonly language: Language; readonly ruling: MergeCandidate['ruling'] }): JSX.Element | null =>
  ruling === null ? null : (
    <p>{say(language, ruling.ruling === 'confirmed' ? 'ruledSame' : 'ruledDifferent', { text: inWords(ruling.reason.text, language) })}</p>
  );

const Cases = ({
  language,
  candidate,
  dueAt,
}: {
  readonly language: Language;
  readonly candidate: MergeCandidate;
  readonly dueAt: string | null;
}) => (
  <>
    {candidate.cases.map(({ status, proposedAt, reason, consents }) => (
      <div class="t-wrap mt">
        <p class="small">
          <span class="chip" data-s={status}>
            {say(language, `status_${status}`)}
          </span>{' '}
          {`${formatDay(proposedAt, language)}: ${inWords(reason.text, language)}`}
        </p>
        <table class="t">
          <caption>
            {dueAt === null || status !== 'proposed'
              ? say(language, 'consent')
              : say(language, 'consentUntil', { day: formatDay(dueAt, language) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say(language, 'member')}</th>
              <th scope="col">{say(language, 'answer')}</th>
            </tr>
          </thead>
          <tbody>
            {consents.map(({ memberName, answer, reason: why }) => (
              <tr>
                <td>{memberName[language]}</td>
                <td>{`${say(language, `answer_${answer}`)}${why === null ? '' : `: ${inWords(why.text, language)}`}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ))}
  </>
);

const Others = ({ frame, table, candidate }: WorkbenchShown): JSX.Element | null => {
  const others = table.candidates.filter(({ side }) => side.contributionId !== candidate?.side.contributionId);
  return others.length === 0 ? null : (
    <nav aria-labelledby="others" class="mt2">
      <h2 id="others">{say(frame.language, 'others')}</h2>
      <ul class="dup-list">
        {others.slice(0, 8).map(({ side, likeness }) => (
          <li>
            <a href={linkTo(frame, `/merges/${table.topic.contributionId}`, { with: side.contributionId })} lang={side.language} dir="auto">
              {side.title}
            </a>{' '}
            <span class="soft">{`${side.reference}${likeness === null ? '' : ` · ${likeness}`}`}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** A topic beside one that may be the same. */
export const WorkbenchPage = (shown: WorkbenchShown): JSX.Element => {
  const { frame, table, candidate, acts } = shown;
  const { language } = frame;
  const crumbs = <a href={linkTo(frame, '/merges')}>{say(language, 'title')}</a>;
  if (candidate === null)
    return (
      <Layout frame={frame} density="wide" crumbs={crumbs} title={say(language, 'workbenchTitle')} standfirst={table.topic.title}>
        <p class="empty">{say(language, 'noCandidate')}</p>
      </Layout>
    );
  const { side, matches } = candidate;
  return (
    <Layout
      frame={frame}
      density="wide"
      crumbs={crumbs}
      title={say(language, 'workbenchTitle')}
      standfirst={say(language, 'workbenchStandfirst', { count: matches.length })}
    >
      <Pair frame={frame} topic={table.topic} other={side} matches={matches} />
      <div class="board mt3">
        <Correspondences frame={frame} topic={table.topic} other={side} matches={matches} />
        <section aria-labelledby="decision" class="stack dense">
          <h2 id="decision">{say(language, 'decision')}</h2>
          <Ruling language={language} ruling={candidate.ruling} />
          <Cases language={language} candidate={candidate} dueAt={table.consentDueAt} />
          {frame.asOf === null ? <ActList frame={frame} acts={acts} /> : null}
          <Others {...shown} />
        </section>
      </div>
    </Layout>
  );
};
