export type * from './contribution.values.ts';
export { acceptReasons, checkReason, checkRelease, checkThemes, declineReasons, type ReasonRejection } from './contribution.rules.ts';
