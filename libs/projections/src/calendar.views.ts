import type { AccreditationId, Bilingual, CalendarLinkScope, Deadline, Instant } from '../../domain/src/index.ts';

/** What an entry of a calendar is about. */
export type CalendarKind =
  | 'session'
  | 'conference'
  | 'slot'
  | 'call_new'
  | 'call_edits'
  | 'comments'
  | 'item_class'
  | 'silence'
  | 'clarification'
  | 'entry_confirmation'
  | 'merge_consent'
  | 'freeze'
  | 'publication';

/** Days, a time from one moment to another, a last moment, or a last moment that only the procedure knows. */
export type CalendarWhen =
  | { readonly days: readonly [first: string, last: string] }
  | { readonly from: Deadline; readonly to: Deadline }
  | { readonly until: Deadline }
  | { readonly untilInstant: Instant }
  | { readonly askedAt: Instant };

/** An entry as it stands, or as it stood when it was taken off. */
export interface CalendarFact {
  /** Stable for ever within the record: `slot-RIC-2015.3f…`. */
  readonly uid: string;
  readonly kind: CalendarKind;
  /** Category and id of what it is about, `agenda-RIC-2015`. */
  readonly subject: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** 0 at first, one more with every change. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly title: Bilingual;
  readonly when: CalendarWhen;
  readonly place: Bilingual | null;
  /** Who is on it, by accreditation. */
  readonly people: readonly AccreditationId[];
}

/** A link by which somebody subscribed to a calendar; the secret of it is nowhere. */
export interface CalendarLinkView {
  readonly credentialId: string;
  readonly scope: CalendarLinkScope;
  readonly issuedAt: Instant;
}
