import type { AnyDomainEvent } from '../../domain/src/index.ts';

export type Audience = 'internal' | 'addressee' | 'members' | 'public';

/** Who may know of an event by its own type; what is not named here is internal until a release says otherwise (DESIGN §6). */
const audiences: { readonly [T in AnyDomainEvent['type']]?: Audience } = {
  LedgerOpened: 'public',
  BusinessClockAdvanced: 'public',
  ReferenceDataRecorded: 'public',
  InventedSamplesDeclared: 'public',
  MemberRegistered: 'public',
  GroupingRegistered: 'public',
  RegionalStructureRegistered: 'public',
  ThemeSetPublished: 'public',
  ProjectRegistered: 'public',
  SessionPlanned: 'public',
  SessionConvened: 'public',
  SessionOpened: 'public',
  ConferenceAnnounced: 'public',
  ConferenceDatesFixed: 'public',
  PriorDecisionRecorded: 'public',
  WorkingDocumentConfirmed: 'public',
  GuidanceRequestIssued: 'public',
  GuidanceRequestOpened: 'public',
  CallScheduled: 'public',
  CallOpened: 'public',
  TopicSubmitted: 'addressee',
  TopicAcknowledged: 'addressee',
  TopicClassified: 'addressee',
  PracticeSubmitted: 'addressee',
  PracticeAcknowledged: 'addressee',
  PracticeClassified: 'addressee',
  AgendaVersionPublished: 'public',
  WorkflowPublished: 'public',
};

/** The event's own audience. */
export const audienceOf = (type: AnyDomainEvent['type']): Audience => audiences[type] ?? 'internal';
