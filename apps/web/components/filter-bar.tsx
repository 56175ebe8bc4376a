import type { ComponentChildren, JSX } from 'preact';
import { formatNumber, say } from '../format.ts';
import { href, hrefWith, type PageFrame } from './frame.ts';
import type { Choice } from './fields.tsx';

/** What a list may be narrowed by; each is a parameter of the address. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What stands for no choice. */
  readonly all: string;
}

interface FilterBarProps {
  readonly frame: PageFrame;
  readonly label: string;
  /** Label of a field for words, under the parameter `q`. */
  readonly words?: string;
  readonly filters: readonly Filter[];
  readonly isDense?: boolean;
  readonly children?: ComponentChildren;
}

const FilterField = ({ frame, filter }: { readonly frame: PageFrame; readonly filter: Filter }): JSX.Element => (
  <div class="field">
    <label for={`filter-${filter.name}`}>{filter.label}</label>
    <select class="select" id={`filter-${filter.name}`} name={filter.name}>
      <option value="">{filter.all}</option>
      {filter.choices.map(({ value, label }) => (
        <option value={value} selected={frame.asked[filter.name] === value}>
          {label}
        </option>
      ))}
    </select>
  </div>
);

/** Narrows a list by its address, so that the view can be kept and sent on. */
export const FilterBar = ({ frame, label, words, filters, isDense = false, children }: FilterBarProps): JSX.Element => (
  <form
    method="get"
    action={href({ language: frame.language, asOf: null }, frame.path)}
    class={isDense ? 'filters dense' : 'filters'}
    role="search"
    aria-label={label}
  >
    {frame.asOf === null ? null : <input type="hidden" name="asOf" value={frame.asOf} />}
    {words === undefined ? null : (
      <div class="field grow">
        <label for="filter-q">{words}</label>
        <input class="input" id="filter-q" name="q" type="search" value={frame.asked['q'] ?? ''} data-key="/" />
      </div>
    )}
    {filters.map((filter) => (
      <FilterField frame={frame} filter={filter} />
    ))}
    {children}
    <button class="btn" type="submit">
      {say(frame.language, 'apply')}
    </button>
  </form>
);

/** How many there are, and the way to the next page of them. */
export const Pager = ({
  frame,
  shown,
  total,
  next,
}: {
  readonly frame: PageFrame;
  readonly shown: number;
  readonly total: number;
  readonly next: string | null;
}): JSX.Element => (
  <nav class="row between mt" aria-label={say(frame.language, 'pager')}>
    <span class="small">{say(frame.language, 'shownOf', { shown, total: formatNumber(total, frame.language) })}</span>
    <span class="row">
      {frame.asked['cursor'] === undefined ? null : <a href={hrefWith(frame, {})}>{say(frame.language, 'firstPage')}</a>}
      {next === null ? null : (
        <a class="btn" rel="next" href={hrefWith(frame, { cursor: next })}>
          {say(frame.language, 'nextPage')}
        </a>
      )}
    </span>
  </nav>
);

/** Views of one thing beside each other; each is an address. */
export const Tabs = ({
  frame,
  label,
  tabs,
}: {
  readonly frame: PageFrame;
  readonly label: string;
  readonly tabs: readonly { readonly label: string; readonly path: string; readonly isHere: boolean }[];
}): JSX.Element => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={href(frame, tab.path)} aria-current={tab.isHere ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
