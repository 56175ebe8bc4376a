export type * from './conference.events.ts';
export type * from './conference.commands.ts';
export type * from './conference.rejections.ts';
export type { ConferenceState, ConferenceStatus, Participant } from './conference.state.ts';
export { conferenceDecider } from './conference.decide.ts';
