import type { JSX } from 'preact';
import type { ContributionDossier } from '../../../../libs/application/src/index.ts';
import { CommandButton, CommandForm } from '../../components/command-form.tsx';
import { Actions, Select, TextArea, type Choice } from '../../components/fields.tsx';
import type { PageFrame } from '../../components/frame.ts';
import { Section } from '../../components/section.tsx';
import type { FormView } from '../../forms/form-state.ts';
import type { Language } from '../../format.ts';
import { ContentForm, type ContentChoices } from './content-form.tsx';
import { say, type DelegateText } from './say.ts';

/** What the reader could do with a contribution now. */
export interface Acts {
  readonly answer: boolean;
  readonly confirm: boolean;
  readonly correct: boolean;
  readonly amend: boolean;
  readonly withdraw: boolean;
  readonly join: boolean;
  readonly leave: boolean;
  /** The proposal to merge that waits for the reader's Member; null when none does. */
  readonly mergeId: string | null;
  readonly withdrawReasons: readonly Choice[];
  readonly apartReasons: readonly Choice[];
}

interface ActsProps {
  readonly frame: PageFrame;
  readonly file: ContributionDossier;
  readonly acts: Acts;
  readonly choices: ContentChoices;
}

const Languages = ({ language, form }: { readonly language: Language; readonly form: FormView }): JSX.Element => (
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
);

const Reasoned = ({
  language,
  form,
  reasons,
}: {
  readonly language: Language;
  readonly form: FormView;
  readonly reasons: readonly Choice[];
}): JSX.Element => (
  <>
    <Select language={language} form={form} name="reason" label={say(language, 'reason')} choices={reasons} />
    <Languages language={language} form={form} />
    <TextArea language={language} form={form} name="text" label={say(language, 'reasonText')} max={4_000} rows={3} />
  </>
);

const pathOf = ({ file }: ActsProps, act: string): string => `/contributions/${file.contributionId}/${act}`;

const Answer = (props: ActsProps): JSX.Element => {
  const { frame, file } = props;
  const { language } = frame;
  return (
    <Section id="answer" title={say(language, 'answerTitle')} note={say(language, 'answerNote')}>
      <CommandForm frame={frame} id="answer-form" action={pathOf(props, 'answer')} expected={file.revision}>
        {(form) => (
          <>
            <Languages language={language} form={form} />
            <TextArea language={language} form={form} name="text" label={say(language, 'answerLabel')} max={4_000} />
            <Actions label={say(language, 'answerSend')} />
          </>
        )}
      </CommandForm>
    </Section>
  );
};

const Confirm = (props: ActsProps): JSX.Element => {
  const { frame, file } = props;
  const { language } = frame;
  return (
    <Section id="confirm" title={say(language, 'confirmTitle')} note={say(language, 'confirmNote')}>
      <CommandButton
        frame={frame}
        id="confirm-form"
        action={pathOf(props, 'confirm')}
        expected={file.revision}
        label={say(language, 'confirmSend')}
        kind="primary"
      />
    </Section>
  );
};

const Consent = (props: ActsProps & { readonly mergeId: string }): JSX.Element => {
  const { frame, acts, mergeId } = props;
  const { language } = frame;
  return (
    <Section id="consent" title={say(language, 'mergeTitle')} note={say(language, 'mergeNote')}>
      <CommandButton
        frame={frame}
        id="consent-form"
        action={pathOf(props, 'consent')}
        hidden={{ mergeId }}
        label={say(language, 'mergeAgree')}
        kind="primary"
      />
      <details open={frame.form.refused?.of === 'refuse-form'}>
        <summary>{say(language, 'mergeRefuse')}</summary>
        <CommandForm frame={frame} id="refuse-form" action={pathOf(props, 'refuse')}>
          {(form) => (
            <>
              <input type="hidden" name="mergeId" value={mergeId} />
              <Reasoned language={language} form={form} reasons={acts.apartReasons} />
              <Actions label={say(language, 'mergeRefuse')} />
            </>
          )}
        </CommandForm>
      </details>
    </Section>
  );
};

/** What waits for the reader's Member, first of all. */
export const AskedActs = (props: ActsProps): JSX.Element => {
  const { acts } = props;
  return (
    <>
      {acts.answer ? <Answer {...props} /> : null}
      {acts.confirm ? <Confirm {...props} /> : null}
      {acts.mergeId === null ? null : <Consent {...props} mergeId={acts.mergeId} />}
    </>
  );
};

const Folded = ({
  frame,
  id,
  title,
  children,
}: {
  readonly frame: PageFrame;
  readonly id: string;
  readonly title: DelegateText;
  readonly children: JSX.Element;
}): JSX.Element => (
  <details open={frame.form.refused?.of === id}>
    <summary>{say(frame.language, title)}</summary>
    {children}
  </details>
);

const Amend = (props: ActsProps): JSX.Element => {
  const { frame, file, choices } = props;
  const { language } = frame;
  return (
    <Folded frame={frame} id="amend-form" title={'amendTitle'}>
      <>
        <p class="hint">{say(language, 'amendNote')}</p>
        <CommandForm frame={frame} id="amend-form" action={pathOf(props, 'amend')} expected={file.revision}>
          {(form) => (
            <>
              <ContentForm language={language} form={form} kind={file.kind} begin={file.content} choices={choices} />
              <Actions label={say(language, 'amendSend')} />
            </>
          )}
        </CommandForm>
      </>
    </Folded>
  );
};

const Withdraw = (props: ActsProps): JSX.Element => {
  const { frame, file, acts } = props;
  const { language } = frame;
  return (
    <Folded frame={frame} id="withdraw-form" title={'withdrawTitle'}>
      <CommandForm frame={frame} id="withdraw-form" action={pathOf(props, 'withdraw')} expected={file.revision}>
        {(form) => (
          <>
            <Reasoned language={language} form={form} reasons={acts.withdrawReasons} />
            <Actions label={say(language, 'withdrawSend')} />
          </>
        )}
      </CommandForm>
    </Folded>
  );
};

/** What the reader's Member may do besides. What it may not is not there. */
export const OwnActs = (props: ActsProps): JSX.Element | null => {
  const { frame, file, acts } = props;
  const { language } = frame;
  const { join, leave, amend, correct, withdraw } = acts;
  if (![join, leave, amend, correct, withdraw].includes(true)) return null;
  const common = { frame, expected: file.revision };
  return (
    <Section id="acts" title={say(language, join ? 'joinTitle' : 'amendTitle')} {...(join ? { note: say(language, 'joinNote') } : {})}>
      {join ? <CommandButton {...common} id="join-form" action={pathOf(props, 'join')} label={say(language, 'joinSend')} /> : null}
      {amend || correct ? <Amend {...props} /> : null}
      {withdraw ? <Withdraw {...props} /> : null}
      {leave ? (
        <CommandButton {...common} id="leave-form" action={pathOf(props, 'leave')} label={say(language, 'leaveSend')} kind="danger" />
      ) : null}
    </Section>
  );
};
