import type { JSX } from 'preact';
import type { PageFrame } from '../../../components/frame.ts';
import { formatMoment, sayFrom } from '../../../format.ts';
import { deskTexts } from '../desk.texts.ts';

const say = sayFrom(deskTexts);

/** Why a form came back: all causes at once, each with the way to its field, and what others changed in between. */
export const Refusal = ({ frame, command }: { readonly frame: PageFrame; readonly command: string }): JSX.Element | null => {
  const {
    language,
    form: { refused },
  } = frame;
  if (refused?.of !== command) return null;
  return (
    <div class="notice stop" role="alert" tabIndex={-1} data-focus>
      <h2>{say(language, 'notDone')}</h2>
      <ul class="small">
        {refused.problems.map(({ field, text }) => (
          <li>{field === null ? text[language] : <a href={`#${command}-${field.replaceAll('.', '-')}`}>{text[language]}</a>}</li>
        ))}
      </ul>
      {refused.changes.length === 0 ? null : (
        <>
          <p class="small">{say(language, 'changedSince')}</p>
          <ul class="small">
            {refused.changes.map(({ type, at }) => (
              <li>{`${type}, ${formatMoment(at, language)}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
