import type { JSX } from 'preact';
import type { CallView, ConferenceStatus, GuidanceView } from '../../../../libs/application/src/index.ts';
import { href, Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { daysBetween, formatDateRange, formatDay, formatDeadline, formatMonth, say, type Language } from '../../format.ts';
import type { TextKey } from '../../texts/interface.texts.ts';
import { ReceivedSection } from './received.section.tsx';

interface HomeProps {
  readonly frame: PageFrame;
  readonly status: ConferenceStatus;
}

const paragraphNumber = (paragraph: string): string => paragraph.replace(/^[A-Z]/, '');

const timeLeft = (language: Language, now: string, call: CallView): string => {
  const days = daysBetween(now, call.closesForNew.instant);
  if (days === 0) return say(language, 'lastDay');
  return days === 1 ? say(language, 'oneDayLeft') : say(language, 'daysLeft', { count: days });
};

/** The answer in one sentence: what is asked, by whom, until when. */
const Standfirst = ({ frame: { language, standing }, status: { call, requests, agenda } }: HomeProps): JSX.Element => {
  const [first] = requests;
  if (call === null || first === undefined) return <>{say(language, 'homeNothingAsked')}</>;
  const isOpen = standing.now <= call.closesForNew.instant;
  const facts = {
    paragraph: paragraphNumber(first.source.paragraph),
    symbol: first.source.symbol,
    count: requests.length,
    deadline: formatDeadline(call.closesForNew.instant, language),
  };
  return (
    <>
      {isOpen
        ? say(language, 'homeAskedOpen', { ...facts, left: timeLeft(language, standing.now, call) })
        : say(language, 'homeAskedClosed', facts)}
      {agenda === null
        ? null
        : ` ${say(language, 'homeAgendaPublished', { version: agenda.version, items: agenda.itemCount, date: formatDay(agenda.publishedAt, language) })}`}
    </>
  );
};

const steps: readonly TextKey[] = ['stepAsked', 'stepReceiving', 'stepTriage', 'stepAgenda', 'stepConference'];

const currentStep = ({ frame: { standing }, status: { call, agenda, conference } }: HomeProps): number => {
  if (conference?.start != null && standing.now.slice(0, 10) >= conference.start) return 4;
  if (agenda !== null) return 3;
  if (call?.openedAt == null) return 0;
  return standing.now <= call.closesForNew.instant ? 1 : 2;
};

const Rail = (props: HomeProps): JSX.Element => {
  const current = currentStep(props);
  return (
    <div class="rail-box">
      <ol class="rail">
        {steps.map((key, index) => (
          <li class={index < current ? 'done' : undefined} aria-current={index === current ? 'step' : undefined}>
            <span>{say(props.frame.language, key)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
};

interface DateLine {
  readonly when: string;
  readonly what: string;
  readonly sort: string;
}

const dateLines = ({ frame: { language }, status: { session, call, agenda, conference } }: HomeProps): readonly DateLine[] => {
  const lines: DateLine[] = [];
  if (session !== null)
    lines.push({ when: formatDateRange(session.start, session.end, language), what: session.label[language], sort: session.start });
  if (call !== null) {
    lines.push({
      when: formatDay(call.closesForNew.instant, language),
      what: say(language, 'dateCallCloses'),
      sort: call.closesForNew.instant,
    });
    lines.push({
      when: formatDay(call.closesForEdits.instant, language),
      what: say(language, 'dateEditsClose'),
      sort: call.closesForEdits.instant,
    });
  }
  if (agenda !== null)
    lines.push({ when: formatDay(agenda.publishedAt, language), what: say(language, 'dateAgenda'), sort: agenda.publishedAt });
  if (conference !== null) {
    const when =
      conference.start === null || conference.end === null
        ? formatMonth(conference.month, language)
        : formatDateRange(conference.start, conference.end, language);
    lines.push({ when, what: conference.name[language], sort: conference.start ?? `${conference.month}-99` });
  }
  return lines.sort((a, b) => (a.sort < b.sort ? -1 : 1));
};

const Dates = (props: HomeProps): JSX.Element => {
  const lines = dateLines(props);
  const next = lines.findIndex(({ sort }) => sort > props.frame.standing.now);
  return (
    <ul class="dates">
      {lines.map(({ when, what, sort }, index) => (
        <li class={sort <= props.frame.standing.now ? 'past' : index === next ? 'next' : undefined}>
          <span>{when}</span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  );
};

const Request = ({
  frame,
  request,
  index,
}: {
  readonly frame: PageFrame;
  readonly request: GuidanceView;
  readonly index: number;
}): JSX.Element => {
  const { language } = frame;
  return (
    <li>
      <p class="when">
        <strong>{say(language, 'requestNumber', { n: index + 1 })}</strong>{' '}
        {say(language, 'paragraph', { n: paragraphNumber(request.source.paragraph) })}
      </p>
      <div>
        <h3>
          <a href={href(frame, `/guidance-requests#${request.guidanceId}`)}>
            <q lang="en">{request.text}</q>
          </a>
        </h3>
        <p>
          {say(language, 'answerWith', { what: say(language, request.expects === 'topic' ? 'expectsTopic' : 'expectsPractice') })}
          {'. '}
          {request.received === 0
            ? say(language, 'receivedNone')
            : say(language, 'receivedFrom', { count: request.received, members: request.contributingMembers })}
          .
        </p>
      </div>
    </li>
  );
};

const Asked = ({ frame, frame: { language }, status: { requests } }: HomeProps): JSX.Element => (
  <Section id="asked" title={say(language, 'asked')} note={say(language, 'askedNote', { symbol: requests[0]?.source.symbol ?? '' })}>
    <p class="body-text" lang="en">
      <q>{requests[0]?.leadIn}</q>
    </p>
    <ol class="entries">
      {requests.map((request, index) => (
        <Request frame={frame} request={request} index={index} />
      ))}
    </ol>
    <h3 class="mt2">{say(language, 'howToAnswer')}</h3>
    <p class="small">{say(language, 'howToAnswerText')}</p>
  </Section>
);

interface PriorDecisionRow {
  readonly quote: string;
  readonly source: { readonly paragraph: string; readonly symbol: string };
}

const Decisions = ({ frame: { language }, status: { priorDecisions } }: HomeProps): JSX.Element => {
  const rows = priorDecisions.map(({ data }) => data as unknown as PriorDecisionRow);
  return (
    <Section
      id="before"
      title={say(language, 'priorDecisions')}
      note={say(language, 'priorDecisionsNote', { symbol: rows[0]?.source.symbol ?? '' })}
    >
      <ol class="entries plain">
        {rows.map(({ quote, source }) => (
          <li>
            <p class="when">{say(language, 'paragraph', { n: paragraphNumber(source.paragraph) })}</p>
            <div>
              <p lang="en">
                <q>{quote}</q>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
};

/** The first page: where the conference stands, what is asked and until when. */
export const HomePage = (props: HomeProps): JSX.Element => {
  const { frame, status } = props;
  const { language } = frame;
  if (status.conference === null) {
    return (
      <Layout frame={frame} title={say(language, 'emptyTitle')} standfirst={say(language, 'emptyText')}>
        <p />
      </Layout>
    );
  }
  return (
    <Layout frame={frame} title={status.conference.name[language]} standfirst={<Standfirst {...props} />}>
      <Section
        id="stands"
        title={say(language, 'whereItStands')}
        {...(status.session === null ? {} : { note: `${status.session.bodyName[language]}, ${status.session.label[language]}` })}
      >
        <Rail {...props} />
        <Dates {...props} />
        {status.agenda === null ? null : (
          <p class="row mt2">
            <a class="btn primary" href={href(frame, `/agendas/${status.agenda.agendaId}`)}>
              {say(language, 'agendaTitle')}
            </a>
          </p>
        )}
      </Section>
      {status.requests.length === 0 ? null : <Asked {...props} />}
      <ReceivedSection language={language} status={status} />
      {status.priorDecisions.length === 0 ? null : <Decisions {...props} />}
    </Layout>
  );
};
