import { accept, reject, repeated, same, type Decider } from '../kernel/index.ts';
import type { ThemeSetCommand, ThemeSetEvent, ThemeSetPublication, ThemeSetRejection } from './theme-set.events.ts';

/** The version in force, or null before the first. */
export interface ThemeSetState {
  readonly inForce: ThemeSetPublication | null;
}

const check = ({ version, themes }: ThemeSetPublication, expected: number): ThemeSetRejection | null => {
  if (version !== expected) return { code: 'themes.version_gap', expected, found: version };
  if (!themes.some(({ kind }) => kind === 'priority')) return { code: 'themes.no_priority' };
  const twice = repeated(themes.map(({ code }) => code));
  return twice.length === 0 ? null : { code: 'themes.code_repeated', codes: twice };
};

export const themeSetDecider: Decider<ThemeSetState, ThemeSetCommand, ThemeSetEvent, ThemeSetRejection> = {
  category: 'themeSet',
  initialState: { inForce: null },
  evolve: (_state, { data }) => ({ inForce: data }),
  decide: ({ data }, { inForce }) => {
    if (inForce !== null && same(inForce, data)) return accept();
    const wrong = check(data, (inForce?.version ?? 0) + 1);
    return wrong === null ? accept({ type: 'ThemeSetPublished', data }) : reject(wrong);
  },
};
