import type { JSX } from 'preact';
import type { ConferenceStatus } from '../../../../libs/application/src/index.ts';
import { Bar, Section } from '../../components/section.tsx';
import { formatNumber, say, type Language } from '../../format.ts';

interface ReceivedProps {
  readonly language: Language;
  readonly status: ConferenceStatus;
}

const themeName = ({ themes }: ConferenceStatus, code: string, language: Language): string =>
  themes.find((theme) => theme.code === code)?.label[language] ?? code;

const ByTheme = ({ language, status }: ReceivedProps): JSX.Element => {
  const largest = Math.max(1, ...status.byTheme.map(({ topics, practices }) => topics + practices));
  return (
    <div class="t-wrap">
      <table class="t cards">
        <caption>{say(language, 'byTheme')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(language, 'theme')}</th>
            <th scope="col" class="num">
              {say(language, 'topics')}
            </th>
            <th scope="col" class="num">
              {say(language, 'practices')}
            </th>
            <th scope="col">{say(language, 'contributions')}</th>
          </tr>
        </thead>
        <tbody>
          {status.byTheme.map(({ theme, topics, practices }) => (
            <tr>
              <th scope="row" data-label={say(language, 'theme')}>
                {themeName(status, theme, language)}
              </th>
              <td class="num" data-label={say(language, 'topics')}>
                {formatNumber(topics, language)}
              </td>
              <td class="num" data-label={say(language, 'practices')}>
                {formatNumber(practices, language)}
              </td>
              <td data-label={say(language, 'contributions')}>
                <Bar value={topics + practices} of={largest} label={formatNumber(topics + practices, language)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const ByRegion = ({ language, status }: ReceivedProps): JSX.Element => (
  <div class="t-wrap">
    <table class="t cards">
      <caption>{say(language, 'byRegion')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(language, 'region')}</th>
          <th scope="col" class="num">
            {say(language, 'contributions')}
          </th>
          <th scope="col" class="num">
            {say(language, 'membersHeard')}
          </th>
          <th scope="col">{say(language, 'membersHeard')}</th>
        </tr>
      </thead>
      <tbody>
        {status.byRegion.map(({ region, name, contributions, members, memberCount }) => (
          <tr key={region}>
            <th scope="row" data-label={say(language, 'region')}>
              {name[language]}
            </th>
            <td class="num" data-label={say(language, 'contributions')}>
              {formatNumber(contributions, language)}
            </td>
            <td class="num" data-label={say(language, 'membersHeard')}>
              {say(language, 'ofMembers', { count: members, total: memberCount })}
            </td>
            <td data-label={say(language, 'membersHeard')}>
              <Bar value={members} of={memberCount} label={say(language, 'ofMembers', { count: members, total: memberCount })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What has come in so far, by priority and by region, as figures and as bars. */
export const ReceivedSection = (props: ReceivedProps): JSX.Element => {
  const { language, status } = props;
  const none = status.requests.every(({ received }) => received === 0);
  return (
    <Section id="received" title={say(language, 'received')} note={say(language, 'receivedNote')}>
      {none ? (
        <p class="soft">{say(language, 'receivedNoneText')}</p>
      ) : (
        <>
          <ByTheme {...props} />
          <ByRegion {...props} />
        </>
      )}
    </Section>
  );
};
