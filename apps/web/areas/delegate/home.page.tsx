import type { JSX } from 'preact';
import type { DelegateHome, DraftView, HomeChange } from '../../../../libs/application/src/index.ts';
import { Empty, Entries, Entry } from '../../components/entries.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatDeadline, formatMoment, formatNumber } from '../../format.ts';
import { eventNames } from '../../texts/event-names.texts.ts';
import { AskedSection } from './asked.section.tsx';
import { DraftsSection, MineSection } from './mine.section.tsx';
import { say } from './say.ts';

interface HomeShown {
  readonly frame: PageFrame;
  readonly home: DelegateHome;
  readonly drafts: readonly DraftView[];
  /** Ledger size of the last visit; null on the first. */
  readonly since: number | null;
}

const standfirst = ({ frame: { language }, home: { asked, memberName } }: HomeShown): string => {
  const [first] = asked;
  if (first === undefined) return say(language, 'homeStandfirstNone');
  const facts = { count: asked.length, member: memberName[language] };
  if (first.dueAt === null) return say(language, 'homeStandfirstOpen', facts);
  return say(language, asked.length === 1 ? 'homeStandfirstOne' : 'homeStandfirst', {
    ...facts,
    due: formatDeadline(first.dueAt, language),
  });
};

/** Where what changed can be read; null when it has no page of its own. */
const placeOf = ({ object, id }: HomeChange): string | null => {
  if (object === 'topic' || object === 'practice') return `/contributions/${id}`;
  if (object === 'agenda') return `/agendas/${id}`;
  if (object === 'guidance') return `/guidance-requests#${id}`;
  return null;
};

const kinds = ['agenda', 'call', 'conference', 'decision', 'guidance', 'session', 'topic', 'practice'] as const;

/** The last steps say most. */
const shownSteps = 3;

const Changed = ({ shown: { frame, home }, change }: { readonly shown: HomeShown; readonly change: HomeChange }): JSX.Element => {
  const { language } = frame;
  const last = change.steps.slice(-shownSteps).reverse();
  const kind = kinds.find((one) => one === change.object);
  const named =
    home.contributions.find(({ contributionId }) => contributionId === change.id)?.title ??
    (kind === undefined ? change.object : say(language, `object_${kind}`));
  const place = placeOf(change);
  return (
    <Entry
      when={formatMoment(change.steps.at(-1)?.occurredAt ?? frame.standing.now, language)}
      title={place === null ? named : <a href={href(frame, place)}>{named}</a>}
    >
      <p>{last.map(({ type }) => eventNames[type]?.[language] ?? type).join(' · ')}</p>
      {change.steps.length > shownSteps ? (
        <p class="small soft">{say(language, 'changedMore', { count: change.steps.length - shownSteps })}</p>
      ) : null}
    </Entry>
  );
};

const ChangedSection = ({ shown }: { readonly shown: HomeShown }): JSX.Element => {
  const { frame, home, since } = shown;
  const { language } = frame;
  return (
    <Section
      id="changed"
      title={say(language, 'changed')}
      {...(since === null ? {} : { note: say(language, 'changedNote', { n: formatNumber(since, language) }) })}
    >
      {home.changed.length === 0 ? (
        <Empty title={say(language, since === null ? 'changedFirst' : 'changedNone')} />
      ) : (
        <Entries isPlain>
          {home.changed.map((change) => (
            <Changed shown={shown} change={change} />
          ))}
        </Entries>
      )}
    </Section>
  );
};

/** What a Member's people see first: what is asked of them and by when, where theirs stands, what changed. */
export const HomePage = (shown: HomeShown): JSX.Element => {
  const { frame, home, drafts } = shown;
  const waiting = new Set(home.asked.filter(({ kind }) => kind === 'clarification').map(({ id }) => id));
  return (
    <Layout
      frame={frame}
      title={say(frame.language, 'homeTitle', { member: home.memberName[frame.language] })}
      standfirst={standfirst(shown)}
      density="wide"
    >
      <AskedSection frame={frame} asked={home.asked} />
      <MineSection frame={frame} contributions={home.contributions} waiting={waiting} />
      <DraftsSection frame={frame} drafts={drafts} />
      <ChangedSection shown={shown} />
    </Layout>
  );
};
