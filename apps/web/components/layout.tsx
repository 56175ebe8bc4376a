import type { ComponentChildren, JSX } from 'preact';
import type { RecordStanding } from '../../../libs/application/src/index.ts';
import { formatMoment, formatNumber, say, type Language } from '../format.ts';
import type { TextKey } from '../texts/interface.texts.ts';
import { roleNames } from '../texts/role-names.texts.ts';

export type Display = 'system' | 'light' | 'dark';

/** What every page is drawn with. */
export interface PageFrame {
  readonly language: Language;
  /** Path without its language: `/agendas/RIC-2015`, `/` for the first page. */
  readonly path: string;
  readonly display: Display;
  readonly standing: RecordStanding & { readonly now: string };
  readonly body: string | null;
  readonly styleSheet: string;
  readonly agendaId: string | null;
  /** Ledger size of the past state that is shown; null for the present. */
  readonly asOf: number | null;
  /** Who is signed in. */
  readonly who: { readonly role: string; readonly member: string | null } | null;
  readonly canSignIn: boolean;
}

const places = (agendaId: string | null): readonly (readonly [TextKey, string])[] => [
  ['home', '/'],
  ...(agendaId === null ? [] : ([['agenda', `/agendas/${agendaId}`]] as const)),
  ['requests', '/guidance-requests'],
  ['documents', '/documents'],
  ['members', '/members'],
];

/** Address of a page in a language; whoever looks back goes on looking back. */
export const href = ({ language, asOf }: Pick<PageFrame, 'language' | 'asOf'>, path: string): string => {
  const [place = '', fragment] = path.split('#');
  const past = asOf === null ? '' : `?asOf=${asOf}`;
  return `/${language}${place === '/' ? '' : place}${past}${fragment === undefined ? '' : `#${fragment}`}`;
};

const Mark = (): JSX.Element => (
  <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" stroke-width="2">
      <path d="M2 5h6c5 0 6 9 12 9M2 14h18M2 23h6c5 0 6-9 12-9" />
    </g>
    <circle cx="22.5" cy="14" r="4" fill="currentColor" />
  </svg>
);

/** The way in, or who came in. */
const Account = ({ language, who, canSignIn }: PageFrame): JSX.Element | null => {
  if (!canSignIn) return null;
  const present = { language, asOf: null };
  if (who === null) return <a href={href(present, '/sign-in')}>{say(language, 'signIn')}</a>;
  const role = roleNames[who.role]?.[language] ?? who.role;
  return <a href={href(present, '/account')}>{who.member === null ? role : `${role} · ${who.member}`}</a>;
};

