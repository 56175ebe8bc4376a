import type { JSX } from 'preact';
import { formatMoment, say } from '../format.ts';
import { href, type PageFrame } from './frame.ts';

/** Who looks back is told so on every page, with a step to either side and the way to the present. */
export const LookingBack = ({ language, path, asOf, standing }: PageFrame): JSX.Element | null =>
  asOf === null ? null : (
    <aside class="asof" aria-label={say(language, 'past')}>
      <div class="wrap">
        <strong>{say(language, 'pastTitle', { moment: formatMoment(standing.now, language) })}</strong>
        <p>{say(language, 'pastNote', { n: asOf })}</p>
        <div class="row">
          {asOf > 1 ? (
            <a href={href({ language, asOf: asOf - 1 }, path)} rel="prev">
              {say(language, 'entryBefore')}
            </a>
          ) : null}
          <a href={href({ language, asOf: asOf + 1 }, path)} rel="next">
            {say(language, 'entryAfter')}
          </a>
          <a href={href({ language, asOf: null }, path)}>{say(language, 'backToPresent')}</a>
        </div>
      </div>
    </aside>
  );
