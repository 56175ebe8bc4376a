import type { AccreditationId } from '../kernel/index.ts';
import type { Contribution } from '../contribution/index.ts';

export interface Practice extends Contribution {
  readonly classifiedBy: AccreditationId | null;
}

export type PracticeState = { readonly milestone: 'none' } | Practice;
