import type { JSX } from 'preact';
import type { HomeAskOfRole } from '../../../../libs/application/src/index.ts';
import { Empty, Entries, Entry } from '../../components/entries.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { Section } from '../../components/section.tsx';
import { daysBetween, formatMoment } from '../../format.ts';
import { say } from './say.ts';

/** Where something that is asked is answered; null where no page takes the answer. */
const placeOf = ({ kind, object, id }: HomeAskOfRole): string | null => {
  switch (kind) {
    case 'clarification':
      return `/contributions/${id}#answer`;
    case 'merge_consent':
      return `/contributions/${id}#consent`;
    case 'entry_confirmation':
      return `/contributions/${id}#confirm`;
    case 'agenda_comment':
      return `/agendas/${id}/comments`;
    case 'silence':
      return null;
    case 'guidance_answer':
      return `/guidance-requests#${id}`;
    case 'draft_release':
      return object === 'draft' ? `/drafts/${id}` : '/home';
  }
};

/** Days before a date at which it is shown as near. */
const soon = 5;

interface AskedProps {
  readonly frame: PageFrame;
  readonly asked: HomeAskOfRole;
}

const When = ({ frame: { language, standing }, asked: { dueAt } }: AskedProps): JSX.Element => (
  <>
    <strong>{dueAt === null ? say(language, 'noDate') : formatMoment(dueAt, language)}</strong>
    {dueAt !== null && dueAt < standing.now ? ` ${say(language, 'overdue')}` : ''}
  </>
);

const Act = ({ frame, asked }: AskedProps): JSX.Element => {
  const { language } = frame;
  const { kind, mayAnswer, about } = asked;
  const place = placeOf(asked);
  if (place === null) return <p class="small">{say(language, 'answeredElsewhere')}</p>;
  return (
    <a class={mayAnswer ? 'btn' : 'btn plain'} href={href(frame, place)}>
      {say(language, mayAnswer ? `act_${kind}` : 'act_silence')}
      <span class="vh">{`: ${about[language]}`}</span>
    </a>
  );
};

/** What was asked, in the language it was asked in. */
const Said = ({ frame: { language }, asked: { words } }: AskedProps): JSX.Element | null => {
  const other = language === 'en' ? 'fr' : 'en';
  const [said, lang] = words?.[language] === undefined ? [words?.[other], other] : [words[language], language];
  return said === undefined ? null : (
    <p lang={lang}>
      <q>{said}</q>
    </p>
  );
};

const Asked = (props: AskedProps): JSX.Element => {
  const { frame, asked } = props;
  const { language, standing } = frame;
  const { kind, about, dueAt, reference, mayAnswer } = asked;
  return (
    <Entry
      when={<When {...props} />}
      isSoon={dueAt !== null && daysBetween(standing.now, dueAt) <= soon}
      title={say(language, `ask_${kind}`, { about: about[language] })}
      act={<Act {...props} />}
    >
      <Said {...props} />
      {reference === null ? null : <p class="small soft">{reference}</p>}
      {mayAnswer ? null : <p class="small soft">{say(language, 'mayNotAnswer')}</p>}
    </Entry>
  );
};

/** What a Member is asked, and by when. */
export const AskedSection = ({ frame, asked }: { readonly frame: PageFrame; readonly asked: readonly HomeAskOfRole[] }): JSX.Element => {
  const { language } = frame;
  return (
    <Section id="asked" title={say(language, 'asked')} note={say(language, 'askedNote')}>
      {asked.length === 0 ? (
        <Empty title={say(language, 'askedNone')} text={say(language, 'askedNoneText')} />
      ) : (
        <Entries>
          {asked.map((one) => (
            <Asked frame={frame} asked={one} />
          ))}
        </Entries>
      )}
    </Section>
  );
};
