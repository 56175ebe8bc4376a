import type { AccreditationId } from '../kernel/index.ts';
import type { ContributionRelease } from '../contribution/index.ts';
import type { PracticeEvent } from './practice.events.ts';

type Decided = Extract<PracticeEvent, { type: 'PracticeAccepted' | 'PracticeDeclined' }>['data'];

/** The stages of the straight path. */
export type PracticeStage = 'submitted' | 'acknowledged' | 'classified' | 'accepted' | 'declined';

export type PracticeState =
  | { readonly stage: 'none' }
  | {
      readonly stage: PracticeStage;
      readonly release: ContributionRelease;
      readonly themes: { readonly primaryTheme: string; readonly secondaryThemes: readonly string[] };
      readonly classifiedBy: AccreditationId | null;
      readonly decided: Decided | null;
    };

export const initialPractice: PracticeState = { stage: 'none' };

export const evolvePractice = (state: PracticeState, event: PracticeEvent): PracticeState => {
  if (event.type === 'PracticeSubmitted') {
    const { primaryTheme, secondaryThemes } = event.data.content;
    return { stage: 'submitted', release: event.data, themes: { primaryTheme, secondaryThemes }, classifiedBy: null, decided: null };
  }
  if (state.stage === 'none') return state;
  switch (event.type) {
    case 'PracticeAcknowledged':
      return { ...state, stage: 'acknowledged' };
    case 'PracticeClassified': {
      const { primaryTheme, secondaryThemes, classifiedBy } = event.data;
      return { ...state, stage: 'classified', themes: { primaryTheme, secondaryThemes }, classifiedBy };
    }
    case 'PracticeAccepted':
      return { ...state, stage: 'accepted', decided: event.data };
    case 'PracticeDeclined':
      return { ...state, stage: 'declined', decided: event.data };
  }
};
