import type { JSX } from 'preact';
import type { ContributionStage, DraftView, HomeContribution } from '../../../../libs/application/src/index.ts';
import { Empty, Entries, Entry } from '../../components/entries.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { StepRail } from '../../components/rail.tsx';
import { Section } from '../../components/section.tsx';
import { LanguageTag, StateChip, Tag } from '../../components/state.tsx';
import { formatDay, type Language } from '../../format.ts';
import { stateNames } from '../../texts/state-names.texts.ts';
import { say, type DelegateText } from './say.ts';

const stepsOf = (kind: 'topic' | 'practice'): readonly DelegateText[] => [
  'stepReceived',
  'stepAcknowledged',
  'stepTriage',
  'stepDecision',
  kind === 'topic' ? 'stepAgenda' : 'stepCompendium',
];

/** The step at which each stage stands; all that end a contribution have passed triage. */
const stepOf: Readonly<Record<ContributionStage, number>> = {
  submitted: 0,
  acknowledged: 1,
  classified: 2,
  recommended: 2,
  merged: 3,
  split: 3,
  withdrawn: 3,
  declined: 4,
  deferred: 4,
  accepted: 4,
  published: 5,
};

/** Where one contribution stands among the steps that all take. */
export const ContributionRail = ({
  language,
  kind,
  stage,
  isPaused,
}: {
  readonly language: Language;
  readonly kind: 'topic' | 'practice';
  readonly stage: ContributionStage;
  readonly isPaused: boolean;
}): JSX.Element => <StepRail steps={stepsOf(kind).map((step) => say(language, step))} current={stepOf[stage]} isPaused={isPaused} />;

const BecameOf = ({ frame, contribution }: { readonly frame: PageFrame; readonly contribution: HomeContribution }): JSX.Element | null => {
  const { language } = frame;
  const { agendaLine, decision } = contribution;
  if (agendaLine !== null) {
    const { agendaId, version, itemId, label } = agendaLine;
    return <a href={href(frame, `/agendas/${agendaId}/v/${version}#${itemId}`)}>{say(language, 'onAgendaAs', { label })}</a>;
  }
  if (decision === null) return null;
  const outcome = stateNames[decision.outcome]?.[language] ?? decision.outcome;
  return <a href={href(frame, `/contributions/${contribution.contributionId}#decision`)}>{say(language, 'decidedAs', { outcome })}</a>;
};

const Tags = ({
  frame: { language },
  contribution,
}: {
  readonly frame: PageFrame;
  readonly contribution: HomeContribution;
}): JSX.Element => (
  <>
    {contribution.late ? <Tag label={say(language, 'late')} isLate /> : null}
    {contribution.entry !== null && contribution.entry.status !== 'confirmed' && contribution.entry.status !== 'corrected' ? (
      <Tag label={say(language, 'unconfirmed')} />
    ) : null}
  </>
);

const Row = ({
  frame,
  contribution,
  isPaused,
}: {
  readonly frame: PageFrame;
  readonly contribution: HomeContribution;
  readonly isPaused: boolean;
}): JSX.Element => {
  const { language } = frame;
  const { contributionId, kind, title, reference, submittedAt, stage, isOwn, memberName, language: written } = contribution;
  return (
    <>
      <tr data-line>
        <td data-label={say(language, 'contribution')}>
          <span>
            <a class="title-cell" href={href(frame, `/contributions/${contributionId}`)} lang={written}>
              {title}
            </a>
            <span class="sub">
              {`${reference} · ${formatDay(submittedAt, language)} `}
              {written === language ? null : <LanguageTag language={written} />}
              {isOwn ? '' : ` · ${say(language, 'withOthers', { member: memberName[language] })}`}
            </span>
          </span>
        </td>
        <td data-label={say(language, 'answers')}>
          <span>{say(language, kind === 'topic' ? 'kind_topic' : 'kind_practice')}</span>
        </td>
        <td data-label={say(language, 'stands')}>
          <span>
            <StateChip state={isPaused ? 'clarification' : stage} language={language} /> <Tags frame={frame} contribution={contribution} />
          </span>
        </td>
        <td data-label={say(language, 'reached')}>
          <span>
            <BecameOf frame={frame} contribution={contribution} />
          </span>
        </td>
      </tr>
      <tr class="rail-row">
        <td colSpan={4}>
          <ContributionRail language={language} kind={kind} stage={stage} isPaused={isPaused} />
        </td>
      </tr>
    </>
  );
};

/** A Member's own contributions, and those it stands behind. @param waiting  ids of those whose clock stands until the Member answers */
export const MineSection = ({
  frame,
  contributions,
  waiting,
}: {
  readonly frame: PageFrame;
  readonly contributions: readonly HomeContribution[];
  readonly waiting: ReadonlySet<string>;
}): JSX.Element => {
  const { language } = frame;
  const heads = (['contribution', 'answers', 'stands', 'reached'] as const).map((head) => say(language, head));
  return (
    <Section id="mine" title={say(language, 'mine')} note={say(language, 'mineNote', { count: contributions.length })}>
      {contributions.length === 0 ? (
        <Empty title={say(language, 'mineNone')} text={say(language, 'mineNoneText')} />
      ) : (
        <div class="t-wrap">
          <table class="t cards mine">
            <caption class="vh">{say(language, 'mine')}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {contributions.map((contribution) => (
                <Row frame={frame} contribution={contribution} isPaused={waiting.has(contribution.contributionId)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};

/** What the Member's people are writing. */
export const DraftsSection = ({
  frame,
  drafts,
}: {
  readonly frame: PageFrame;
  readonly drafts: readonly DraftView[];
}): JSX.Element | null => {
  const { language } = frame;
  if (drafts.length === 0) return null;
  return (
    <Section id="drafts" title={say(language, 'drafts')} note={say(language, 'draftsNote')}>
      <Entries isPlain>
        {drafts.map(({ draftId, kind, content, savedAt }) => (
          <Entry
            when={say(language, 'savedAt', { date: formatDay(savedAt, language) })}
            title={
              <a href={href(frame, `/drafts/${draftId}`)} lang={content.language}>
                {content.title}
              </a>
            }
          >
            <p class="small soft">{say(language, kind === 'topic' ? 'kind_topic' : 'kind_practice')}</p>
          </Entry>
        ))}
      </Entries>
    </Section>
  );
};
