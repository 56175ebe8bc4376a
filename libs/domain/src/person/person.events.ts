import type { AccreditationId, Instant, Language } from '../kernel/index.ts';

/** Outside the ledger, and nowhere else: who a person is. Joined when something is shown, never copied (DESIGN §8). */
export interface PersonDetails {
  readonly name: string;
  /** As on the door: `Head of delegation`. */
  readonly title: string | null;
  readonly organisation: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly language: Language;
}

export type PersonEvent =
  | {
      readonly type: 'PersonRegistered';
      readonly data: { readonly personId: string; readonly details: PersonDetails; readonly registeredAt: Instant };
    }
  | {
      readonly type: 'PersonDetailsChanged';
      readonly data: { readonly personId: string; readonly details: PersonDetails; readonly changedAt: Instant };
    }
  /** The accreditation is held by this person. The link is directory data as well: with it goes what ties a pseudonym to a name. */
  | {
      readonly type: 'PersonAccreditationLinked';
      readonly data: { readonly personId: string; readonly accreditationId: AccreditationId; readonly linkedAt: Instant };
    }
  /** Two persons have decided it: the directory knows nobody of that id any longer; what was said before is taken away after. */
  | {
      readonly type: 'PersonErased';
      readonly data: { readonly personId: string; readonly erasureId: string; readonly erasedAt: Instant };
    };

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly data: { readonly personId: string; readonly details: PersonDetails; readonly now: Instant };
    }
  | { readonly type: 'ChangePersonDetails'; readonly data: { readonly details: PersonDetails; readonly now: Instant } }
  | { readonly type: 'LinkPersonAccreditation'; readonly data: { readonly accreditationId: AccreditationId; readonly now: Instant } }
  | { readonly type: 'ErasePerson'; readonly data: { readonly erasureId: string; readonly now: Instant } };

export type PersonRejection =
  | { readonly code: 'person.not_found' }
  | { readonly code: 'person.already_registered' }
  | { readonly code: 'person.erased' }
  | { readonly code: 'person.name_missing' }
  | { readonly code: 'person.email_malformed' };
