import type { Bilingual, CalendarDate, SourceParagraph } from '../kernel/index.ts';

/** A conference is announced with the precision that was known: `2015-06` until the dates are fixed. */
export interface ConferenceAnnouncement {
  readonly conferenceId: string;
  readonly name: Bilingual;
  /** `2015-06`. */
  readonly month: string;
  readonly place: string;
  readonly announcedIn: SourceParagraph;
}

export type ConferenceEvent =
  | { readonly type: 'ConferenceAnnounced'; readonly data: ConferenceAnnouncement }
  | {
      readonly type: 'ConferenceDatesFixed';
      readonly data: { readonly conferenceId: string; readonly start: CalendarDate; readonly end: CalendarDate; readonly source: string };
    };

export type ConferenceCommand =
  | { readonly type: 'AnnounceConference'; readonly data: ConferenceAnnouncement }
  | {
      readonly type: 'FixConferenceDates';
      readonly data: { readonly start: CalendarDate; readonly end: CalendarDate; readonly source: string };
    };

export type ConferenceRejection =
  | { readonly code: 'conference.already_announced'; readonly conference: string }
  | { readonly code: 'conference.not_announced' }
  | { readonly code: 'conference.dates_reversed'; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'conference.outside_announced_month'; readonly month: string; readonly start: CalendarDate }
  | { readonly code: 'conference.dates_already_fixed'; readonly start: CalendarDate };
