import type { Bilingual, CalendarDate, Language, MemberCode } from '../kernel/index.ts';

export interface MemberRegistration {
  readonly code: MemberCode;
  readonly name: Bilingual;
  /** WCO region code: AMS, AP, ESA, EUR, MENA, WCA. */
  readonly region: string;
  readonly accededOn: CalendarDate;
  /** False when the date is not confirmed by a public source. */
  readonly accessionVerified: boolean;
  readonly correspondenceLanguage: Language;
  readonly landlocked: boolean;
  readonly kind: string;
  /** Codes of its Regional Economic Communities. */
  readonly economicCommunities: readonly string[];
}

export interface MemberEvent {
  readonly type: 'MemberRegistered';
  readonly data: MemberRegistration;
}
