export type * from './conference.events.ts';
export { conferenceDecider, type ConferenceState } from './conference.decide.ts';
