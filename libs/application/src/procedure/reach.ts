import {
  guidanceDecider,
  isWithinScope,
  practiceDecider,
  sessionDecider,
  topicDecider,
  type AccreditationScope,
  type PracticeState,
  type TopicState,
} from '../../../domain/src/index.ts';
import { fold, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Caller } from '../contract.ts';
import { upcasters } from '../upcasters.ts';

type Place = Partial<AccreditationScope>;
type Events = readonly RecordedEvent[];

const placeOfContribution = (state: TopicState | PracticeState): Place =>
  state.milestone === 'none' ? {} : { themes: [state.themes.primaryTheme, ...state.themes.secondaryThemes] };

const placeOfSession = (events: Events): Place => {
  const state = fold(sessionDecider, events, upcasters);
  return state.status === 'unplanned' ? {} : { sessions: [state.plan.sessionId], bodies: [state.plan.body] };
};

const placeOfGuidance = (events: Events): Place => {
  const state = fold(guidanceDecider, events, upcasters);
  return state.status === 'unknown' ? {} : { sessions: [state.request.sessionId] };
};

/** Where an object lies, from its own events; what is not named here lies nowhere in particular, and no scope limits it. */
const places: Readonly<Record<string, (events: Events) => Place>> = {
  topic: (events) => placeOfContribution(fold(topicDecider, events, upcasters)),
  practice: (events) => placeOfContribution(fold(practiceDecider, events, upcasters)),
  session: placeOfSession,
  guidance: placeOfGuidance,
};

export interface OutOfReach {
  readonly code: 'authorisation.out_of_scope';
  readonly role: string;
}

/** Why somebody whose role reaches only some bodies, sessions or themes may not act on an object; null when it lies within (row G1). */
export const reachRefusal = ({ scopes = [], role }: Caller, category: string, events: Events): OutOfReach | null => {
  if (scopes.length === 0) return null;
  const place = places[category]?.(events) ?? {};
  return scopes.every((scope) => isWithinScope(scope, place)) ? null : { code: 'authorisation.out_of_scope', role };
};
