export type * from './contribution.values.ts';
export type * from './contribution.commands.ts';
export type * from './contribution.events.ts';
export type { ContributionRejection, NoLanguage } from './contribution.rejections.ts';
export { checkContent, checkEditsOpen, checkRelease, checkText, checkThemes, isLate } from './contribution.rules.ts';
export {
  atWrongStage,
  atWrongStageForMember,
  checkAcknowledged,
  checkAdmitted,
  checkNoClarification,
  checkNoSponsor,
  checkSponsor,
  checkUnderTriage,
  standing,
  unless,
} from './checks.ts';
export {
  lateRuling,
  milestones,
  reached,
  received,
  reopened,
  sponsorsNow,
  withDecision,
  withDuplicate,
  withEdition,
  withRelease,
  withThemes,
  type Contribution,
  type Decided,
  type Milestone,
  type Sponsor,
} from './contribution.state.ts';
export * as intake from './intake.decide.ts';
export * as triage from './triage.decide.ts';
export * as judgement from './judgement.decide.ts';
export type { Reception } from './intake.decide.ts';
