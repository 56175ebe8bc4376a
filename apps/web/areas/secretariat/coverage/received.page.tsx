import type { JSX } from 'preact';
import type { ContributionView, Page } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { formatDay, sayFrom } from '../../../format.ts';
import { linkTo, type Parameters } from '../address.ts';
import { deskTexts } from '../desk.texts.ts';
import { receivedTexts } from '../received.texts.ts';
import { toneOf } from '../triage/tones.ts';

const say = sayFrom(receivedTexts);
const desk = sayFrom(deskTexts);

const Row = ({ frame, one }: { readonly frame: PageFrame; readonly one: ContributionView }): JSX.Element => {
  const { language } = frame;
  return (
    <tr data-line>
      <td data-label={say(language, 'reference')}>{one.reference}</td>
      <td data-label={say(language, 'titleColumn')}>
        <a href={linkTo(frame, `/triage/${one.contributionId}`)} lang={one.language} dir="auto">
          {one.title}
        </a>{' '}
        <span class="sub">
          {`${desk(language, `kind_${one.kind}`)} `}
          <span class="lang">{one.language.toUpperCase()}</span>
        </span>
      </td>
      <td data-label={say(language, 'member')}>{one.memberName[language]}</td>
      <td data-label={say(language, 'received')}>
        {formatDay(one.submittedAt, language)} {one.late ? <span class="tag late">{desk(language, 'late')}</span> : null}
      </td>
      <td data-label={say(language, 'state')}>
        <span class="chip" data-s={toneOf(one.stage === 'classified' ? 'under_triage' : one.stage)}>
          {say(language, `stage_${one.stage}`)}
        </span>
      </td>
    </tr>
  );
};

/** Contributions as a list, by what the address asks for. */
export const ReceivedPage = ({
  frame,
  page,
  parameters,
}: {
  readonly frame: PageFrame;
  readonly page: Page<ContributionView>;
  readonly parameters: Parameters;
}): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} density="wide" title={say(language, 'title')} standfirst={say(language, 'standfirst', { count: page.total })}>
      {page.items.length === 0 ? (
        <p class="empty">{desk(language, 'nothingWaits')}</p>
      ) : (
        <div class="t-wrap dense">
          <table class="t cards">
            <caption class="vh">{say(language, 'title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say(language, 'reference')}</th>
                <th scope="col">{say(language, 'titleColumn')}</th>
                <th scope="col">{say(language, 'member')}</th>
                <th scope="col">{say(language, 'received')}</th>
                <th scope="col">{say(language, 'state')}</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map((one) => (
                <Row frame={frame} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.next === null ? null : (
        <p class="mt">
          <a href={linkTo(frame, '/contributions-received', { ...parameters, after: page.next })}>{desk(language, 'next')}</a>
        </p>
      )}
    </Layout>
  );
};
