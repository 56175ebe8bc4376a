import type { ComponentChildren, JSX } from 'preact';
import { formatMoment, formatNumber, say } from '../format.ts';
import type { Display } from '../request.ts';
import { href, type PageFrame } from './frame.ts';
import { HappenedNotice } from './happened.tsx';
import { KeyHelp } from './key-help.tsx';
import { placesFor } from './navigation.ts';
import { LookingBack } from './looking-back.tsx';
import type { TextKey } from '../texts/interface.texts.ts';
import { roleNames } from '../texts/role-names.texts.ts';

export { href, type PageFrame } from './frame.ts';

const Mark = (): JSX.Element => (
  <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" stroke-width="2">
      <path d="M2 5h6c5 0 6 9 12 9M2 14h18M2 23h6c5 0 6-9 12-9" />
    </g>
    <circle cx="22.5" cy="14" r="4" fill="currentColor" />
  </svg>
);

/** The way in, or who came in. */
const Account = ({ language, who, canSignIn, copy }: PageFrame): JSX.Element | null => {
  if (!canSignIn || copy !== null) return null;
  const present = { language, asOf: null };
  if (who === null) return <a href={href(present, '/sign-in')}>{say(language, 'signIn')}</a>;
  const role = roleNames[who.role]?.[language] ?? who.role;
  return <a href={href(present, '/account')}>{who.member === null ? role : `${role} · ${who.memberName?.[language] ?? who.member}`}</a>;
};

const Masthead = (frame: PageFrame): JSX.Element => {
  const { language, path, body, asOf } = frame;
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
            {placesFor(frame).map(({ name, place }) => (
              <li>
                <a href={href({ language, asOf }, place)} aria-current={place === path ? 'page' : undefined}>
                  {name[language]}
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

/** Where programs ask; in a copy, how it is checked. */
const About = ({ language, copy }: PageFrame): JSX.Element => {
  const places: readonly (readonly [string, TextKey])[] =
    copy === null
      ? [
          ['/api/v1/openapi.json', 'apiLink'],
          ['/api/v1/record/standing', 'standingLink'],
        ]
      : [[href({ language, asOf: null }, '/copy'), 'copyLink']];
  return (
    <nav aria-label={say(language, 'aboutNav')}>
      <ul>
        {places.map(([place, name]) => (
          <li>
            <a href={place}>{say(language, name)}</a>
          </li>
        ))}
      </ul>
    </nav>
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
        <About {...frame} />
        {frame.copy === null ? <DisplayChoice {...frame} /> : null}
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

interface LayoutProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** Above the title: what it is part of. */
  readonly crumbs?: ComponentChildren;
  readonly standfirst: ComponentChildren;
  /** `dense` for the Secretariat's work: rows instead of margins. */
  readonly density?: 'wide' | 'dense';
  readonly children: ComponentChildren;
}

/** A copy asks nobody for anything: what lies beside its pages is read, nothing runs, nothing is sent. */
const copyPolicy = "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; form-action 'none'; base-uri 'none'";

const Head = ({ frame, title }: LayoutProps): JSX.Element => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content={frame.display === 'system' ? 'light dark' : frame.display} />
    {frame.copy === null ? null : <meta http-equiv="Content-Security-Policy" content={copyPolicy} />}
    <meta name="htmx-config" content={'{"includeIndicatorStyles":false,"allowEval":false,"historyEnabled":false}'} />
    <title>{`${title} · Rapporteur`}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href={frame.styleSheet} />
    <link rel="alternate" hreflang="en" href={href({ language: 'en', asOf: null }, frame.path)} />
    <link rel="alternate" hreflang="fr" href={href({ language: 'fr', asOf: null }, frame.path)} />
    {frame.scripts.map((script) => (
      <script src={script} defer />
    ))}
  </head>
);

/** A whole page around its content. */
export const Layout = (props: LayoutProps): JSX.Element => {
  const { frame, title, crumbs, standfirst, density, children } = props;
  const kinds = [...(density === undefined ? [] : [density]), ...(frame.asOf === null ? [] : ['is-asof'])].join(' ');
  return (
    <html lang={frame.language} data-theme={frame.display === 'system' ? undefined : frame.display}>
      <Head {...props} />
      <body class={kinds === '' ? undefined : kinds}>
        <a class="skip" href="#main">
          {say(frame.language, 'skip')}
        </a>
        <LookingBack {...frame} />
        <Masthead {...frame} />
        <main id="main" tabIndex={-1}>
          <div class="wrap">
            <Invented {...frame} />
            <HappenedNotice {...frame} />
            <div class="title">
              <div>
                {crumbs === undefined ? null : <p class="crumbs">{crumbs}</p>}
                <h1>{title}</h1>
                <p class="standfirst">{standfirst}</p>
              </div>
              <Docket {...frame} />
            </div>
            {children}
          </div>
        </main>
        <Foot {...frame} />
        <KeyHelp {...frame} />
      </body>
    </html>
  );
};
