import type { JSX } from 'preact';
import type { ContributionDossier, DuplicateSuggestion, ThemeSuggestions, TriageItem } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { formatDay, formatMoment, sayFrom, type Language } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { ActList } from '../components/act-form.tsx';
import type { OpenAct } from '../components/open-act.ts';
import { deskTexts } from '../desk.texts.ts';
import { triageTexts } from '../triage.texts.ts';
import { channelOf } from './queue.tsx';
import { toneOf } from './tones.ts';

const say = sayFrom(triageTexts);
const desk = sayFrom(deskTexts);

/** Everything an officer needs of one contribution beside the queue. */
export interface DossierShown {
  readonly frame: PageFrame;
  readonly dossier: ContributionDossier;
  /** Null once nothing waits any more. */
  readonly item: TriageItem | null;
  readonly stageTitle: { readonly en: string; readonly fr: string };
  readonly stage: string;
  readonly suggestions: ThemeSuggestions | null;
  readonly duplicates: readonly DuplicateSuggestion[];
  readonly acts: readonly OpenAct[];
}

const deadlineName = (deadline: string, language: Language): string => {
  if (deadline === 'acknowledgement') return say(language, 'acknowledgement');
  return deadline === 'triage' ? say(language, 'triage') : deadline.replaceAll('_', ' ');
};

const Clocks = ({
  language,
  item,
  dossier,
}: {
  readonly language: Language;
  readonly item: TriageItem | null;
  readonly dossier: ContributionDossier;
}) => (
  <div class="clocks" role="group" aria-label={say(language, 'clock')}>
    <div class="clock">
      <span class="term">{say(language, 'received')}</span>
      <span>{formatMoment(dossier.submittedAt, language)}</span>
    </div>
    {(item?.overdue ?? []).map(({ deadline, dueAt }) => (
      <div class="clock">
        <span class="term">{deadlineName(deadline, language)}</span>
        <span class="t-stop">{say(language, 'deadlinePassed', { day: formatDay(dueAt, language) })}</span>
      </div>
    ))}
    {(item?.deadlines ?? []).map(({ deadline, dueAt }) => (
      <div class="clock">
        <span class="term">{deadlineName(deadline, language)}</span>
        <span>{dueAt === null ? say(language, 'deadlineStands') : say(language, 'deadlineDue', { day: formatDay(dueAt, language) })}</span>
      </div>
    ))}
    {item?.clock === 'paused' && item.asked !== null ? (
      <p class="small">{say(language, 'memberAsked', { day: formatDay(item.asked.dueAt, language) })}</p>
    ) : null}
  </div>
);

const Suggested = ({
  language,
  suggestions,
  primary,
}: {
  readonly language: Language;
  readonly suggestions: ThemeSuggestions;
  readonly primary: string;
}) => (
  <>
    <h3>{say(language, 'themesOffered')}</h3>
    <ul class="theme-list">
      {suggestions.themes.slice(0, 4).map(({ code, label, words }) => (
        <li>
          <span>
            {label[language]} <small>{words.slice(0, 6).join(', ')}</small>
          </span>
          {code === primary ? <span class="tag">{say(language, 'primary')}</span> : null}
        </li>
      ))}
    </ul>
  </>
);

