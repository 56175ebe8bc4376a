import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../libs/application/src/index.ts';
import type { AnyDomainEvent } from '../../libs/domain/src/index.ts';
import { generalCommands, governedCategories, shippedDefinition } from '../../libs/workflow/src/index.ts';

type EventType = AnyDomainEvent['type'];

/** What commands that no category governs lead to; those of a category name theirs in `libs/workflow/src/categories`. */
const ungoverned: Readonly<Record<string, readonly EventType[]>> = {
  SaveDraft: ['DraftSaved'],
  DiscardDraft: ['DraftDiscarded'],
  ImportWorkingDocument: ['WorkingDocumentImported', 'WorkingDocumentTextKept', 'WorkingDocumentParagraphsRead'],
  ConfirmWorkingDocument: ['WorkingDocumentConfirmed'],
  SupersedeWorkingDocument: ['WorkingDocumentSuperseded'],
  CorrectWorkingDocument: ['WorkingDocumentCorrected'],
  PlanSession: ['SessionPlanned'],
  ConveneSession: ['SessionConvened'],
  OpenSession: ['SessionOpened'],
  SuspendSession: ['SessionSuspended'],
  ResumeSession: ['SessionResumed'],
  BeginSessionClosing: ['SessionClosingBegun'],
  CloseSession: ['SessionClosed'],
  AdoptSessionReport: ['SessionReportAdopted'],
  CancelSession: ['SessionCancelled'],
  ConvertSessionToDocuments: ['SessionConvertedToDocuments'],
  AnnounceConference: ['ConferenceAnnounced'],
  FixConferenceDates: ['ConferenceDatesFixed'],
  SetConferenceDateRule: ['ConferenceDateRuleSet'],
  OpenConferenceProgramme: ['ConferenceProgrammeOpened'],
  PublishConferenceProgramme: ['ConferenceProgrammePublished'],
  OpenConference: ['ConferenceOpened'],
  CloseConference: ['ConferenceHeld'],
  ReportConference: ['ConferenceReported'],
  PostponeConference: ['ConferencePostponed'],
  CancelConference: ['ConferenceCancelled'],
  RegisterParticipant: ['ConferenceParticipantRegistered'],
  WithdrawRegistration: ['ConferenceRegistrationWithdrawn'],
  RegisterWebhook: ['WebhookRegistered'],
  RotateWebhookSecret: ['WebhookSecretRotated'],
  DisableWebhook: ['WebhookDisabled'],
  EnableWebhook: ['WebhookEnabled'],
  AskWebhookReplay: ['WebhookReplayAsked'],
  RegisterMember: ['MemberRegistered'],
  RenameMember: ['MemberRenamed'],
  ChangeMemberRegion: ['MemberRegionChanged'],
  RecordCommunityJoined: ['MemberCommunityJoined'],
  RecordCommunityLeft: ['MemberCommunityLeft'],
  RecordMemberLeft: ['MemberLeft'],
  RegisterGrouping: ['GroupingRegistered'],
  RegisterProject: ['ProjectRegistered'],
  RenameProject: ['ProjectRenamed'],
  RecordProjectAgreement: ['ProjectAgreementSigned'],
  DefineProjectComponent: ['ProjectComponentDefined'],
  ReportProjectActivity: ['ProjectActivityReported'],
  AddProjectBeneficiary: ['ProjectBeneficiaryAdded'],
  AddProjectDonor: ['ProjectDonorJoined'],
  ExtendProject: ['ProjectExtended'],
  CloseProject: ['ProjectClosed'],
  ProposeProjectSuccessor: ['ProjectSuccessorProposed'],
  DisputeProjectFact: ['ProjectFactDisputed'],
  CorrectProjectFact: ['ProjectFactCorrected'],
  RegisterRegionalStructure: ['RegionalStructureRegistered'],
  StateRegionalStructureCount: ['RegionalStructureCountStated'],
  EstablishRegionalStructure: ['RegionalStructureEstablished'],
  ChangeRegionalStructureHost: ['RegionalStructureHostChanged'],
  CloseRegionalStructure: ['RegionalStructureClosed'],
  NameRegionalStructureContact: ['RegionalStructureContactNamed'],
  PublishThemeSet: ['ThemeSetPublished'],
  // On a draft the file is the draft's until it is released.
  FileAttachment: ['AttachmentFiled', 'DraftFileAttached'],
  FileAttachmentEdition: ['AttachmentEditionFiled'],
  DetachFromDraft: ['DraftFileDetached'],
  WithdrawAttachment: ['AttachmentWithdrawn'],
  ReleaseAttachment: ['AttachmentReleased'],
  RequestAttachmentDeletion: ['AttachmentDeletionRequested'],
  RefuseAttachmentDeletion: ['AttachmentDeletionRefused'],
  ApproveAttachmentDeletion: ['AttachmentBytesDeleted'],
  GrantAccreditation: ['AccreditationGranted'],
  EndAccreditation: ['AccreditationEnded'],
  NominateAccreditation: ['AccreditationNominated'],
  AccreditNominee: ['AccreditationGranted'],
  DeclineNomination: ['AccreditationNominationDeclined'],
  DelegateAuthority: ['AccreditationDelegated'],
  PlanDelivery: ['DeliveryPlanned'],
  AttemptDelivery: ['DeliveryAttempted'],
  GiveUpDeliveryAttempt: ['DeliveryAttemptLost'],
  RecordDeliveryOutcome: ['DeliveryAccepted', 'DeliveryFailed'],
  RecordDeliveryBounce: ['DeliveryBounced'],
  ReleaseDelivery: ['DeliveryReleased'],
  DiscardDelivery: ['DeliveryDiscarded'],
  ResendDelivery: ['DeliveryResent'],
  OpenChannel: ['ChannelOpened'],
  CloseChannel: ['ChannelClosed'],
  MarkMailboxRead: ['MailboxRead'],
  SetMailboxPreference: ['MailboxPreferenceSet'],
  PublishRule: ['RulePublished'],
  RetireRule: ['RuleRetired'],
  PublishTemplate: ['TemplatePublished'],
  RecallDelegation: ['AccreditationEnded'],
  ChangeAccreditationScope: ['AccreditationScopeChanged'],
  SuspendAccreditation: ['AccreditationSuspended'],
  ReinstateAccreditation: ['AccreditationReinstated'],
  IssueAccessToken: ['AccessTokenIssued'],
  RevokeAccessToken: ['AccessTokenRevoked'],
  IssueOwnAccessToken: ['AccessTokenIssued'],
  RevokeOwnAccessToken: ['AccessTokenRevoked'],
  IssueCalendarLink: ['CalendarLinkIssued'],
  RevokeCalendarLink: ['CalendarLinkRevoked'],
  RegisterPerson: ['PersonRegistered'],
  ChangePersonDetails: ['PersonDetailsChanged'],
  LinkPersonAccreditation: ['PersonAccreditationLinked'],
  RequestErasure: ['ErasureRequested'],
  RefuseErasure: ['ErasureRefused'],
  // The directory forgets a person at once.
  ApproveErasure: ['ErasureApproved', 'PersonErased'],
  ListErasureScope: ['ErasureScopeListed'],
  RecordErasurePurged: ['ErasurePurged'],
  RequestTranslation: ['TranslationRequested'],
  AssignTranslation: ['TranslationAssigned'],
  DeliverTranslation: ['TranslationDelivered'],
  ReviseTranslation: ['TranslationRevised'],
  CertifyTranslation: ['TranslationCertified'],
  ReturnTranslation: ['TranslationReturned'],
  NoteTranslationSource: ['TranslationSourceChanged'],
  InviteAccount: ['AccountInvited'],
  ResetAccount: ['AccountInvited'],
  CloseAccount: ['AccountClosed'],
  // Whoever lost the second factor is without it from the new password on.
  SetAccountPassword: ['AccountPasswordSet', 'AccountSecondFactorRemoved', 'AccountIdentityUnlinked'],
  LinkAccountIdentity: ['AccountIdentityLinked'],
  EnrolAccountSecondFactor: ['AccountSecondFactorEnrolled'],
  RemoveAccountSecondFactor: ['AccountSecondFactorRemoved'],
  CloseCalendarDay: ['CalendarDayClosed'],
  ReopenCalendarDay: ['CalendarDayReopened'],
  PrepareRelease: ['ReleasePrepared'],
  IssueRelease: ['ReleaseIssued'],
  DiscardRelease: ['ReleaseDiscarded'],
  AdvanceBusinessClock: ['BusinessClockAdvanced'],
  RotateLogKey: ['LogKeyRotated'],
  RetireLogKey: ['LogKeyRetired'],
  ReopenLedger: ['LedgerReopened'],
  DeclareInventedSamples: ['InventedSamplesDeclared'],
  PublishWorkflow: ['WorkflowPublished'],
  OpenLedger: ['LedgerOpened'],
  RecordReferenceData: ['ReferenceDataRecorded'],
  RecordProcessOutcome: ['ProcessCommandRefused', 'ProcessCommandFoundDone'],
};

