import type { JSX } from 'preact';
import type { OwnAccount, QueryAnswer, SessionView } from '../../../../libs/application/src/index.ts';
import { Field, MarkedForm, Notice, Submit } from '../../components/form.tsx';
import { Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatMoment, say } from '../../format.ts';
import { roleNames } from '../../texts/role-names.texts.ts';
import type { Asked } from './entrance.page.tsx';

/** What the page of somebody's own account shows. */
export interface AccountShown extends Asked {
  readonly account: OwnAccount;
  readonly sessions: readonly SessionView[];
  readonly actingAs: string;
  readonly tokens: QueryAnswer<'accessTokens'>;
  /** A token that was made just now: shown this once. */
  readonly made: string | null;
  /** A second factor to enrol, while there is none. */
  readonly proposed: { readonly secret: string; readonly uri: string; readonly sealedSeed: string } | null;
}

type Drawn = AccountShown & Pick<PageFrame, 'language'>;

const Rights = ({ frame, language, mark, account, actingAs }: Drawn): JSX.Element => (
  <Section id="rights" title={say(language, 'actingAs')}>
    <ul class="entries plain">
      {account.grants.map(({ accreditationId, role, member }) => (
        <li>
          <p>
            {roleNames[role]?.[language] ?? role}
            {member === null ? '' : ` · ${member}`}
          </p>
          {accreditationId === actingAs ? (
            <p class="small">{say(language, 'thisOne')}</p>
          ) : (
            <MarkedForm frame={frame} action="/account/act-as" mark={mark}>
              <input type="hidden" name="accreditationId" value={accreditationId} />
              <Submit label={say(language, 'actAs')} isMain={false} />
            </MarkedForm>
          )}
        </li>
      ))}
    </ul>
  </Section>
);

const SessionList = ({ frame, language, mark, sessions }: Drawn): JSX.Element => (
  <Section id="sessions" title={say(language, 'sessions')}>
    <ul class="entries plain">
      {sessions.map(({ sessionId, startedAt, seenAt, device, isThis }) => (
        <li>
          <p class="when">
            {say(language, 'sessionTimes', { from: formatMoment(startedAt, language), seen: formatMoment(seenAt, language) })}
            {isThis ? ` · ${say(language, 'thisOne')}` : ''}
          </p>
          <p class="small">{device}</p>
          <MarkedForm frame={frame} action="/account/sessions/end" mark={mark}>
            <input type="hidden" name="sessionId" value={sessionId} />
            <Submit label={say(language, isThis ? 'signOut' : 'endSession')} isMain={false} />
          </MarkedForm>
        </li>
      ))}
    </ul>
  </Section>
);

const Password = ({ frame, language, mark }: Drawn): JSX.Element => (
  <Section id="password-change" title={say(language, 'changePassword')}>
    <MarkedForm frame={frame} action="/account/password" mark={mark}>
      <Field name="currentPassword" label={say(language, 'currentPassword')} type="password" autocomplete="current-password" />
      <Field
        name="password"
        label={say(language, 'newPassword')}
        type="password"
        autocomplete="new-password"
        hint={say(language, 'passwordHint')}
      />
      <Submit label={say(language, 'changePassword')} isMain={false} />
    </MarkedForm>
  </Section>
);

const SecondFactor = ({ frame, language, mark, proposed }: Drawn): JSX.Element => (
  <Section id="second-factor" title={say(language, 'secondFactor')}>
    <p>{say(language, proposed === null ? 'secondFactorThere' : 'secondFactorNone')}</p>
    {proposed === null ? null : (
      <p>
        <a href={proposed.uri}>{say(language, 'openAuthenticator')}</a>
        {' · '}
        <code>{proposed.secret}</code>
      </p>
    )}
    <MarkedForm frame={frame} action={proposed === null ? '/account/second-factor/remove' : '/account/second-factor'} mark={mark}>
      {proposed === null ? null : <input type="hidden" name="sealedSeed" value={proposed.sealedSeed} />}
      <Field name="code" label={say(language, 'code')} autocomplete="one-time-code" />
      <Submit label={say(language, proposed === null ? 'removeSecondFactor' : 'addSecondFactor')} isMain={false} />
    </MarkedForm>
  </Section>
);

const Tokens = ({ frame, language, mark, tokens, made }: Drawn): JSX.Element => (
  <Section id="tokens" title={say(language, 'tokens')}>
    {made === null ? null : (
      <div class="notice" role="status">
        <p>{say(language, 'tokenShownOnce')}</p>
        <p>
          <code>{made}</code>
        </p>
      </div>
    )}
    <ul class="entries plain">
      {tokens.map(({ credentialId, label, expiresAt, commands }) => (
        <li>
          <p>{label}</p>
          <p class="when">{expiresAt === null ? '' : say(language, 'expires', { at: formatMoment(expiresAt, language) })}</p>
          <p class="small">{commands === null ? say(language, 'tokenAsks') : commands.join(', ')}</p>
          <MarkedForm frame={frame} action="/account/tokens/revoke" mark={mark}>
            <input type="hidden" name="credentialId" value={credentialId} />
            <Submit label={say(language, 'revokeToken')} isMain={false} />
          </MarkedForm>
        </li>
      ))}
    </ul>
    <MarkedForm frame={frame} action="/account/tokens" mark={mark}>
      <Field name="label" label={say(language, 'tokenLabel')} autocomplete="off" />
      <Field name="days" label={say(language, 'tokenDays')} autocomplete="off" value="90" />
      <Field
        name="commands"
        label={say(language, 'tokenCommands')}
        autocomplete="off"
        hint={say(language, 'tokenCommandsHint')}
        isOptional
      />
      <Submit label={say(language, 'makeToken')} isMain={false} />
    </MarkedForm>
  </Section>
);

/** Somebody's own account: what it may act as, where it is signed in, and how. */
export const AccountPage = (shown: AccountShown): JSX.Element => {
  const { frame, refusal, account } = shown;
  const drawn = { ...shown, language: frame.language };
  return (
    <Layout frame={frame} title={account.name} standfirst={account.email}>
      <Notice text={refusal} />
      <Rights {...drawn} />
      <SessionList {...drawn} />
      <Password {...drawn} />
      <SecondFactor {...drawn} />
      <Tokens {...drawn} />
    </Layout>
  );
};
