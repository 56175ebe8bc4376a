import type { JSX } from 'preact';
import type {
  ContributionDossier,
  DifferencePart,
  EditionView,
  ObjectHistory,
  ThemeSetView,
} from '../../../../libs/application/src/index.ts';
import { Facts, Entries, Entry } from '../../components/entries.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { LanguageTag, StateChip, Tag } from '../../components/state.tsx';
import { formatDay, formatMoment, type Language } from '../../format.ts';
import { eventNames } from '../../texts/event-names.texts.ts';
import { roleNames } from '../../texts/role-names.texts.ts';
import { AskedActs, OwnActs, type Acts } from './contribution-forms.tsx';
import type { ContentChoices } from './content-form.tsx';
import { ContributionRail } from './mine.section.tsx';
import { say } from './say.ts';

/** What the page of one contribution shows. */
export interface ContributionShown {
  readonly frame: PageFrame;
  readonly file: ContributionDossier;
  readonly steps: ObjectHistory['items'];
  readonly themes: ThemeSetView | null;
  /** Null for who may not hold it. */
  readonly receipt: { readonly sealed: boolean } | null;
  readonly acts: Acts;
  readonly choices: ContentChoices;
  readonly memberNames: ReadonlyMap<string, string>;
}

const Sentence = ({ shown: { frame, file } }: { readonly shown: ContributionShown }): JSX.Element => {
  const { language } = frame;
  return (
    <>
      {say(language, 'contributionStandfirst', {
        kind: say(language, file.kind === 'topic' ? 'object_topic' : 'object_practice'),
        member: file.memberName[language],
        date: formatDay(file.submittedAt, language),
      })}{' '}
      <StateChip state={file.stage} language={language} /> {file.late ? <Tag label={say(language, 'late')} isLate /> : null}{' '}
      <LanguageTag language={file.language} />
    </>
  );
};

