import type { JSX } from 'preact';
import type { ContributionView, ReleaseView } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { Section } from '../../../components/section.tsx';
import { formatMoment, sayFrom } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { ActForm, ActList } from '../components/act-form.tsx';
import type { OpenAct } from '../components/open-act.ts';
import { decisionsTexts } from '../decisions.texts.ts';
import { deskTexts } from '../desk.texts.ts';

const say = sayFrom(decisionsTexts);
const desk = sayFrom(deskTexts);

/** What the page about decisions shows. */
export interface DecisionsShown {
  readonly frame: PageFrame;
  readonly waiting: readonly ContributionView[];
  readonly batches: readonly (ReleaseView & { readonly acts: readonly OpenAct[] })[];
  /** Null for whoever may not, and while there is nothing to tell. */
  readonly prepare: OpenAct | null;
  readonly untold: number;
}

const Waiting = ({ frame, waiting }: DecisionsShown): JSX.Element => {
  const { language } = frame;
  if (waiting.length === 0) return <p class="empty">{desk(language, 'nothingWaits')}</p>;
  return (
    <div class="t-wrap dense">
      <table class="t cards">
        <caption class="vh">{say(language, 'waiting')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(language, 'contribution')}</th>
            <th scope="col">{say(language, 'member')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ contributionId, title, language: written, reference, kind, memberName, late }) => (
            <tr data-line>
              <td data-label={say(language, 'contribution')}>
                <a href={linkTo(frame, `/triage/${contributionId}`)} lang={written} dir="auto">
                  {title}
                </a>{' '}
                <span class="sub">
                  {`${reference} · ${desk(language, `kind_${kind}`)} `}
                  <span class="lang">{written.toUpperCase()}</span>
                  {late ? <span class="tag late">{desk(language, 'late')}</span> : null}
                </span>
              </td>
              <td data-label={say(language, 'member')}>{memberName[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const tones = { prepared: 'proposed', released: 'done', discarded: 'dropped' } as const;

const Batches = ({ frame, batches }: DecisionsShown): JSX.Element => {
  const { language } = frame;
  if (batches.length === 0) return <p class="soft">{say(language, 'noBatches')}</p>;
  return (
    <ol class="entries">
      {batches.map(({ releaseId, status, title, items, preparedAt, releasedAt, acts }) => (
        <li id={releaseId}>
          <p class="when">
            {formatMoment(releasedAt ?? preparedAt ?? frame.standing.now, language)}{' '}
            <span class="chip" data-s={tones[status]}>
              {say(language, `batch_${status}`)}
            </span>
          </p>
          <div>
            <h3>{title?.[language] ?? releaseId}</h3>
            <details>
              <summary>{say(language, 'items', { count: items.length })}</summary>
              <ul class="cols small">
                {items.map(({ id, reference }) => (
                  <li>
                    <a href={linkTo(frame, `/triage/${id}`)}>{reference}</a>
                  </li>
                ))}
              </ul>
            </details>
            {acts.length === 0 ? null : <ActList frame={frame} acts={acts} />}
          </div>
        </li>
      ))}
    </ol>
  );
};

/** What waits for a decision, what is decided and not told, and the batches that tell it. */
export const DecisionsPage = (shown: DecisionsShown): JSX.Element => {
  const { frame, waiting, prepare, untold } = shown;
  const { language } = frame;
  return (
    <Layout frame={frame} title={say(language, 'title')} standfirst={say(language, 'standfirst', { waiting: waiting.length, untold })}>
      <Section id="waiting" title={say(language, 'waiting')} note={say(language, 'waitingNote')}>
        <Waiting {...shown} />
      </Section>
      {prepare === null ? null : (
        <Section id="prepare" title={say(language, 'prepare')} note={say(language, 'prepareNote')}>
          <div class="dense">
            <ActForm frame={frame} open={prepare} />
          </div>
        </Section>
      )}
      <Section id="batches" title={say(language, 'batches')}>
        <Batches {...shown} />
      </Section>
    </Layout>
  );
};
