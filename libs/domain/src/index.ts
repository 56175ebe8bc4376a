export * from './kernel/index.ts';
export * from './account/index.ts';
export * from './accreditation/index.ts';
export * from './action/index.ts';
export * from './agenda/index.ts';
export * from './attachment/index.ts';
export * from './calendar/index.ts';
export * from './call/index.ts';
export * from './channel/index.ts';
export * from './conference/index.ts';
export type {
  AttachmentReference,
  CallFacts,
  ContributionContent,
  ContributionRelease,
  EntryChannel,
  EntryMark,
  LateRuling,
  Outcome,
  PracticeAccount,
  ReleaseFacts,
  SubmissionRejection,
  ThemeAssignment,
} from './contribution/index.ts';
export { lateRuling, reached, sponsorsNow, standing, type Contribution, type Milestone, type Sponsor } from './contribution/index.ts';
export * from './credential/index.ts';
export * from './decision/index.ts';
export * from './delivery/index.ts';
export * from './document/index.ts';
export * from './draft/index.ts';
export * from './erasure/index.ts';
export * from './grouping/index.ts';
export * from './guidance/index.ts';
export * from './ledger/index.ts';
export * from './mailbox/index.ts';
export * from './member/index.ts';
export * from './policies/index.ts';
export * from './person/index.ts';
export * from './practice/index.ts';
export * from './procedure/index.ts';
export * from './process-outcome/index.ts';
export * from './project/index.ts';
export * from './release/index.ts';
export * from './rule/index.ts';
export * from './session/index.ts';
export * from './structure/index.ts';
export * from './template/index.ts';
export * from './theme-set/index.ts';
export * from './topic/index.ts';
export * from './translation/index.ts';
export * from './webhook/index.ts';
export * from './workflow/index.ts';
export type { AnyDomainEvent } from './any-event.ts';
