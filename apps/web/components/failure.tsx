import type { JSX } from 'preact';
import { href, Layout, type PageFrame } from './layout.tsx';
import { say, type Language } from '../format.ts';

/** What a reader sees when there is nothing to see. */
export const NotFoundPage = ({ frame }: { readonly frame: PageFrame }): JSX.Element => (
  <Layout frame={frame} title={say(frame.language, 'notFoundTitle')} standfirst={say(frame.language, 'notFoundText')}>
    <p class="row mt2">
      <a class="btn primary" href={href(frame, '/')}>
        {say(frame.language, 'backHome')}
      </a>
    </p>
  </Layout>
);

/** What a reader sees who asked for a state that cannot be shown. */
export const NotShownPage = ({ frame, reason }: { readonly frame: PageFrame; readonly reason: string }): JSX.Element => (
  <Layout frame={frame} title={say(frame.language, 'notShownTitle')} standfirst={reason}>
    <p class="row mt2">
      <a class="btn primary" href={href({ language: frame.language, asOf: null }, frame.path)}>
        {say(frame.language, 'backToPresent')}
      </a>
    </p>
  </Layout>
);

/** What somebody sees who opens a page that is made for others. */
export const NotForYouPage = ({ frame }: { readonly frame: PageFrame }): JSX.Element => (
  <Layout frame={frame} title={say(frame.language, 'notForYouTitle')} standfirst={say(frame.language, 'notForYouText')}>
    <p class="row mt2">
      <a class="btn primary" href={href(frame, '/')}>
        {say(frame.language, 'backHome')}
      </a>
      <a class="btn" href={href({ language: frame.language, asOf: null }, '/account')}>
        {say(frame.language, 'actingAs')}
      </a>
    </p>
  </Layout>
);

/** Fields that no reader typed. */
const carried: readonly string[] = ['mark', 'key', 'form', 'expected'];

/** What somebody sees whose session ended before a form was sent: nothing of what was typed is lost. */
export const SessionEndedPage = ({
  frame,
  typed,
}: {
  readonly frame: PageFrame;
  readonly typed: Readonly<Record<string, string>>;
}): JSX.Element => (
  <Layout frame={frame} title={say(frame.language, 'sessionEndedTitle')} standfirst={say(frame.language, 'sessionEndedText')}>
    <dl class="facts mt2">
      {Object.entries(typed)
        .filter(([name, value]) => !carried.includes(name) && value !== '')
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd class="body-text" dir="auto">
              {value}
            </dd>
          </>
        ))}
    </dl>
    <p class="row mt2">
      <a class="btn primary" href={href({ language: frame.language, asOf: null }, '/sign-in')}>
        {say(frame.language, 'signIn')}
      </a>
    </p>
  </Layout>
);

/** What a reader sees when the service itself fails: it asks nothing of the record, so it can always be drawn. */
export const UnavailablePage = ({ language, styleSheet }: { readonly language: Language; readonly styleSheet: string }): JSX.Element => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${say(language, 'unavailableTitle')} · Rapporteur`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={styleSheet} />
    </head>
    <body>
      <main id="main">
        <div class="wrap">
          <h1>{say(language, 'unavailableTitle')}</h1>
          <p class="standfirst">{say(language, 'unavailableText')}</p>
          <p class="row mt2">
            <a class="btn primary" href={href({ language, asOf: null }, '/')}>
              {say(language, 'backHome')}
            </a>
          </p>
        </div>
      </main>
    </body>
  </html>
);
