import type { JSX } from 'preact';
import type { AgendaCommentsView, CommentView } from '../../../../libs/application/src/index.ts';
import { CommandButton, CommandForm } from '../../components/command-form.tsx';
import { Empty } from '../../components/entries.tsx';
import { Actions, Radios, Select, TextArea, type Choice } from '../../components/fields.tsx';
import type { PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { Tag } from '../../components/state.tsx';
import { formatDeadline, formatMoment } from '../../format.ts';
import { say } from './say.ts';

/** What the page of comments shows. */
export interface CommentsShown {
  readonly frame: PageFrame;
  readonly comments: AgendaCommentsView;
  /** What may be commented on. */
  readonly targets: readonly Choice[];
  readonly mayComment: boolean;
}

const kinds = ['support', 'amend', 'object', 'offer_speaker'] as const;

interface CommentProps {
  readonly shown: CommentsShown;
  readonly comment: CommentView;
}

/** What became of a comment. */
const answerTo = ({ shown: { frame }, comment: { disposition, withdrawnAt } }: CommentProps): string => {
  if (withdrawnAt !== null) return say(frame.language, 'takenBack');
  return disposition === null ? say(frame.language, 'notAnswered') : say(frame.language, `disposition_${disposition.disposition}`);
};

const aboutOf = ({ shown: { frame }, comment: { memberName, commentedAt } }: CommentProps): string =>
  say(frame.language, 'commentOf', {
    member: memberName?.[frame.language] ?? say(frame.language, 'observer'),
    date: formatMoment(commentedAt, frame.language),
  });

/** To stand behind what another Member says, or to take one's own word back. */
const CommentAct = (props: CommentProps): JSX.Element | null => {
  const { shown, comment } = props;
  const { frame, comments, mayComment } = shown;
  const { commentId, member, withdrawnAt } = comment;
  if (!mayComment || withdrawnAt !== null || member === null) return null;
  const act = member === frame.who?.member ? 'take-back' : 'cosign';
  return (
    <CommandButton
      frame={frame}
      id={`${act}-${commentId}`}
      action={`/agendas/${comments.agendaId}/comments/${commentId}/${act}`}
      label={say(frame.language, act === 'cosign' ? 'cosign' : 'takeBack')}
      about={aboutOf(props)}
      kind="small"
    />
  );
};

const Comment = (props: CommentProps): JSX.Element => {
  const { shown, comment } = props;
  const { language } = shown.frame;
  const { kind, text, cosigners } = comment;
  const other = language === 'en' ? 'fr' : 'en';
  const [said, saidIn] = text[language] === undefined ? [text[other], other] : [text[language], language];
  return (
    <li>
      <p class="when">
        <strong>{say(language, `comment_${kind}`)}</strong> {answerTo(props)}
      </p>
      <div>
        <h3>{aboutOf(props)}</h3>
        <p lang={saidIn} dir="auto">
          {said}
        </p>
        {cosigners.length === 0 ? null : (
          <p class="small soft">{say(language, 'withThem', { members: cosigners.map(({ name }) => name[language]).join(', ') })}</p>
        )}
      </div>
      <CommentAct {...props} />
    </li>
  );
};

const NewComment = ({ shown: { frame, comments, targets } }: { readonly shown: CommentsShown }): JSX.Element => {
  const { language } = frame;
  return (
    <Section id="new" title={say(language, 'commentNew')}>
      <CommandForm frame={frame} id="comment" action={`/agendas/${comments.agendaId}/comments`}>
        {(form) => (
          <>
            <Select
              language={language}
              form={form}
              name="target"
              label={say(language, 'commentItem')}
              begin={frame.asked['target'] ?? ''}
              choices={targets}
            />
            <Radios
              language={language}
              form={form}
              name="kind"
              label={say(language, 'commentKind')}
              choices={kinds.map((kind) => ({ value: kind, label: say(language, `comment_${kind}`) }))}
            />
            <Select
              language={language}
              form={form}
              name="language"
              label={say(language, 'writtenIn')}
              begin={language}
              choices={[
                { value: 'en', label: say(language, 'inEnglish') },
                { value: 'fr', label: say(language, 'inFrench') },
              ]}
            />
            <TextArea language={language} form={form} name="text" label={say(language, 'commentText')} max={4_000} />
            <Actions label={say(language, 'commentSend')} />
          </>
        )}
      </CommandForm>
    </Section>
  );
};

const standfirst = ({ frame: { language, standing }, comments: { commentsUntil } }: CommentsShown): string => {
  if (commentsUntil === null) return say(language, 'commentsNever');
  return say(language, standing.now <= commentsUntil ? 'commentsOpen' : 'commentsClosed', {
    deadline: formatDeadline(commentsUntil, language),
  });
};

/** What was said of each item of the draft, observers apart, and one's own word on it. */
export const CommentsPage = (shown: CommentsShown): JSX.Element => {
  const { frame, comments, mayComment } = shown;
  const { language } = frame;
  const heard = comments.targets.filter(({ members, observers }) => members.length + observers.length > 0);
  return (
    <Layout frame={frame} title={say(language, 'commentsTitle')} standfirst={standfirst(shown)}>
      {mayComment ? <NewComment shown={shown} /> : null}
      {heard.length === 0 ? <Empty title={say(language, 'commentsNone')} /> : null}
      {heard.map(({ target, label, title, members, observers }) => (
        <Section id={`on-${target.id}`} title={title === null ? label : `${label} ${title[language]}`}>
          <ol class="entries">
            {members.map((comment) => (
              <Comment shown={shown} comment={comment} />
            ))}
          </ol>
          {observers.length === 0 ? null : (
            <>
              <h3 class="mt">
                <Tag label={say(language, 'observersApart')} />
              </h3>
              <ol class="entries">
                {observers.map((comment) => (
                  <Comment shown={shown} comment={comment} />
                ))}
              </ol>
            </>
          )}
        </Section>
      ))}
    </Layout>
  );
};
