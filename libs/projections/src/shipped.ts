import { accreditationsProjection } from './accreditations/accreditations.projection.ts';
import { actionsProjection } from './actions/actions.projection.ts';
import { agendaProjection } from './agenda/agenda.projection.ts';
import { calendarProjection } from './calendar/calendar.projection.ts';
import { agendaCirculationProjection } from './agenda-circulation/agenda-circulation.projection.ts';
import { agendaOutcomesProjection } from './agenda-outcomes/agenda-outcomes.projection.ts';
import { calendarEntriesProjection } from './calendar-entries/calendar-entries.projection.ts';
import { accessTokensProjection } from './access-tokens/access-tokens.projection.ts';
import { calendarLinksProjection } from './calendar-links/calendar-links.projection.ts';
import { callsProjection } from './calls/calls.projection.ts';
import { chainProjection } from './chain/chain.projection.ts';
import { contributionsProjection } from './contributions/contributions.projection.ts';
import { decisionsProjection } from './decisions/decisions.projection.ts';
import { documentRegisterProjection } from './document-register/document-register.projection.ts';
import { draftsProjection } from './drafts/drafts.projection.ts';
import { duplicateSuggestionsProjection } from './duplicate-suggestions/duplicate-suggestions.projection.ts';
import { erasuresProjection } from './erasures/erasures.projection.ts';
import { feedProjection } from './feed/feed.projection.ts';
import { followUpProjection } from './follow-up/follow-up.projection.ts';
import { guidanceRegisterProjection } from './guidance-register/guidance-register.projection.ts';
import { historyProjection } from './history/history.projection.ts';
import { meetingsProjection } from './meetings/meetings.projection.ts';
import { memberDirectoryProjection } from './member-directory/member-directory.projection.ts';
import { documentReferencesProjection } from './document-references/document-references.projection.ts';
import { projectRegisterProjection } from './project-register/project-register.projection.ts';
import { structureDirectoryProjection } from './structure-directory/structure-directory.projection.ts';
import { themeSetsProjection } from './theme-sets/theme-sets.projection.ts';
import { attachmentsProjection } from './attachments/attachments.projection.ts';
import type { Projection } from './projection.port.ts';
import { releasesProjection } from './releases/releases.projection.ts';
import { notificationsProjection } from './notifications/notifications.projection.ts';
import { recordStandingProjection } from './record-standing/record-standing.projection.ts';
import { searchProjection } from './search/search.projection.ts';
import { schemaOf } from './runner/checkpoint.ts';
import { openReadModels, type ReadModelFile } from './storage/read-database.ts';
import { translationsProjection } from './translations/translations.projection.ts';
import { mergesProjection } from './merges/merges.projection.ts';
import { memberAsksProjection } from './delegate-home/member-asks.projection.ts';
import { judgementsProjection } from './statistics/judgements.projection.ts';
import { toldRevisionsProjection } from './told-revisions/told-revisions.projection.ts';
import { triageQueueProjection } from './triage-queue/triage-queue.projection.ts';
import { workflowsProjection } from './workflows/workflows.projection.ts';

/** Every read model that ships. */
export const shippedProjections: readonly Projection[] = [
  recordStandingProjection,
  memberDirectoryProjection,
  meetingsProjection,
  calendarProjection,
  calendarEntriesProjection,
  accessTokensProjection,
  calendarLinksProjection,
  callsProjection,
  decisionsProjection,
  actionsProjection,
  chainProjection,
  feedProjection,
  followUpProjection,
  guidanceRegisterProjection,
  documentRegisterProjection,
  releasesProjection,
  contributionsProjection,
  triageQueueProjection,
  toldRevisionsProjection,
  mergesProjection,
  judgementsProjection,
  memberAsksProjection,
  agendaProjection,
  agendaCirculationProjection,
  agendaOutcomesProjection,
  documentReferencesProjection,
  projectRegisterProjection,
  structureDirectoryProjection,
  themeSetsProjection,
  duplicateSuggestionsProjection,
  searchProjection,
  attachmentsProjection,
  historyProjection,
  draftsProjection,
  erasuresProjection,
  accreditationsProjection,
  translationsProjection,
  workflowsProjection,
  notificationsProjection,
];

/** Opens the file of some read models (`:memory:` for none). */
export const openReadModelsOf = (path: string, projections: readonly Projection[]): ReadModelFile => {
  const { ddl, fingerprint } = schemaOf(projections);
  return openReadModels(path, ddl, fingerprint);
};

/** Opens the file of the shipped read models (`:memory:` for none). */
export const openShippedReadModels = (path: string): ReadModelFile => openReadModelsOf(path, shippedProjections);
