export type * from './views.ts';
export type { Cell, ReadDatabase, ReadModelFile, ReadModelTransaction } from './storage/read-database.ts';
export type { Envelope, Handler, Projection } from './projection.port.ts';
export { startProjections } from './runner/run-projections.ts';
export type { ProjectionRunner, RunnerStanding, Unparked } from './runner/runner.port.ts';
export { mostParkedKeys, type ParkedKey, type StoppedProjection } from './runner/poison.ts';
export { isPassing, pause } from './runner/failures.ts';
export { openReadModels } from './storage/read-database.ts';
export { openReadModelsOf, openShippedReadModels, shippedProjections } from './shipped.ts';
export { buildVersion, type BuildEnd, type Troubles } from './versions/build-version.ts';
export { LiveReadModels } from './versions/live-read-models.ts';
export { ReadModelNotBuilt } from './versions/not-built.ts';
export { readModelSet, rowHistorySet, type ReadModelSet } from './versions/read-model-set.ts';
export { VersionBook, type BuildProgress, type SetName, type Version } from './versions/version-book.ts';
export { beginAnew, dropBuild, liveVersion, removeAllVersions, removeRetired, troublesIn } from './versions/version-files.ts';
export { VersionKeeper, type BuildStanding, type KeeperParts, type KeptSet, type RunningBuild } from './versions/version-keeper.ts';
export { differingTables, digestTables } from './digest.ts';
export { Replay, type ReplayedEvent } from './replay.ts';
export { historyProjections, openRowHistory, readRowHistory, type RowHistory } from './row-history/row-history.ts';
export { cursorOf, keyOf, pageLimits } from './paging.ts';
export { accreditations } from './accreditations/accreditations.query.ts';
export { action, actions } from './actions/actions.query.ts';
export { compendium } from './compendium/compendium.query.ts';
export { followUp } from './follow-up/follow-up.query.ts';
export { chain } from './chain/chain.query.ts';
export { toProvJson, type ProvDocument } from './chain/prov-json.ts';
export { decision, decisionBoard } from './decisions/decisions.query.ts';
export { agendas, agendaVersion, agendaVersions } from './agenda/agenda.query.ts';
export { annotatedAgenda } from './agenda/annotated.query.ts';
export { agendaDifferenceBetween, agendaTraces, type DifferenceWish } from './agenda/difference.query.ts';
export { workingAgenda } from './agenda/working.query.ts';
export { agendaComments } from './agenda-circulation/agenda-comments.query.ts';
export { circulations } from './agenda-circulation/agenda-circulation.query.ts';
export { outcomeSheet } from './agenda-outcomes/agenda-outcomes.query.ts';
export { agendaLineOrigin } from './agenda/line-origin.query.ts';
export { conferenceStatus, masthead, type Masthead } from './conference-status/conference-status.query.ts';
export { contribution, contributions, memberOfContribution } from './contributions/contributions.query.ts';
export { documentDifference } from './document-register/document-difference.query.ts';
export { documents, documentText } from './document-register/document-register.query.ts';
export { draft, drafts } from './drafts/drafts.query.ts';
export { guidanceGrid } from './guidance-register/guidance-grid.query.ts';
export { draftLikeness } from './duplicate-suggestions/draft-likeness.query.ts';
export { duplicateSuggestions } from './duplicate-suggestions/duplicate-suggestions.query.ts';
export { guidanceRegister, guidanceRequest } from './guidance-register/guidance-register.query.ts';
export { historyOf, lastRevision, placeInLedger, toldHistoryOf, type ToldPlace } from './history/history.query.ts';
export {
  groupings,
  member,
  memberNames,
  members,
  registerEntries,
  themeSet,
  themeSetVersions,
} from './member-directory/member-directory.query.ts';
export { calendarEntries } from './calendar-entries/calendar-entries.query.ts';
export { accessTokens, type AccessTokenView } from './access-tokens/access-tokens.query.ts';
export { calendarLinks } from './calendar-links/calendar-links.query.ts';
export { feed } from './feed/feed.query.ts';
export { calls } from './calls/calls.query.ts';
export { conference, conferences, session, sessions } from './meetings/meetings.query.ts';
export { registrations } from './meetings/registrations.query.ts';
export { searchKinds, type SearchKind } from './search/entries.ts';
export { mayFind, search, type SearchQuestion } from './search/search.query.ts';
export { mergeWorkbench } from './merges/merge-workbench.query.ts';
export { delegateHome, type HomeSince } from './delegate-home/delegate-home.query.ts';
export { shownRevision } from './told-revisions/shown-revision.ts';
export { triageStatistics } from './statistics/triage-statistics.query.ts';
export { coverage } from './coverage/coverage.query.ts';
export { triageByMember } from './triage-queue/triage-by-member.query.ts';
export { triageQueue } from './triage-queue/triage-queue.query.ts';
export { themeSuggestions } from './theme-suggestions/theme-suggestions.query.ts';
export { recordStanding } from './record-standing/record-standing.query.ts';
export { workflowVersions, type WorkflowVersion } from './workflows/workflows.query.ts';
export { countryPage } from './country-page/country-page.query.ts';
export type { CountryPage } from './country-page/country-page.views.ts';
export { referenceGraph } from './document-references/document-references.query.ts';
export { project, projectRegister } from './project-register/project-register.query.ts';
export { structureDirectory } from './structure-directory/structure-directory.query.ts';
export { themeSetHistory, themeVersionOf } from './theme-sets/theme-sets.query.ts';
export { effectiveAudience } from './effective-audience.ts';
export { attachment, attachmentsOf, deletionsRequested } from './attachments/attachments.query.ts';
export type { AttachmentEditionView, AttachmentView } from './attachments/attachments.views.ts';
export { holders, mailAddressOf, person, persons, personsAt, type PersonView } from './person-directory/person-directory.query.ts';
export { personDirectoryProjection } from './person-directory/person-directory.projection.ts';
export { translationQueue, translationsOf } from './translations/translations.query.ts';
export type { TranslationView, TranslationWaitsFor } from './translations/translations.views.ts';
export { daysOff, type DayOff } from './calendar/calendar.query.ts';
export { erasure, erasures, type ErasureCertificate, type ErasureView } from './erasures/erasures.query.ts';
export { releases, type ReleaseView } from './releases/releases.query.ts';
export { needsAndResources } from './needs-and-resources/needs-and-resources.query.ts';
export type { NeedsAndResources, NeedsFilter } from './needs-and-resources/needs-and-resources.views.ts';
export {
  attemptsOpenSince,
  digestsToPlan,
  quietHoursOf,
  messagesToBring,
  messagesToPlan,
  nextRetry,
  noticeToTell,
  type NoticeToTell,
} from './notifications/outbox.query.ts';
export { notificationsProjection } from './notifications/notifications.projection.ts';
export { deliveries, delivery, mailSender, templatesInForce, type DeliveryFilter } from './notifications/notices.query.ts';
export { ruleViews } from './notifications/rules-in-force.ts';
export type * from './notifications/notices.views.ts';
export { wouldBeTold, type NoticeFacts, type NoticeOccasion } from './notifications/planning.ts';
export { inboxOf, type InboxRows } from './notifications/inbox.query.ts';
