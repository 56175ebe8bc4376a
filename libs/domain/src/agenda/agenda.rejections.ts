import type { CalendarDate, Instant, Language, MemberCode, ReasonMissing } from '../kernel/index.ts';

/** One reason why a version may not go out; all of them are told at once (BR-16). */
export type PublicationCause =
  | { readonly cause: 'version_unapproved'; readonly version: number }
  | { readonly cause: 'language_missing'; readonly language: Language; readonly where: readonly string[] }
  | { readonly cause: 'duplicate_unresolved'; readonly topics: readonly string[] }
  /** Withdrawn, merged into another or divided since it was put on the agenda. */
  | { readonly cause: 'topic_gone'; readonly topics: readonly string[] };

export type AgendaRejection =
  | { readonly code: 'agenda.already_open'; readonly agenda: string }
  | { readonly code: 'agenda.not_found' }
  | { readonly code: 'agenda.closed' }
  /** The working agenda stands still while a version waits for approval or publication. */
  | { readonly code: 'agenda.version_pending'; readonly version: number }
  | { readonly code: 'agenda.frozen'; readonly frozenAt: Instant }
  | ReasonMissing
  | BuildingRejection
  | ProgrammeRejection
  | VersionRejection
  | CirculationRejection
  | OutcomeRejection;

type BuildingRejection =
  | { readonly code: 'agenda.title_missing_language'; readonly missing: readonly Language[] }
  | { readonly code: 'agenda.heading_unknown'; readonly heading: string }
  | { readonly code: 'agenda.heading_not_empty'; readonly heading: string }
  | { readonly code: 'agenda.item_unknown'; readonly item: string }
  | { readonly code: 'agenda.place_unknown'; readonly before: string }
  | { readonly code: 'agenda.action_label_missing' }
  | { readonly code: 'agenda.for_information_only' }
  | { readonly code: 'agenda.topic_not_found' }
  | { readonly code: 'agenda.topic_not_accepted'; readonly stage: string }
  | { readonly code: 'agenda.topic_already_placed'; readonly item: string }
  | { readonly code: 'agenda.item_has_no_topic'; readonly item: string }
  | { readonly code: 'agenda.item_not_carried'; readonly item: string }
  | { readonly code: 'agenda.document_not_found' }
  | { readonly code: 'agenda.document_not_pinned'; readonly document: string }
  | { readonly code: 'agenda.annotation_missing' }
  | { readonly code: 'agenda.theme_not_a_priority'; readonly theme: string }
  | { readonly code: 'agenda.theme_already_has_heading'; readonly theme: string }
  | { readonly code: 'agenda.priority_is_on_agenda'; readonly theme: string }
  /** BR-14: the last item of a priority goes only with a reason why there is none. */
  | { readonly code: 'agenda.last_item_of_priority'; readonly theme: string }
  /** BR-12 */
  | { readonly code: 'agenda.late_without_ruling'; readonly topic: string }
  | { readonly code: 'agenda.topic_not_late'; readonly topic: string }
  | { readonly code: 'agenda.late_topic_unknown'; readonly topic: string }
  | { readonly code: 'agenda.late_topic_ruled'; readonly topic: string; readonly ruling: 'admitted' | 'refused' }
  | { readonly code: 'agenda.freeze_not_scheduled' }
  | { readonly code: 'agenda.freeze_not_due'; readonly due: Instant; readonly now: Instant }
  | { readonly code: 'agenda.dates_not_fixed' }
  | { readonly code: 'agenda.moment_in_past'; readonly due: Instant; readonly now: Instant };

type ProgrammeRejection =
  | { readonly code: 'agenda.day_outside_meeting'; readonly date: CalendarDate; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'agenda.day_exists'; readonly date: CalendarDate }
  | { readonly code: 'agenda.day_unknown'; readonly date: string }
  | { readonly code: 'agenda.day_not_empty'; readonly date: CalendarDate }
  | { readonly code: 'agenda.room_exists'; readonly room: string }
  | { readonly code: 'agenda.room_unknown'; readonly room: string }
  | { readonly code: 'agenda.room_not_empty'; readonly room: string }
  | { readonly code: 'agenda.slot_exists'; readonly slot: string }
  | { readonly code: 'agenda.slot_unknown'; readonly slot: string }
  | { readonly code: 'agenda.slot_reversed'; readonly start: string; readonly end: string }
  | { readonly code: 'agenda.slot_over_midnight'; readonly start: string; readonly end: string }
  | { readonly code: 'agenda.slot_overlaps'; readonly slot: string }
  | { readonly code: 'agenda.item_in_two_slots'; readonly item: string; readonly slot: string }
  | { readonly code: 'agenda.person_in_two_slots'; readonly slot: string }
  | { readonly code: 'agenda.speaker_exists'; readonly speaker: string }
  | { readonly code: 'agenda.speaker_unknown'; readonly speaker: string }
  | { readonly code: 'agenda.slot_has_moderator'; readonly speaker: string }
  | { readonly code: 'agenda.meeting_dates_reversed'; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'agenda.other_meeting_known'; readonly meeting: string }
  | { readonly code: 'agenda.clash_unknown'; readonly clash: string };

