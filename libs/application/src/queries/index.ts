import { agendaQueries } from './agenda-queries.ts';
import { conferenceStatus } from './conference-status.query.ts';
import { recordStanding } from './record-standing.query.ts';
import { guidanceRegister } from './guidance-register.query.ts';
import { action, actions } from './actions.query.ts';
import { compendium, followUp } from './follow-up.query.ts';
import { chain, provenance } from './chain.query.ts';
import { decision, decisionBoard } from './decisions.query.ts';
import { guidanceGrid } from './guidance-grid.query.ts';
import { guidanceRequest } from './guidance-request.query.ts';
import { documentOut } from './document-out.query.ts';
import { documents } from './documents.query.ts';
import { documentDifference } from './document-difference.query.ts';
import { documentSource } from './document-source.query.ts';
import { documentText } from './document-text.query.ts';
import { contributions } from './contributions.query.ts';
import { contribution } from './contribution.query.ts';
import { drafts } from './drafts.query.ts';
import { draft } from './draft.query.ts';
import { masthead } from './masthead.query.ts';
import { members } from './members.query.ts';
import { groupings } from './groupings.query.ts';
import { themeSet } from './theme-set.query.ts';
import { recordQueries } from './record-queries.ts';
import { registerEntries } from './register-entries.query.ts';
import { feedOut } from './feed-out.query.ts';
import { calendarOut } from './calendar-out.query.ts';
import { accessTokens } from './access-tokens.query.ts';
import { calendarLinks } from './calendar-links.query.ts';
import { calls } from './calls.query.ts';
import { history } from './history.query.ts';
import { historyFile } from './history-file.query.ts';
import { objectHistory } from './object-history.query.ts';
import { objectState } from './object-state.query.ts';
import { accreditations } from './accreditations.query.ts';
import { ledgerCheckpoint, ledgerConsistency, ledgerFile } from './ledger.query.ts';
import { receipt } from './receipt.query.ts';
import { duplicateSuggestions } from './duplicate-suggestions.query.ts';
import { erasure, erasures } from './erasures.query.ts';
import { draftLikeness } from './draft-likeness.query.ts';
import { search } from './search.query.ts';
import { themeSuggestions } from './theme-suggestions.query.ts';
import { instance } from './instance.query.ts';
import { mergeWorkbench } from './merge-workbench.query.ts';
import { delegateHome } from './delegate-home.query.ts';
import { triageStatistics } from './statistics.query.ts';
import { coverage } from './coverage.query.ts';
import { tableOut } from './table-out.query.ts';
import { triageByMember, triageQueue } from './triage-queue.query.ts';
import { procedure } from './procedure.query.ts';
import { workflowDiagram, workflows } from './workflows.query.ts';

/** Every question the application answers, by name. */
export const queries = {
  ...recordQueries,
  ...agendaQueries,
  conferenceStatus,
  recordStanding,
  guidanceRegister,
  guidanceRequest,
  guidanceGrid,
  followUp,
  compendium,
  chain,
  provenance,
  decisionBoard,
  decision,
  actions,
  action,
  documents,
  documentSource,
  documentText,
  documentDifference,
  documentOut,
  tableOut,
  contributions,
  contribution,
  drafts,
  draft,
  masthead,
  members,
  groupings,
  themeSet,
  registerEntries,
  calls,
  calendarOut,
  accessTokens,
  feedOut,
  calendarLinks,
  history,
  historyFile,
  objectHistory,
  objectState,
  accreditations,
  duplicateSuggestions,
  erasure,
  erasures,
  draftLikeness,
  search,
  themeSuggestions,
  instance,
  coverage,
  triageStatistics,
  delegateHome,
  mergeWorkbench,
  triageQueue,
  triageByMember,
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerFile,
  receipt,
  procedure,
  workflows,
  workflowDiagram,
} as const;

export type QueryName = keyof typeof queries;

/** What a question needs to know. */
export type QueryArgs<N extends QueryName> = Parameters<(typeof queries)[N]['run']>[1];

/** What it is answered with. */
export type QueryAnswer<N extends QueryName> = Awaited<ReturnType<(typeof queries)[N]['run']>>;
