export type * from './member.events.ts';
export type * from './member.commands.ts';
export { isPlainName, nameSkeleton } from './member-names.ts';
export { memberDecider } from './member.decide.ts';
export { accessionOf, type CommunityTime, type FromDay, type MemberState } from './member.state.ts';
