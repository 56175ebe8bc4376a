export { accept, reject, type Decider, type Decision, type DomainEvent, type Rejection } from './decider.ts';
export type { AccreditationId, Brand, CalendarDate, Instant, MemberCode, Sha256 } from './brand.ts';
export type { Bilingual, Language, Deadline } from './values.ts';
