export type * from './credential.events.ts';
export { credentialDecider, tokenStandingAt, type CredentialState, type TokenStanding } from './credential.decide.ts';
