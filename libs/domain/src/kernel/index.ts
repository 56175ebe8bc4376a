export { accept, isOfProcedure, reject, type Decider, type Decision, type DomainEvent, type Rejection } from './decider.ts';
export type { AccreditationId, Brand, CalendarDate, Instant, MemberCode, Sha256 } from './brand.ts';
export type { Actor, Bilingual, CodedReason, Deadline, Language, SourceParagraph } from './values.ts';
export { isBlank, missingLanguages, repeated, same } from './same.ts';
export { registerDecider, type Registered } from './register.ts';
