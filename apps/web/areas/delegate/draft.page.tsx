import type { JSX } from 'preact';
import type { CallView, DraftView, GuidanceView } from '../../../../libs/application/src/index.ts';
import { CommandButton, CommandForm } from '../../components/command-form.tsx';
import { Select } from '../../components/fields.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { bindFrench, formatDeadline, formatMoment } from '../../format.ts';
import { ContentForm, type ContentChoices } from './content-form.tsx';
import { say } from './say.ts';
import { SuggestionsAside, type Suggestions } from './suggestions.section.tsx';

/** What the form of a draft is drawn with. */
export interface DraftShown {
  readonly frame: PageFrame;
  readonly kind: 'topic' | 'practice';
  /** Null for a new one. */
  readonly draft: DraftView | null;
  /** Requests that ask for this kind and are open. */
  readonly requests: readonly GuidanceView[];
  readonly calls: readonly CallView[];
  readonly choices: ContentChoices;
  readonly suggestions: Suggestions;
  /** Whether the reader's role may send it. */
  readonly maySend: boolean;
}

const callOf = ({ calls, requests, draft }: DraftShown): CallView | null =>
  calls.find(
    ({ callId, guidanceIds }) => callId === draft?.callId || requests.some(({ guidanceId }) => guidanceIds.includes(guidanceId)),
  ) ?? null;

const Request = ({
  shown,
  form,
}: {
  readonly shown: DraftShown;
  readonly form: Parameters<typeof ContentForm>[0]['form'];
}): JSX.Element => {
  const { frame, requests, draft } = shown;
  const { language } = frame;
  const [only] = requests;
  if (requests.length === 1 && only !== undefined) return <input type="hidden" name="guidanceId" value={only.guidanceId} />;
  return (
    <Select
      language={language}
      form={form}
      name="guidanceId"
      label={say(language, 'answersRequest')}
      begin={draft?.guidanceId ?? frame.asked['guidance'] ?? ''}
      choices={requests.map(({ guidanceId, order, text }) => ({
        value: guidanceId,
        label: say(language, 'requestNumber', { n: order, text }),
      }))}
    />
  );
};

const Buttons = ({ shown: { frame, draft, maySend } }: { readonly shown: DraftShown }): JSX.Element => {
  const { language } = frame;
  return (
    <>
      <div class="actions">
        {/* The first button is what Enter presses. */}
        <button class={draft !== null && maySend ? 'btn' : 'btn primary'} type="submit" name="do" value="save">
          {say(language, 'saveDraft')}
        </button>
        {draft !== null && maySend ? (
          <button class="btn primary" type="submit" name="do" value="send">
            {say(language, 'send')}
          </button>
        ) : null}
      </div>
      {draft === null ? null : <p class="small soft">{say(language, maySend ? 'sendNote' : 'drafterCannotSend')}</p>}
    </>
  );
};

const Form = ({ shown }: { readonly shown: DraftShown }): JSX.Element => {
  const { frame, kind, draft, choices } = shown;
  const { language } = frame;
  const action = draft === null ? `/contributions/new-${kind}` : `/drafts/${draft.draftId}`;
  const follows = {
    'hx-post': href({ language, asOf: null }, '/contributions/suggestions'),
    'hx-trigger': 'input changed delay:900ms from:find textarea, input changed delay:900ms from:find input.input',
    'hx-target': '#suggestions',
    'hx-swap': 'outerHTML',
  };
  return (
    <div {...follows}>
      <CommandForm frame={frame} id="draft" action={action} {...(draft === null ? {} : { expected: draft.revision })}>
        {(form) => (
          <>
            <input type="hidden" name="kind" value={kind} />
            <Request shown={shown} form={form} />
            <ContentForm language={language} form={form} kind={kind} begin={draft?.content ?? null} choices={choices} />
            <Buttons shown={shown} />
          </>
        )}
      </CommandForm>
      {draft === null ? null : (
        <p class="mt2">
          <CommandButton
            frame={frame}
            id="discard"
            action={`/drafts/${draft.draftId}/discard`}
            label={say(language, 'discard')}
            kind="danger"
          />
        </p>
      )}
    </div>
  );
};

/** Writing a topic or a practice: themes and likenesses beside it, a draft first, then sent. */
export const DraftPage = (shown: DraftShown): JSX.Element => {
  const { frame, kind, draft, requests, suggestions } = shown;
  const { language } = frame;
  const call = callOf(shown);
  const deadline = call === null ? '' : formatDeadline(call.closesForNew.instant, language);
  const title =
    draft === null
      ? say(language, kind === 'topic' ? 'newTopicTitle' : 'newPracticeTitle')
      : say(language, 'draftTitle', { title: draft.content.title });
  const [request] = requests;
  const isOpen = requests.length > 0;
  return (
    <Layout
      frame={frame}
      title={title}
      {...(request === undefined ? {} : { crumbs: <q lang="en">{request.text}</q> })}
      standfirst={isOpen ? say(language, draft === null ? 'newStandfirst' : 'draftStandfirst', { deadline }) : say(language, 'nothingOpen')}
    >
      {draft === null ? null : (
        <p class="small soft">{bindFrench(say(language, 'savedAt', { date: formatMoment(draft.savedAt, language) }))}</p>
      )}
      {isOpen ? (
        <div class="with-aside">
          <Form shown={shown} />
          <SuggestionsAside frame={frame} suggestions={suggestions} />
        </div>
      ) : null}
    </Layout>
  );
};