const Duplicates = ({
  frame,
  duplicates,
  id,
}: {
  readonly frame: PageFrame;
  readonly duplicates: readonly DuplicateSuggestion[];
  readonly id: string;
}) => {
  const { language } = frame;
  return (
    <>
      <h3>{say(language, 'duplicates')}</h3>
      <ul class="dup-list">
        {duplicates.map(({ kind, a, b, matches }) => {
          const other = a.contributionId === id ? b : a;
          const words = matches.slice(0, 4).map((match) => [...new Set([match.a[0], match.b[0]])].join(' / '));
          return (
            <li>
              <strong>{`${other.reference}, ${other.memberName[language]}`}</strong>{' '}
              <span lang={other.language} dir="auto">
                {other.title}
              </span>
              <p class="words">{say(language, 'inBoth', { words: words.join('; ') })}</p>
              {kind === 'topic' ? (
                <p class="row mt">
                  <a class="btn small" href={linkTo(frame, `/merges/${id}`, { with: other.contributionId })}>
                    {say(language, 'compare')}
                    <span class="vh">{` ${other.reference}`}</span>
                  </a>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Judged = ({ language, dossier }: { readonly language: Language; readonly dossier: ContributionDossier }): JSX.Element | null => {
  const { recommendation, decision } = dossier;
  if (recommendation === null && decision === null) return null;
  return (
    <dl class="facts">
      {recommendation === null ? null : (
        <>
          <dt>{say(language, 'recommendation')}</dt>
          <dd>
            {say(language, 'recommendedAs', {
              what: say(language, `recommended_${recommendation.recommendation}`),
              reason: recommendation.reasonCode.replaceAll('_', ' '),
            })}
          </dd>
        </>
      )}
      {decision === null ? null : (
        <>
          <dt>{say(language, 'decision')}</dt>
          <dd>
            {`${say(language, `decided_${decision.outcome}`)}, ${formatDay(decision.decidedAt, language)}`}
            <br />
            {decision.reasonText[language] ?? decision.reasonText.en ?? decision.reasonText.fr}
          </dd>
        </>
      )}
    </dl>
  );
};

const Text = ({ dossier: { content } }: { readonly dossier: ContributionDossier }): JSX.Element => (
  <div class="body-text" lang={content.language} dir="auto">
    {content.text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [<p>{line}</p>]))}
  </div>
);

const Head = ({ frame, dossier, stageTitle, stage }: DossierShown): JSX.Element => {
  const { language } = frame;
  const { contributionId, reference, memberName, kind, late, content, entry } = dossier;
  const via = entry === null ? null : channelOf(entry.channel, language);
  return (
    <>
      <div class="row between">
        <p class="xs soft">
          {`${reference} · ${memberName[language]} · ${desk(language, `kind_${kind}`)}${via === null ? '' : ` · ${via}`} `}
          <span class="lang">{content.language.toUpperCase()}</span>
        </p>
        <a class="small" href={linkTo(frame, `/triage/${contributionId}`)}>
          {desk(language, 'dossier')}
        </a>
      </div>
      <h2 id="dossier-title" lang={content.language} dir="auto">
        {content.title}
      </h2>
      <p class="row">
        <span class="chip" data-s={toneOf(stage)}>
          {stageTitle[language]}
        </span>
        {late ? <span class="tag late">{desk(language, 'late')}</span> : null}
        {entry !== null && entry.status === 'unconfirmed' ? <span class="tag">{say(language, 'unconfirmed')}</span> : null}
      </p>
    </>
  );
};

/** One contribution with its clocks, what the text suggests, what it is like, and what can be done with it. */
export const Dossier = (shown: DossierShown): JSX.Element => {
  const { frame, dossier, item, suggestions, duplicates, acts } = shown;
  const { language } = frame;
  return (
    <aside class="dossier dense" id="dossier" aria-labelledby="dossier-title" tabIndex={0}>
      <Head {...shown} />
      <Clocks language={language} item={item} dossier={dossier} />
      <Text dossier={dossier} />
      {item?.translation.neededBeforeCirculation === true ? <p class="xs soft">{say(language, 'translationNeeded')}</p> : null}
      <Judged language={language} dossier={dossier} />
      {suggestions === null || suggestions.themes.length === 0 ? null : (
        <Suggested language={language} suggestions={suggestions} primary={dossier.primaryTheme} />
      )}
      {duplicates.length === 0 ? null : <Duplicates frame={frame} duplicates={duplicates} id={dossier.contributionId} />}
      {frame.asOf === null ? (
        <>
          <h3>{desk(language, 'acts')}</h3>
          <ActList frame={frame} acts={acts} />
          <p class="xs soft">{say(language, 'fourEyes')}</p>
        </>
      ) : null}
      <h3>{say(language, 'hash')}</h3>
      <p class="hash">{`sha256 ${dossier.contentHash}`}</p>
    </aside>
  );
};
