import type { ContributionRejection } from '../contribution/index.ts';

export type PracticeRejection =
  | ContributionRejection
  /** Four eyes: who classified does not decide. */
  | { readonly code: 'practice.classifier_cannot_decide' }
  | { readonly code: 'practice.not_accepted' };
