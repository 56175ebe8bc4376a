import {
  isWithinScope,
  type AccreditationScope,
  type GuidanceState,
  type PracticeState,
  type SessionState,
  type TopicState,
} from '../../../domain/src/index.ts';
import type { Caller } from '../contract.ts';

type Place = Partial<AccreditationScope>;

const placeOfContribution = (state: TopicState | PracticeState): Place =>
  state.milestone === 'none' ? {} : { themes: [state.themes.primaryTheme, ...state.themes.secondaryThemes] };

const placeOfSession = (state: SessionState): Place =>
  state.status === 'unplanned' ? {} : { sessions: [state.plan.sessionId], bodies: [state.plan.body] };

/** Where an object lies; what is not named here lies nowhere in particular, and no scope limits it. */
const places: Readonly<Record<string, (state: never) => Place>> = {
  topic: placeOfContribution,
  practice: placeOfContribution,
  session: placeOfSession,
  guidance: (state: GuidanceState) => (state.status === 'unknown' ? {} : { sessions: [state.request.sessionId] }),
};

export interface OutOfReach {
  readonly code: 'authorisation.out_of_scope';
  readonly role: string;
}

/** Why somebody whose role reaches only some bodies, sessions or themes may not act on an object; null when it lies within (row G1). */
export const reachRefusal = ({ scopes = [], role }: Caller, category: string, state: unknown): OutOfReach | null => {
  const place = places[category]?.(state as never) ?? {};
  return scopes.every((scope) => isWithinScope(scope, place)) ? null : { code: 'authorisation.out_of_scope', role };
};
