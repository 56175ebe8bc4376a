export { accept, isOfProcedure, mapDecision, reject, type Decider, type Decision, type DomainEvent, type Rejection } from './decider.ts';
export type { AccreditationId, Brand, CalendarDate, Instant, MemberCode, Sha256 } from './brand.ts';
export type {
  Actor,
  AttachedFile,
  Bilingual,
  CodedReason,
  Deadline,
  DocumentEdition,
  Language,
  SourceParagraph,
  WorkingText,
} from './values.ts';
export { dispatch, type Handlers } from './dispatch.ts';
export { checkReasonGiven, saysNothing, type ReasonMissing } from './reason.ts';
export { isBlank, missingLanguages, repeated, same } from './same.ts';
export { registerDecider, type Registered } from './register.ts';