type VersionRejection =
  | { readonly code: 'agenda.no_item' }
  /** BR-14: lists every priority that has neither an item nor a reason. */
  | { readonly code: 'agenda.priority_unaccounted'; readonly themes: readonly string[] }
  | { readonly code: 'agenda.no_version_proposed' }
  | { readonly code: 'agenda.version_not_approved'; readonly version: number }
  /** BR-17 */
  | { readonly code: 'agenda.proposer_cannot_approve' }
  | { readonly code: 'agenda.content_differs'; readonly proposed: string; readonly seen: string }
  | { readonly code: 'agenda.version_too_large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'agenda.publication_refused'; readonly causes: readonly PublicationCause[] }
  | { readonly code: 'agenda.publication_scheduled'; readonly due: Instant }
  | { readonly code: 'agenda.publication_not_scheduled' }
  | { readonly code: 'agenda.under_embargo'; readonly until: Instant; readonly now: Instant }
  | { readonly code: 'agenda.no_embargo' }
  | { readonly code: 'agenda.version_unknown'; readonly version: number }
  | { readonly code: 'agenda.topics_gone'; readonly topics: readonly string[] }
  | { readonly code: 'agenda.nothing_published' }
  | { readonly code: 'agenda.not_in_session' }
  | { readonly code: 'agenda.already_final' }
  | { readonly code: 'agenda.comments_undisposed'; readonly comments: readonly string[] }
  | { readonly code: 'agenda.comment_period_open'; readonly until: Instant };

type CirculationRejection =
  | { readonly code: 'agenda.circulation_refused'; readonly causes: readonly PublicationCause[] }
  | { readonly code: 'agenda.already_circulated'; readonly version: number }
  | { readonly code: 'agenda.no_addressee' }
  | { readonly code: 'agenda.circulation_unknown'; readonly circulation: string }
  | { readonly code: 'agenda.comment_period_missing' }
  | { readonly code: 'agenda.comment_period_too_short'; readonly earliest: Instant; readonly until: Instant }
  | { readonly code: 'agenda.comment_period_not_longer'; readonly until: Instant }
  | { readonly code: 'agenda.comments_not_open' }
  | { readonly code: 'agenda.comments_closed'; readonly until: Instant; readonly now: Instant }
  | { readonly code: 'agenda.comment_text_missing' }
  | { readonly code: 'agenda.comment_target_unknown'; readonly target: string }
  | { readonly code: 'agenda.not_addressed'; readonly member: MemberCode | null }
  /** UJ-11: one objection per slot or item and Member. */
  | { readonly code: 'agenda.objection_exists'; readonly comment: string }
  | { readonly code: 'agenda.comment_unknown'; readonly comment: string }
  | { readonly code: 'agenda.comment_of_another'; readonly comment: string }
  | { readonly code: 'agenda.comment_disposed'; readonly comment: string }
  | { readonly code: 'agenda.observer_cannot_cosign' };

type OutcomeRejection =
  | { readonly code: 'agenda.meeting_not_begun' }
  | { readonly code: 'agenda.item_not_published'; readonly item: string }
  /** BR-22: the way that is open is to forward to the Council. */
  | { readonly code: 'agenda.cannot_recommend_to_governments'; readonly instead: 'forwarded_to_council' }
  | { readonly code: 'agenda.outcome_text_missing' }
  | { readonly code: 'agenda.outcome_exists'; readonly item: string }
  | { readonly code: 'agenda.outcome_missing'; readonly item: string }
  | { readonly code: 'agenda.carried_to_missing' }
  | { readonly code: 'agenda.carried_to_not_asked'; readonly verb: string }
  | { readonly code: 'agenda.correction_unknown'; readonly correction: string }
  | { readonly code: 'agenda.correction_too_late'; readonly until: Instant; readonly now: Instant }
  | { readonly code: 'agenda.correction_text_missing' }
  | { readonly code: 'agenda.correction_without_member' }
  | { readonly code: 'agenda.items_without_outcome'; readonly items: readonly string[] };
