export * from './contract.ts';
export { ApplicationModule, Dispatcher, ENVIRONMENT } from './application.module.ts';
export { parseAsOf, resolveAsOf, type AsOf, type AsOfRejection } from './as-of.ts';
export { receiveUpload } from './attachments/receive-upload.ts';
export { attachmentLimits } from '../../documents/src/index.ts';
export { listTables } from './tables/lists.ts';
export type { TableFilter } from './tables/listed.ts';
export { outFormats, parseSymbol, toAtom, toCsv, toIcs, toJsonLines, toXlsx, type OutFormat } from '../../documents/src/index.ts';
export type { CalendarScope } from './calendars/calendar.phrases.ts';
export type { DocumentWish } from './documents-out/make-document.ts';
export { audienceOf } from './audience.ts';
export { canonicalJson, hashOf } from './canonical.ts';
export { openEntrance, type Entrance, type EntranceParts } from './entrance/entrance.ts';
export { proposeSecondFactor } from './entrance/second-factor.ts';
export { hasAccounts, isSetUpLink, setUpFirstAccount } from './entrance/set-up.ts';
export { signIn, signInWithCode, useAccountLink, type Entered, type Visitor } from './entrance/sign-in.ts';
export { beginThroughProvider, finishThroughProvider } from './entrance/sign-in-through-provider.ts';
export {
  actAs,
  formMark,
  ownAccount,
  sessionsOf,
  sessionTokenOf,
  signedIn,
  type NotSignedIn,
  type OwnAccount,
  type SessionView,
  type SignedIn,
} from './entrance/signed-in.ts';
export { browserIn, cookieIn, isFromOwnPage, isSecure, ownOrigin, setCookie, type FromBrowser } from '../../identity/src/index.ts';
export { auditGrants, type GrantAudit, type GrantOverrun } from './grants/grant-overruns.ts';
export { startPersonDirectory, type KeptPersonDirectory, type PersonDirectory } from './person-directory.ts';
export { placeOfEntry, sealedSize, type LedgerPlace } from './queries/ledger.query.ts';
export { commandIdOf } from './run-command.ts';
export { readWorkingDocument } from './document-source.ts';
export { commands, type CommandInput, type CommandName } from './commands/index.ts';
export { bodyThemeSet, familyOf } from './facts.ts';
export { DeadlineClock, noDeadlines, type DeadlineKnowledge, type DeadlineState } from './procedure/deadline-clock.ts';
export { closingDaysIn, deadlineKnowledge, type RunningDeadline } from './procedure/running-deadlines.ts';
export { mayGive } from './procedure/authorise-command.ts';
export { proceduresOf, type Procedures } from './procedure/procedures.ts';
export { queries, type QueryAnswer, type QueryArgs, type QueryName } from './queries/index.ts';
export { pendingErasures, erasureStreams, type DecidedErasure } from './erasure/pending.ts';
export { scopeOf, type ContentToErase, type ErasureScope } from './erasure/scope.ts';
export { eraseFiles } from './erasure/erase-files.ts';
export { startClock, type Clock } from './time/business-clock.ts';
export type { Inbox, InboxItem } from './queries/inbox.query.ts';
export { inWords, type ToldInWords } from './notices/wording.ts';
export { brussels, brusselsDate, nextMorning, resolveWallTime, wallTimeIn } from './time/wall-time.ts';
export { problemTexts } from './texts/problem.texts.ts';
export type { ProblemText } from './texts/text.ts';
export { upcasters } from './upcasters.ts';
export type { ChangeSince } from './told-revision.ts';
export { recordRead } from './record-read.ts';
export { viewerOf } from './viewer.ts';
export { searchKinds } from '../../projections/src/index.ts';
export type * from '../../projections/src/views.ts';
export type {
  AttemptView,
  DeliveryFilter,
  DeliveryView,
  MessageStage,
  RuleView,
  TemplateView,
  ToldView,
  WouldBeTold,
} from '../../projections/src/index.ts';
export { ReadModelNotBuilt } from '../../projections/src/index.ts';
export { historyFormats, type HistoryFile, type HistoryFormat } from './queries/history-file.query.ts';
export type { ObjectHistory } from './queries/object-history.query.ts';
export type { ObjectState } from './queries/object-state.query.ts';
export type { HistoryFilter } from './history/history-filter.ts';
export type { ProcedureView } from './queries/procedure.query.ts';
export type { InstanceView } from './queries/instance.query.ts';
export type { MergeTable } from './queries/merge-workbench.query.ts';
export type { ReleaseView } from '../../projections/src/index.ts';
