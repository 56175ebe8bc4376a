export type * from './credential.events.ts';
export { credentialDecider } from './credential.decide.ts';
export { tokenStandingAt, type TokenStanding } from './access-token.decide.ts';
export type { CredentialState } from './credential.state.ts';
export { standingLink } from './calendar-link.decide.ts';
