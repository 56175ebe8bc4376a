import type { ComponentChildren, JSX } from 'preact';
import type { AgendaLineOrigin } from '../../../../libs/application/src/index.ts';
import { href, Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatDay, formatDeadline, formatMoment, formatNumber, say } from '../../format.ts';
import { eventNames } from '../../texts/event-names.texts.ts';
import { roleNames } from '../../texts/role-names.texts.ts';

interface OriginProps {
  readonly frame: PageFrame;
  readonly origin: AgendaLineOrigin;
}

const Link = ({
  title,
  when,
  children,
}: {
  readonly title: string;
  readonly when: string | null;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <li>
    <p class="when">
      <strong>{title}</strong> {when}
    </p>
    <div>{children}</div>
  </li>
);

const paragraphNumber = (paragraph: string): string => paragraph.replace(/^[A-Z]/, '');

const Paragraph = ({ frame, frame: { language }, origin: { source, guidance } }: OriginProps): JSX.Element => (
  <Link
    title={say(language, 'chainParagraph')}
    when={`${source.symbol}, ${say(language, 'paragraph', { n: paragraphNumber(source.paragraph) })}`}
  >
    <p lang="en">
      <q>
        {guidance.leadIn}
        {' … '}
        {guidance.text}
      </q>
    </p>
    <p>
      {source.documentId === null ? (
        <span class="soft">{say(language, 'notInRecord')}</span>
      ) : (
        <a href={href(frame, `/documents/${source.documentId}#${source.paragraph}`)}>{say(language, 'readParagraph')}</a>
      )}
    </p>
  </Link>
);

/** From the line back to the paragraph that asked for it, one step below the other. */
const Chain = (props: OriginProps): JSX.Element => {
  const { frame, origin } = props;
  const { language } = frame;
  const { contribution, call, guidance } = origin;
  return (
    <ol class="entries">
      <Link title={say(language, 'chainAgenda')} when={formatDay(origin.publishedAt, language)}>
        <h3 dir="auto">{`${origin.item.label} ${origin.item.title[language]}`}</h3>
        <p>{`${say(language, 'version')} ${origin.version}, ${origin.heading.title[language]}`}</p>
      </Link>
      <Link
        title={say(language, 'chainDecision')}
        when={contribution.acceptedAt === null ? null : formatDay(contribution.acceptedAt, language)}
      >
        <p>{say(language, 'decidedByOther')}</p>
      </Link>
      <Link title={say(language, 'chainSubmission')} when={formatMoment(contribution.submittedAt, language)}>
        <h3 lang={contribution.language} dir="auto">
          {contribution.title}
        </h3>
        <p>{say(language, 'submissionLine', { reference: contribution.reference, member: contribution.memberName[language] })}</p>
        <p class="hash">{`sha256 ${contribution.contentHash}`}</p>
      </Link>
      <Link title={say(language, 'chainCall')} when={call.openedAt === null ? null : formatDay(call.openedAt, language)}>
        <p>{`${call.title[language]}, ${say(language, 'closesOn', { date: formatDeadline(call.closesForNew.instant, language) })}`}</p>
      </Link>
      <Link title={say(language, 'chainRequest')} when={guidance.ref}>
        <p lang="en">
          <a href={href(frame, `/guidance-requests#${guidance.guidanceId}`)}>
            <q>{guidance.text}</q>
          </a>
        </p>
      </Link>
      <Paragraph {...props} />
    </ol>
  );
};

const Steps = ({ frame: { language }, origin: { steps } }: OriginProps): JSX.Element => (
  <div class="t-wrap">
    <table class="t cards">
      <caption class="vh">{say(language, 'steps')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(language, 'entry')}</th>
          <th scope="col">{say(language, 'when')}</th>
          <th scope="col">{say(language, 'what')}</th>
          <th scope="col">{say(language, 'inRole')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ n, occurredAt, type, role }) => (
          <tr key={n}>
            <td data-label={say(language, 'entry')}>{formatNumber(n + 1, language)}</td>
            <td data-label={say(language, 'when')}>{formatMoment(occurredAt, language)}</td>
            <td data-label={say(language, 'what')}>{eventNames[type]?.[language] ?? type}</td>
            <td data-label={say(language, 'inRole')}>{roleNames[role]?.[language] ?? role}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Why is this here? One agenda line and every step back to paragraph 16. */
export const LineOriginPage = (props: OriginProps): JSX.Element => {
  const { frame, origin } = props;
  const { language } = frame;
  const facts = {
    member: origin.contribution.memberName[language],
    paragraph: paragraphNumber(origin.source.paragraph),
    symbol: origin.source.symbol,
  };
  return (
    <Layout
      frame={frame}
      title={say(language, 'originTitle', { label: origin.item.label })}
      standfirst={say(language, 'originStandfirst', facts)}
    >
      <Section id="chain" title={origin.item.title[language]}>
        <Chain {...props} />
      </Section>
      <Section id="steps" title={say(language, 'steps')} note={say(language, 'stepsNote')}>
        <Steps {...props} />
      </Section>
    </Layout>
  );
};