/** Commands of every governed instance (DESIGN §6). */
const procedural: Readonly<Record<string, readonly EventType[]>> = {
  MoveToStage: ['StageEntered'],
  MigrateInstance: ['InstanceMigrated'],
  RecordDeadlinePassed: ['DeadlinePassed'],
};

/** Events that nobody outside causes, with the reason; everything else has a route. */
const systemOnly: { readonly [T in EventType]?: string } = {
  LedgerOpened: 'the first event of a record, written when it is opened',
  ReferenceDataRecorded: 'says that the program has recorded the data it ships with',
  LogKeyRotated: 'the operator’s command line makes the key, which never leaves the machine',
  LogKeyRetired: 'the operator’s command line replaces the key that signs the ledger',
  LedgerReopened: 'the operator’s command line, after a restore that lost what was signed',
  AccountIdentityLinked: 'the entrance gives it for somebody whom a provider sent back',
  ErasureScopeListed: 'the operator’s command line carries out what two persons decided',
  ErasurePurged: 'the operator’s command line carries out what two persons decided',
  ProcessCommandRefused: 'what became of a command that a process gave',
  DeliveryPlanned: 'the worker plans what a channel is to bring',
  DeliveryAttempted: 'the worker is about to call a channel',
  DeliveryAttemptLost: 'the worker found an attempt that nobody tells the end of',
  DeliveryAccepted: 'what a channel answered',
  DeliveryFailed: 'what a channel answered',
  DeliveryBounced: 'a message came back to the mail server',
  ChannelOpened: 'the worker was started with a mail server',
  ChannelClosed: 'the worker was started without a mail server',
  ProcessCommandFoundDone: 'what became of a command that a process gave',
};

