import type { JSX } from 'preact';
import type { DocumentView, GroupingView, GuidanceView, MemberView } from '../../../../libs/application/src/index.ts';
import { href, Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate, formatDay, formatMoment, say } from '../../format.ts';

const statusTexts = {
  issued: 'statusIssued',
  open: 'statusOpen',
  consolidating: 'statusConsolidating',
  partially_closed: 'statusPartiallyClosed',
  closed: 'statusClosed',
  lapsed: 'statusLapsed',
  carried_over: 'statusCarriedOver',
  superseded: 'statusSuperseded',
} as const;

const paragraphNumber = (paragraph: string): string => paragraph.replace(/^[A-Z]/, '');

const GuidanceEntry = ({ frame: { language }, request }: { readonly frame: PageFrame; readonly request: GuidanceView }): JSX.Element => (
  <li id={request.guidanceId}>
    <p class="when">
      <strong>{`${request.source.symbol}, ${request.ref}`}</strong>{' '}
      {say(language, 'paragraph', { n: paragraphNumber(request.source.paragraph) })}
    </p>
    <div>
      <h2 lang="en">
        <q>{request.text}</q>
      </h2>
      <p lang="en" class="soft">
        {`${request.leadIn} …`}
      </p>
      <p>
        <span class="chip" data-s={request.status}>
          {say(language, statusTexts[request.status])}
        </span>{' '}
        {request.openedAt === null ? null : say(language, 'openedOn', { date: formatDay(request.openedAt, language) })}
      </p>
      <p>
        {request.received === 0
          ? say(language, 'receivedNone')
          : say(language, 'receivedFrom', { count: request.received, members: request.contributingMembers })}
      </p>
    </div>
  </li>
);

/** The public guidance register. */
export const GuidanceRegisterPage = ({
  frame,
  requests,
}: {
  readonly frame: PageFrame;
  readonly requests: readonly GuidanceView[];
}): JSX.Element => (
  <Layout
    frame={frame}
    title={say(frame.language, 'requestsTitle')}
    standfirst={say(frame.language, 'requestsStandfirst', { count: requests.length })}
  >
    {requests.length === 0 ? (
      <p class="soft">{say(frame.language, 'nothing')}</p>
    ) : (
      <ol class="entries">
        {requests.map((request) => (
          <GuidanceEntry frame={frame} request={request} />
        ))}
      </ol>
    )}
  </Layout>
);

/** Working documents in the record. */
export const DocumentsPage = ({
  frame,
  documents,
}: {
  readonly frame: PageFrame;
  readonly documents: readonly DocumentView[];
}): JSX.Element => {
  const { language } = frame;
  const standfirst =
    documents.length === 0 ? say(language, 'documentsNone') : say(language, 'documentsStandfirst', { count: documents.length });
  return (
    <Layout frame={frame} title={say(language, 'documentsTitle')} standfirst={standfirst}>
      <ol class="entries">
        {documents.map((document) => (
          <li>
            <p class="when">
              <strong>{document.symbol}</strong> {formatMoment(document.importedAt, language)}
            </p>
            <div>
              <h2 dir="auto">
                <a href={href(frame, `/documents/${document.documentId}`)}>{document.header.subtitle ?? document.header.title}</a>
              </h2>
              <p class="hash">{`sha256 ${document.sha256}`}</p>
            </div>
          </li>
        ))}
      </ol>
    </Layout>
  );
};

const RegionMembers = ({
  frame: { language },
  members,
}: {
  readonly frame: PageFrame;
  readonly members: readonly MemberView[];
}): JSX.Element => (
  <ul class="cols">
    {members.map(({ code, name, landlocked, accededOn }) => (
      <li key={code}>
        {name[language]}{' '}
        <span class="xs soft">
          {say(language, 'joined', { date: formatDate(accededOn, language) })}
          {landlocked ? `, ${say(language, 'landlocked')}` : ''}
        </span>
      </li>
    ))}
  </ul>
);

/** Members on the day shown, by region. */
export const MembersPage = ({
  frame,
  members,
  groupings,
}: {
  readonly frame: PageFrame;
  readonly members: readonly MemberView[];
  readonly groupings: readonly GroupingView[];
}): JSX.Element => {
  const { language, standing } = frame;
  const regions = groupings.filter(({ kind }) => kind === 'region');
  return (
    <Layout
      frame={frame}
      title={say(language, 'membersTitle')}
      standfirst={say(language, 'membersStandfirst', { count: members.length, date: formatDay(standing.now, language) })}
    >
      {regions.map(({ code, shortName }) => {
        const ofRegion = members.filter(({ region }) => region === code);
        return (
          <Section id={`region-${code}`} title={shortName[language]} note={String(ofRegion.length)}>
            <RegionMembers frame={frame} members={ofRegion} />
          </Section>
        );
      })}
    </Layout>
  );
};
