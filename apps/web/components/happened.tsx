import type { JSX } from 'preact';
import { formatNumber, say } from '../format.ts';
import { eventNames } from '../texts/event-names.texts.ts';
import type { PageFrame } from './frame.ts';

/** What the reader has just done, once: what was recorded and under which entry. */
export const HappenedNotice = ({ language, happened }: PageFrame): JSX.Element | null => {
  if (happened === null) return null;
  const names = happened.types.map((type) => eventNames[type]?.[language]).filter((name) => name !== undefined);
  const what = names.length === 0 ? say(language, happened.types.length === 0 ? 'nothingNew' : 'recorded') : names.join(', ');
  return (
    <div class="notice good" role="status" tabIndex={-1} data-focus>
      <h2>{what}</h2>
      {happened.entry === null ? null : (
        <p class="small">{say(language, 'recordedAs', { entry: formatNumber(happened.entry, language) })}</p>
      )}
    </div>
  );
};
