export type * from './account.events.ts';
export { accountDecider, isLinkValid, type AccountLink, type AccountState } from './account.decide.ts';
