import type { JSX } from 'preact';
import { Field, MarkedForm, Notice, Submit } from '../../components/form.tsx';
import { href, Layout, type PageFrame } from '../../components/layout.tsx';
import { say } from '../../format.ts';

/** What every page at the entrance is drawn with. */
export interface Asked {
  readonly frame: PageFrame;
  readonly mark: string;
  /** Why the last attempt was refused. */
  readonly refusal: string | null;
}

const newPassword = 'new-password';
const newPasswordKey = 'newPassword' as const;

/** What the page for signing in is drawn with. */
export interface SignInAsked extends Asked {
  readonly email: string;
  /** Host of another service that says who somebody is; null where there is none. */
  readonly provider: string | null;
}

export const SignInPage = ({ frame, mark, refusal, email, provider }: SignInAsked): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} title={say(language, 'signIn')} standfirst={say(language, 'signInStandfirst')}>
      <div class="gate">
        <div>
          <Notice text={refusal} />
          <MarkedForm frame={frame} action="/sign-in" mark={mark}>
            <Field name="email" label={say(language, 'email')} type="email" autocomplete="username" value={email} />
            <Field name="password" label={say(language, 'password')} type="password" autocomplete="current-password" />
            <Submit label={say(language, 'signIn')} />
          </MarkedForm>
          {provider === null ? null : (
            <p>
              <a class="btn" href={href(frame, '/sign-in/provider')}>
                {say(language, 'signInThrough', { provider })}
              </a>
            </p>
          )}
        </div>
        <div class="side">
          <section>
            <h2>{say(language, 'readWithout')}</h2>
            <p class="small">{say(language, 'readWithoutText')}</p>
          </section>
          <section>
            <h2>{say(language, 'noAccount')}</h2>
            <p class="small">{say(language, 'noAccountText')}</p>
          </section>
          <section>
            <h2>{say(language, 'forgotten')}</h2>
            <p class="small">{say(language, 'forgottenText')}</p>
          </section>
        </div>
      </div>
    </Layout>
  );
};

export const CodePage = ({ frame, mark, refusal }: Asked): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} title={say(language, 'secondFactor')} standfirst={say(language, 'codeStandfirst')}>
      <Notice text={refusal} />
      <MarkedForm frame={frame} action="/sign-in/code" mark={mark}>
        <Field name="code" label={say(language, 'code')} autocomplete="one-time-code" />
        <Submit label={say(language, 'goOn')} />
      </MarkedForm>
    </Layout>
  );
};

export const JoinPage = ({ frame, mark, refusal, link }: Asked & { readonly link: string }): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} title={say(language, 'choosePassword')} standfirst={say(language, 'joinStandfirst')}>
      <Notice text={refusal} />
      <MarkedForm frame={frame} action={`/join/${link}`} mark={mark}>
        <Field
          name="password"
          label={say(language, newPasswordKey)}
          type="password"
          autocomplete={newPassword}
          hint={say(language, 'passwordHint')}
        />
        <Submit label={say(language, 'goOn')} />
      </MarkedForm>
    </Layout>
  );
};

export const SetUpPage = ({
  frame,
  mark,
  refusal,
  link,
  name,
  email,
}: Asked & { readonly link: string; readonly name: string; readonly email: string }): JSX.Element => {
  const { language } = frame;
  return (
    <Layout frame={frame} title={say(language, 'setUp')} standfirst={say(language, 'setUpStandfirst')}>
      <Notice text={refusal} />
      <MarkedForm frame={frame} action={`/set-up/${link}`} mark={mark}>
        <Field name="name" label={say(language, 'name')} autocomplete="name" value={name} />
        <Field name="email" label={say(language, 'email')} type="email" autocomplete="username" value={email} />
        <Field
          name="password"
          label={say(language, newPasswordKey)}
          type="password"
          autocomplete={newPassword}
          hint={say(language, 'passwordHint')}
        />
        <Submit label={say(language, 'setUp')} />
      </MarkedForm>
    </Layout>
  );
};