const Text = ({ shown: { frame, file, themes } }: { readonly shown: ContributionShown }): JSX.Element => {
  const { language } = frame;
  const named = [file.primaryTheme, ...file.secondaryThemes].map(
    (code) => themes?.themes.find((theme) => theme.code === code)?.shortLabel[language] ?? code,
  );
  return (
    <Section id="text" title={say(language, 'theText')} note={say(language, 'asSent')}>
      <div class="body-text" lang={file.content.language} dir="auto">
        {file.content.text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
      <p class="row mt" aria-label={say(language, 'themesTitle')}>
        {named.map((label) => (
          <Tag label={label} />
        ))}
      </p>
    </Section>
  );
};

const Decision = ({ shown: { frame, file } }: { readonly shown: ContributionShown }): JSX.Element | null => {
  const { language } = frame;
  const { decision } = file;
  if (decision === null) return null;
  const said = decision.reasonText[language] ?? decision.reasonText.en ?? decision.reasonText.fr;
  const saidIn = decision.reasonText[language] === undefined ? (language === 'en' ? 'fr' : 'en') : language;
  return (
    <Section id="decision" title={say(language, 'decisionTitle')} note={formatMoment(decision.decidedAt, language)}>
      <p>
        <StateChip state={decision.outcome} language={language} />
      </p>
      {said === undefined ? null : (
        <p class="body-text" lang={saidIn}>
          {said}
        </p>
      )}
    </Section>
  );
};

const Sponsors = ({ shown: { frame, file, memberNames } }: { readonly shown: ContributionShown }): JSX.Element => {
  const { language } = frame;
  return (
    <Section id="sponsors" title={say(language, 'sponsors')}>
      <ul class="entries plain">
        {file.sponsors.map(({ member, since, until }) => (
          <li>
            <p class="when">{say(language, 'since', { date: formatDay(since, language) })}</p>
            <div>
              <p>
                {memberNames.get(member) ?? member}
                {until === null ? '' : `, ${say(language, 'until', { date: formatDay(until, language) })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Parts = ({ parts }: { readonly parts: readonly DifferencePart[] }): JSX.Element => (
  <p>
    {parts.map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
    })}
  </p>
);

const Edition = ({ language, edition }: { readonly language: Language; readonly edition: EditionView }): JSX.Element => {
  const { difference, content } = edition;
  return (
    <details>
      <summary>{say(language, 'edition', { n: edition.edition, date: formatMoment(edition.at, language) })}</summary>
      <div class="body-text diff-text" lang={content.language} dir="auto">
        {difference === null ? <p>{content.text}</p> : null}
        {difference !== null && difference.title.length + difference.text.length === 0 ? <p>{say(language, 'noDifference')}</p> : null}
        {difference === null ? null : (
          <>
            <Parts parts={difference.title} />
            <Parts parts={difference.text} />
          </>
        )}
      </div>
      <p class="hash">{edition.contentHash}</p>
    </details>
  );
};

const Receipt = ({ shown: { frame, file, receipt } }: { readonly shown: ContributionShown }): JSX.Element | null => {
  const { language } = frame;
  if (receipt === null) return null;
  return (
    <Section id="receipt" title={say(language, 'receiptTitle')} note={say(language, 'receiptNote')}>
      <Facts
        facts={[
          [say(language, 'receiptReference'), <strong>{file.reference}</strong>],
          [say(language, 'receiptTime'), formatMoment(file.submittedAt, language)],
          [say(language, 'receiptHash'), <span class="hash">{file.editions[0]?.contentHash ?? file.contentHash}</span>],
        ]}
      />
      <p class="row mt">
        {receipt.sealed ? (
          <a class="btn" href={`/api/v1/receipts/${file.contributionId}`} download>
            {say(language, 'receiptDownload')}
          </a>
        ) : (
          <span class="small soft">{say(language, 'receiptSoon')}</span>
        )}
        <a href={href(frame, '/ledger')}>{say(language, 'receiptHow')}</a>
      </p>
    </Section>
  );
};

const History = ({ shown: { frame, steps } }: { readonly shown: ContributionShown }): JSX.Element => {
  const { language } = frame;
  const at = (size: number | null, text: string): JSX.Element =>
    size === null ? <>{text}</> : <a href={href({ language, asOf: size }, frame.path)}>{text}</a>;
  return (
    <Section id="history" title={say(language, 'historyTitle')} note={say(language, 'historyNote')}>
      <Entries isPlain>
        {steps.map(({ type, recordedAt, size, role, reason }) => (
          <Entry when={at(size, formatMoment(recordedAt, language))}>
            <p>
              {eventNames[type]?.[language] ?? type}
              {`, ${roleNames[role]?.[language] ?? role}`}
              {reason === null ? '' : ` · ${reason.title[language]}`}
            </p>
          </Entry>
        ))}
      </Entries>
    </Section>
  );
};

/** One contribution: what is asked of its Members first, then text, decision, proof and what happened, in plain words. */
export const ContributionPage = (shown: ContributionShown): JSX.Element => {
  const { frame, file, acts, choices } = shown;
  const { language } = frame;
  const given = { frame, file, acts, choices };
  return (
    <Layout frame={frame} title={file.title} crumbs={file.reference} standfirst={<Sentence shown={shown} />}>
      <ContributionRail language={language} kind={file.kind} stage={file.stage} isPaused={acts.answer} />
      <AskedActs {...given} />
      <Text shown={shown} />
      <Decision shown={shown} />
      <Sponsors shown={shown} />
      <OwnActs {...given} />
      <Receipt shown={shown} />
      {file.editions.length < 2 ? null : (
        <Section id="editions" title={say(language, 'editionsTitle')}>
          {file.editions.map((edition) => (
            <Edition language={language} edition={edition} />
          ))}
        </Section>
      )}
      <History shown={shown} />
    </Layout>
  );
};