const Masthead = (frame: PageFrame): JSX.Element => {
  const { language, path, body, agendaId, asOf } = frame;
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <header class="masthead">
      <div class="wrap">
        <div class="masthead-bar">
          <a class="brand" href={href({ language, asOf }, '/')}>
            <Mark />
            <span>Rapporteur</span>
          </a>
          {body === null ? null : <p class="masthead-of">{body}</p>}
          <nav class="masthead-tools" aria-label={say(language, 'toolsNav')}>
            <a href={href({ language: other, asOf }, path)} lang={other} hreflang={other}>
              {say(language, 'otherLanguage')}
            </a>
            <Account {...frame} />
          </nav>
        </div>
        <nav class="mainnav" aria-label={say(language, 'mainNav')}>
          <ul>
            {places(agendaId).map(([key, place]) => (
              <li>
                <a href={href({ language, asOf }, place)} aria-current={place === path ? 'page' : undefined}>
                  {say(language, key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};

const DisplayChoice = ({ language, path, display, asOf }: PageFrame): JSX.Element => {
  const choices: readonly (readonly [Display, TextKey])[] = [
    ['system', 'displaySystem'],
    ['light', 'displayLight'],
    ['dark', 'displayDark'],
  ];
  return (
    <form method="get" action={href({ language, asOf: null }, path)}>
      {asOf === null ? null : <input type="hidden" name="asOf" value={asOf} />}
      <fieldset class="show">
        <legend>{say(language, 'display')}</legend>
        {choices.map(([value, key]) => (
          <label>
            <input type="radio" name="display" value={value} id={`show-${value}`} checked={display === value} /> {say(language, key)}
          </label>
        ))}
        <button class="btn small" type="submit">
          {say(language, 'keep')}
        </button>
      </fieldset>
    </form>
  );
};

const Foot = (frame: PageFrame): JSX.Element => {
  const { language, standing } = frame;
  return (
    <footer class="foot">
      <div class="wrap">
        <p class="seal-line">
          {say(language, 'recordUpTo', { n: standing.n })}
          {standing.origin === null ? null : (
            <>
              {' · '}
              <code>{standing.origin}</code>
            </>
          )}
        </p>
        <nav aria-label={say(language, 'aboutNav')}>
          <ul>
            <li>
              <a href="/api/v1/openapi.json">{say(language, 'apiLink')}</a>
            </li>
            <li>
              <a href="/api/v1/record/standing">{say(language, 'standingLink')}</a>
            </li>
          </ul>
        </nav>
        <DisplayChoice {...frame} />
      </div>
    </footer>
  );
};

const Invented = ({ language, standing }: PageFrame): JSX.Element | null =>
  standing.inventedSamples === null ? null : (
    <p class="sample">
      <b>{say(language, 'samples')}</b> <span>{standing.inventedSamples.note[language]}</span>
    </p>
  );

/** Who looks back is told so on every page, with the way to the present. */
const LookingBack = ({ language, path, asOf, standing }: PageFrame): JSX.Element | null =>
  asOf === null ? null : (
    <p class="sample">
      <b>{say(language, 'past')}</b> <span>{say(language, 'pastNote', { n: asOf, moment: formatMoment(standing.now, language) })}</span>{' '}
      <a href={href({ language, asOf: null }, path)}>{say(language, 'backToPresent')}</a>
    </p>
  );

/** The moment, the entry and the place beside the title: every page says what it shows. */
const Docket = ({ language, standing }: PageFrame): JSX.Element => (
  <dl class="docket">
    <dt>{say(language, 'shownAt')}</dt>
    <dd>
      <time dateTime={standing.now}>{formatMoment(standing.now, language)}</time> {say(language, 'inBrussels')}
      {standing.clock?.mode === 'virtual' ? ` (${say(language, 'virtualClock')})` : ''}
    </dd>
    <dt>{say(language, 'upToEntry')}</dt>
    <dd>{formatNumber(standing.n, language)}</dd>
  </dl>
);

/** A whole page around its content. */
export const Layout = ({
  frame,
  title,
  standfirst,
  children,
}: {
  readonly frame: PageFrame;
  readonly title: string;
  readonly standfirst: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <html lang={frame.language} data-theme={frame.display === 'system' ? undefined : frame.display}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={frame.display === 'system' ? 'light dark' : frame.display} />
      <title>{`${title} · Rapporteur`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={frame.styleSheet} />
      <link rel="alternate" hreflang="en" href={href({ language: 'en', asOf: null }, frame.path)} />
      <link rel="alternate" hreflang="fr" href={href({ language: 'fr', asOf: null }, frame.path)} />
    </head>
    <body>
      <a class="skip" href="#main">
        {say(frame.language, 'skip')}
      </a>
      <Masthead {...frame} />
      <main id="main" tabIndex={-1}>
        <div class="wrap">
          <LookingBack {...frame} />
          <Invented {...frame} />
          <div class="title">
            <div>
              <h1>{title}</h1>
              <p class="standfirst">{standfirst}</p>
            </div>
            <Docket {...frame} />
          </div>
          {children}
        </div>
      </main>
      <Foot {...frame} />
    </body>
  </html>
);
