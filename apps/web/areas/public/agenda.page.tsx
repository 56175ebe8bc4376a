import type { JSX } from 'preact';
import { hasTopic, itemLabel, romanNumeral, type AgendaContent, type AgendaItem } from '../../../../libs/domain/src/index.ts';
import type { AgendaVersionSummary, AgendaVersionView, MemberView, ThemeSetView } from '../../../../libs/application/src/index.ts';
import { href, Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatDay, say, type Language } from '../../format.ts';
import { tell } from './say.ts';

interface AgendaProps {
  readonly frame: PageFrame;
  readonly version: AgendaVersionView;
  readonly members: readonly MemberView[];
  readonly themes: ThemeSetView | null;
  /** Every published version, newest first. */
  readonly versions: readonly AgendaVersionSummary[];
}

type Heading = AgendaContent['headings'][number];

/** Name of a Member in a language; its code only while the directory does not know it. */
export const memberName = (members: readonly MemberView[], code: string, language: Language): string =>
  members.find((member) => member.code === code)?.name[language] ?? code;

const Item = ({
  props,
  heading,
  item,
}: {
  readonly props: AgendaProps;
  readonly heading: Heading;
  readonly item: AgendaItem;
}): JSX.Element => {
  const { frame, version, members } = props;
  const { language } = frame;
  const label = itemLabel(heading.number, item.letter);
  const sponsors = hasTopic(item) ? item.sponsors.map((code) => memberName(members, code, language)).join(', ') : null;
  return (
    <li id={item.itemId}>
      <p class="when">
        <strong>{label}</strong> {item.actionLabels.map((action) => say(language, action)).join(', ')}
      </p>
      <div>
        <h3 dir="auto">{item.title[language]}</h3>
        {sponsors === null ? null : <p>{say(language, 'proposedBy', { member: sponsors })}</p>}
      </div>
      {sponsors === null ? null : (
        <a class="btn small" href={href(frame, `/agendas/${version.agendaId}/v/${version.version}/items/${item.itemId}`)}>
          {say(language, 'why')}
          <span class="vh">{` ${label}`}</span>
        </a>
      )}
    </li>
  );
};

const HeadingSection = ({ props, heading }: { readonly props: AgendaProps; readonly heading: Heading }): JSX.Element => (
  <Section id={`heading-${heading.number}`} title={`${romanNumeral(heading.number)}. ${heading.title[props.frame.language]}`}>
    {heading.items.length === 0 ? (
      <p class="soft">{say(props.frame.language, 'nothing')}</p>
    ) : (
      <ol class="entries">
        {heading.items.map((item) => (
          <Item props={props} heading={heading} item={item} />
        ))}
      </ol>
    )}
  </Section>
);

const Omitted = ({ frame: { language }, version, themes }: AgendaProps): JSX.Element | null =>
  version.content.omittedPriorities.length === 0 ? null : (
    <Section id="omitted" title={say(language, 'omitted')} note={say(language, 'omittedNote')}>
      <ul class="entries plain">
        {version.content.omittedPriorities.map(({ theme, reason }) => (
          <li>
            <p class="when">{themes?.themes.find(({ code }) => code === theme)?.shortLabel[language] ?? theme}</p>
            <div>
              <p>{reason[language]}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );

const Versions = ({ frame, version, versions }: AgendaProps): JSX.Element => {
  const { language, who } = frame;
  return (
    <Section id="versions" title={tell(language, 'versionsTitle')}>
      <ul class="entries plain">
        {versions.map((one) => (
          <li>
            <p class="when">
              {one.publishedAt === null ? '' : tell(language, 'published', { date: formatDay(one.publishedAt, language) })}
            </p>
            <div>
              <p>
                <a
                  href={href(frame, `/agendas/${one.agendaId}/v/${one.version}`)}
                  aria-current={one.version === version.version ? 'page' : undefined}
                >
                  {tell(language, 'versionN', { n: one.version })}
                </a>
                {one.version === version.version ? null : (
                  <>
                    {' · '}
                    <a href={href(frame, `/agendas/${one.agendaId}/compare?from=${one.version}&to=${version.version}`)}>
                      {tell(language, 'compareLink', { n: one.version })}
                    </a>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {who === null ? null : (
        <p class="row mt">
          <a class="btn" href={href(frame, `/agendas/${version.agendaId}/comments`)}>
            {tell(language, 'commentsLink')}
          </a>
        </p>
      )}
    </Section>
  );
};

/** One published version, as it was frozen. */
export const AgendaPage = (props: AgendaProps): JSX.Element => {
  const { frame, version } = props;
  const { language } = frame;
  const { headings } = version.content;
  const facts = {
    version: version.version,
    date: formatDay(version.publishedAt ?? version.proposedAt, language),
    items: headings.flatMap(({ items }) => items).length,
    headings: headings.length,
  };
  return (
    <Layout frame={frame} title={version.content.title[language]} standfirst={say(language, 'agendaStandfirst', facts)}>
      {headings.map((heading) => (
        <HeadingSection props={props} heading={heading} />
      ))}
      <Omitted {...props} />
      <Versions {...props} />
      <Section id="note" title={say(language, 'changeNote')}>
        <p class="body-text">{version.changeNote[language]}</p>
      </Section>
      <Section id="frozen" title={say(language, 'frozenCopy')} note={say(language, 'frozenNote')}>
        <p class="small">{say(language, 'contentHash')}</p>
        <p class="hash">{version.contentHash}</p>
        <p class="row mt">
          <a class="btn small" href={`/api/v1/agendas/${version.agendaId}/versions/${version.version}`}>
            JSON
          </a>
        </p>
      </Section>
    </Layout>
  );
};
