import type { JSX } from 'preact';
import type { MemberView, ProcedureView, ThemeSetView } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { fillIn, sayFrom } from '../../../format.ts';
import { linkTo, type Parameters } from '../address.ts';
import { deskTexts } from '../desk.texts.ts';
import { triageTexts } from '../triage.texts.ts';

const say = sayFrom(triageTexts);
const desk = sayFrom(deskTexts);

interface Listed {
  readonly value: string;
  readonly label: string;
}

const Pick = ({
  name,
  label,
  all,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string;
  readonly options: readonly Listed[];
}): JSX.Element => (
  <div class="field">
    <label for={`filter-${name}`}>{label}</label>
    <select class="select" id={`filter-${name}`} name={name}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** What the lists of the filter offer. */
export interface TriageLists {
  readonly themes: ThemeSetView | null;
  readonly members: readonly MemberView[];
  readonly procedure: ProcedureView | null;
}

/** The filter of the queue: the address holds it, so that it can be kept and sent on. */
export const TriageFilters = ({
  frame,
  parameters,
  lists,
}: {
  readonly frame: PageFrame;
  readonly parameters: Parameters;
  readonly lists: TriageLists;
}): JSX.Element => {
  const { language } = frame;
  const chosen = (name: string): string => parameters[name] ?? '';
  const pick = (name: string, label: string, options: readonly Listed[]) => (
    <Pick name={name} label={label} all={desk(language, 'all')} chosen={chosen(name)} options={options} />
  );
  const waiting = (lists.procedure?.stages ?? []).filter(({ milestone }) =>
    ['submitted', 'acknowledged', 'recommended'].includes(milestone),
  );
  const themes = (lists.themes?.themes ?? []).map(({ code, label }) => ({ value: code, label: fillIn(language, label) }));
  return (
    <form
      method="get"
      action={linkTo({ language, asOf: null }, '/triage')}
      class="filters dense"
      role="search"
      aria-label={desk(language, 'filter')}
    >
      {frame.asOf === null ? null : <input type="hidden" name="asOf" value={frame.asOf} />}
      {chosen('order') === '' ? null : <input type="hidden" name="order" value={chosen('order')} />}
      {pick('kind', say(language, 'kind'), [
        { value: 'topic', label: say(language, 'topics') },
        { value: 'practice', label: say(language, 'practices') },
      ])}
      {pick(
        'stage',
        say(language, 'state'),
        waiting.map(({ name, title }) => ({ value: name, label: fillIn(language, title) })),
      )}
      {pick('theme', say(language, 'theme'), themes)}
      {pick(
        'member',
        say(language, 'member'),
        lists.members.map(({ code, name }) => ({ value: code, label: name[language] })),
      )}
      {pick('language', say(language, 'language'), [
        { value: 'en', label: say(language, 'english') },
        { value: 'fr', label: say(language, 'french') },
      ])}
      <button class="btn" type="submit">
        {desk(language, 'apply')}
      </button>
    </form>
  );
};

/** Views that officers come back to. */
export const QuickViews = ({ frame, parameters }: { readonly frame: PageFrame; readonly parameters: Parameters }): JSX.Element => {
  const { language } = frame;
  const { overdue: _overdue, late: _late, ...others } = parameters;
  const views = [
    { label: say(language, 'everything'), change: {} },
    { label: say(language, 'onlyOverdue'), change: { overdue: 'true' } },
    { label: say(language, 'onlyLate'), change: { late: 'true' } },
  ];
  const isCurrent = (change: Parameters): boolean =>
    (parameters['overdue'] ?? '') === (change['overdue'] ?? '') && (parameters['late'] ?? '') === (change['late'] ?? '');
  return (
    <nav class="tabs" aria-label={desk(language, 'filter')}>
      <ul>
        {views.map(({ label, change }) => (
          <li>
            <a href={linkTo(frame, '/triage', { ...others, ...change })} aria-current={isCurrent(change) ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
