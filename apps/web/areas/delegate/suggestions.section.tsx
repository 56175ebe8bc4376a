import type { JSX } from 'preact';
import type { DraftLikeness, ThemeSuggestions } from '../../../../libs/application/src/index.ts';
import { href, type PageFrame } from '../../components/frame.ts';
import { LanguageTag } from '../../components/state.tsx';
import { formatDay } from '../../format.ts';
import { say } from './say.ts';

/** What a text that is being written is like, and speaks for. */
export interface Suggestions {
  readonly likeness: readonly DraftLikeness[];
  readonly themes: ThemeSuggestions | null;
}

/** More would be no help. */
const most = 5;

const Alike = ({ frame, found }: { readonly frame: PageFrame; readonly found: DraftLikeness }): JSX.Element => {
  const { language } = frame;
  const { contributionId, memberName, submittedAt, title, language: written } = found.contribution;
  const words = [...new Set(found.matches.flatMap(({ b }) => b.slice(0, 1)))].slice(0, 6);
  return (
    <li>
      <strong>{memberName[language]}</strong>
      {`, ${formatDay(submittedAt, language)} `}
      {written === language ? null : <LanguageTag language={written} />}
      <br />
      <a href={href(frame, `/contributions/${contributionId}`)} lang={written}>
        {title}
      </a>
      <p class="words">{say(language, 'inBoth', { words: words.join(', ') })}</p>
    </li>
  );
};

/** Beside the form: what may say the same, and the themes that the text speaks for. It follows what is typed. */
export const SuggestionsAside = ({ frame, suggestions }: { readonly frame: PageFrame; readonly suggestions: Suggestions }): JSX.Element => {
  const { language } = frame;
  const { likeness, themes } = suggestions;
  return (
    <aside class="side" id="suggestions" aria-label={say(language, 'whileWriting')} aria-live="polite">
      <section>
        <h2>{say(language, 'perhapsSame')}</h2>
        {likeness.length === 0 ? (
          <p class="small soft">{say(language, 'nothingSame')}</p>
        ) : (
          <>
            <p class="small soft">{say(language, 'perhapsSameNote')}</p>
            <ol class="dup-list">
              {likeness.slice(0, most).map((found) => (
                <Alike frame={frame} found={found} />
              ))}
            </ol>
          </>
        )}
      </section>
      <section>
        <h2>{say(language, 'themesOffered')}</h2>
        {themes === null || themes.themes.length === 0 ? (
          <p class="small soft">{say(language, 'themesNone')}</p>
        ) : (
          <ul class="theme-list">
            {themes.themes.slice(0, most).map(({ label, words }) => (
              <li>
                {label[language]}
                <small>{` ${words.slice(0, 4).join(', ')}`}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
};
