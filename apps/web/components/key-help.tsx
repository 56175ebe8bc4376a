import type { JSX } from 'preact';
import { say } from '../format.ts';
import type { TextKey } from '../texts/interface.texts.ts';
import type { PageFrame } from './frame.ts';

const keys: readonly (readonly [string, TextKey])[] = [
  ['?', 'keyHelp'],
  ['J', 'keyNext'],
  ['K', 'keyBefore'],
  ['/', 'keySearch'],
];

/** The keys that pages know, shown when somebody asks for them; not there at all without a script. */
export const KeyHelp = ({ language }: PageFrame): JSX.Element => (
  <dialog id="key-help" aria-labelledby="key-help-title">
    <h2 id="key-help-title">{say(language, 'keys')}</h2>
    <dl class="facts mt">
      {keys.map(([key, text]) => (
        <>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(language, text)}</dd>
        </>
      ))}
    </dl>
    <form method="dialog" class="mt">
      <button class="btn" type="submit">
        {say(language, 'close')}
      </button>
    </form>
  </dialog>
);
