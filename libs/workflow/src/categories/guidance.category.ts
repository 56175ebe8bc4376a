import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

const secretariatOnly = [...memberRoles, ...neverReleases];

/** What no definition can change about a guidance request: it is summarised before it is closed, and concluded by another than who closes. */
export const guidanceCategory: GovernedCategory = {
  name: 'guidance',
  milestones: {
    issued: ['none'],
    open: ['issued', 'summarised', 'closed', 'ended'],
    summarised: ['open'],
    closed: ['summarised'],
    ended: ['issued', 'open', 'summarised'],
  },
  commands: {
    IssueGuidanceRequest: ['GuidanceRequestIssued'],
    AddressGuidanceRequest: ['GuidanceRequestAddressed'],
    SetGuidanceClosurePolicy: ['GuidanceClosurePolicySet'],
    OpenGuidanceRequest: ['GuidanceRequestOpened'],
    LinkGuidanceResponse: ['GuidanceResponseLinked'],
    RecordGuidanceNilReturn: ['GuidanceNilReturnRecorded'],
    DraftGuidanceConsolidation: ['GuidanceConsolidationDrafted'],
    ReportGuidanceRequest: ['GuidanceReported'],
    ConcludeGuidanceRequest: ['GuidanceConcluded'],
    PartiallyCloseGuidanceRequest: ['GuidancePartiallyClosed'],
    CloseGuidanceRequest: ['GuidanceRequestClosed'],
    ConfirmGuidanceClosure: ['GuidanceClosureConfirmed'],
    CarryOverGuidanceRequest: ['GuidanceCarriedOver'],
    LapseGuidanceRequest: ['GuidanceLapsed'],
    SupersedeGuidanceRequest: ['GuidanceSuperseded'],
    ReopenGuidanceRequest: ['GuidanceReopened'],
    OpenGuidanceStatusEnquiry: ['GuidanceStatusEnquiryOpened'],
    AnswerGuidanceStatusEnquiry: ['GuidanceStatusEnquiryAnswered'],
  },
  reaches: {
    GuidanceRequestIssued: 'issued',
    GuidanceRequestOpened: 'open',
    GuidancePartiallyClosed: 'summarised',
    GuidanceRequestClosed: 'closed',
    GuidanceCarriedOver: 'ended',
    GuidanceLapsed: 'ended',
    GuidanceSuperseded: 'ended',
    GuidanceReopened: 'open',
  },
  fourEyes: [
    ['ConcludeGuidanceRequest', 'CloseGuidanceRequest'],
    ['ConcludeGuidanceRequest', 'CarryOverGuidanceRequest'],
  ],
  never: {
    IssueGuidanceRequest: secretariatOnly,
    ConcludeGuidanceRequest: secretariatOnly,
    PartiallyCloseGuidanceRequest: secretariatOnly,
    CloseGuidanceRequest: secretariatOnly,
    CarryOverGuidanceRequest: secretariatOnly,
    ConfirmGuidanceClosure: neverReleases,
    RecordGuidanceNilReturn: neverReleases,
  },
};
