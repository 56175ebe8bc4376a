export type * from './credential.events.ts';
export { credentialDecider, tokenStandingAt, type TokenStanding } from './credential.decide.ts';
export type { CredentialState } from './credential.state.ts';
export { standingLink } from './calendar-link.decide.ts';
