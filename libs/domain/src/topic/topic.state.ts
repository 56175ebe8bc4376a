import type { ContributionRelease } from '../contribution/index.ts';
import type { TopicEvent } from './topic.events.ts';

type Recommended = Extract<TopicEvent, { type: 'TopicRecommended' }>['data'];
type Decided = Extract<TopicEvent, { type: 'TopicAccepted' | 'TopicDeclined' }>['data'];

/** The stages of the straight path. */
export type TopicStage = 'submitted' | 'acknowledged' | 'classified' | 'recommended' | 'accepted' | 'declined';

export type TopicState =
  | { readonly stage: 'none' }
  | {
      readonly stage: TopicStage;
      readonly release: ContributionRelease;
      readonly themes: { readonly primaryTheme: string; readonly secondaryThemes: readonly string[] };
      readonly recommended: Recommended | null;
      readonly decided: Decided | null;
    };

export const initialTopic: TopicState = { stage: 'none' };

export const evolveTopic = (state: TopicState, event: TopicEvent): TopicState => {
  if (event.type === 'TopicSubmitted') {
    const { primaryTheme, secondaryThemes } = event.data.content;
    return { stage: 'submitted', release: event.data, themes: { primaryTheme, secondaryThemes }, recommended: null, decided: null };
  }
  if (state.stage === 'none') return state;
  switch (event.type) {
    case 'TopicAcknowledged':
      return { ...state, stage: 'acknowledged' };
    case 'TopicClassified':
      return {
        ...state,
        stage: 'classified',
        themes: { primaryTheme: event.data.primaryTheme, secondaryThemes: event.data.secondaryThemes },
      };
    case 'TopicRecommended':
      return { ...state, stage: 'recommended', recommended: event.data };
    case 'TopicAccepted':
      return { ...state, stage: 'accepted', decided: event.data };
    case 'TopicDeclined':
      return { ...state, stage: 'declined', decided: event.data };
  }
};