const textsIn = (folder: string, pattern: RegExp): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.name.includes('.spec.'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');

const controllers = textsIn('apps/api/resources', /\.controller\.ts$/);
const processes = textsIn('libs/process-managers/src', /\.ts$/);
const timers = governedCategories.flatMap(({ name }) => shippedDefinition(name)?.deadlines.map(({ fires }) => fires) ?? []);

/** Commands that are given as part of another one. */
const within: Readonly<Record<string, string>> = {
  SubmitTopic: 'releaseDraft',
  SubmitPractice: 'releaseDraft',
  OpenGuidanceRequest: 'openCall',
};

/** Names under which the API and processes give a command: several where one command is reached in several ways. */
const useCasesOf = (command: string): readonly string[] =>
  Object.entries(commands)
    .filter(([name, useCase]) => useCase.name === command || within[command] === name)
    .map(([name]) => name);

const hasRoute = (command: string): boolean => useCasesOf(command).some((name) => controllers.includes(`'${name}'`));
const isGivenByProcess = (command: string): boolean =>
  timers.includes(command) || useCasesOf(command).some((name) => processes.includes(`'${name}'`));

const causes: readonly (readonly [command: string, events: readonly string[]])[] = [
  ...governedCategories.flatMap((category) => Object.entries(category.commands)),
  ...Object.entries(ungoverned),
  ...Object.entries(procedural),
];
const allEvents = Object.keys((JSON.parse(readFileSync('test/fixtures/stored-names.json', 'utf8')) as { readonly events: object }).events);

describe('every event type', () => {
  it('follows from a command', () => {
    const caused = new Set(causes.flatMap(([, events]) => events));
    expect(allEvents.filter((type) => !caused.has(type))).toStrictEqual([]);
    expect([...caused].filter((type) => !allEvents.includes(type))).toStrictEqual([]);
  });

  it('follows from a command over HTTP, from what processes and timers make of one, or is named with its reason', () => {
    const reached = new Set(causes.filter(([command]) => hasRoute(command) || isGivenByProcess(command)).flatMap(([, events]) => events));
    const unreached = allEvents.filter((type) => !reached.has(type) && !Object.hasOwn(systemOnly, type));
    expect(unreached).toStrictEqual([]);
  });

  it('that is named as the system’s own has no route', () => {
    const routed = new Set(causes.filter(([command]) => hasRoute(command)).flatMap(([, events]) => events));
    expect(Object.keys(systemOnly).filter((type) => routed.has(type))).toStrictEqual([]);
  });
});

describe('every command', () => {
  it('that no category governs is in the general table and here, and nowhere else', () => {
    expect(Object.keys(ungoverned).sort()).toStrictEqual([...generalCommands].sort());
  });

  it('is carried out by the application', () => {
    expect(causes.map(([command]) => command).filter((command) => useCasesOf(command).length === 0)).toStrictEqual([]);
  });

  it('has a route, or a process or timer that gives it, or is the system’s own', () => {
    const own = causes.filter(([, events]) => events.every((type) => Object.hasOwn(systemOnly, type))).map(([command]) => command);
    const idle = causes.map(([command]) => command).filter((command) => !hasRoute(command) && !isGivenByProcess(command));
    expect(idle.filter((command) => !own.includes(command))).toStrictEqual([]);
  });
});
