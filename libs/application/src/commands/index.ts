import { acceptPractice } from './accept-practice.command.ts';
import { acceptTopic } from './accept-topic.command.ts';
import { acknowledgePractice } from './acknowledge-practice.command.ts';
import { acknowledgeTopic } from './acknowledge-topic.command.ts';
import { addAgendaHeading } from './add-agenda-heading.command.ts';
import { addAgendaItem } from './add-agenda-item.command.ts';
import { advanceBusinessClock } from './advance-business-clock.command.ts';
import { announceConference } from './announce-conference.command.ts';
import { approveAgendaVersion } from './approve-agenda-version.command.ts';
import { classifyPractice } from './classify-practice.command.ts';
import { classifyTopic } from './classify-topic.command.ts';
import { confirmWorkingDocument } from './confirm-working-document.command.ts';
import { conveneSession } from './convene-session.command.ts';
import { declareInventedSamples } from './declare-invented-samples.command.ts';
import { declinePractice } from './decline-practice.command.ts';
import { declineTopic } from './decline-topic.command.ts';
import { discardDraft } from './discard-draft.command.ts';
import { endAccreditation } from './end-accreditation.command.ts';
import { fixConferenceDates } from './fix-conference-dates.command.ts';
import { grantAccreditation } from './grant-accreditation.command.ts';
import { issueAccessToken } from './issue-access-token.command.ts';
import { issueGuidanceRequest } from './issue-guidance-request.command.ts';
import { justifyPriorityOmission } from './justify-priority-omission.command.ts';
import { migrateInstance } from './migrate-instance.command.ts';
import { moveToStage } from './move-to-stage.command.ts';
import { publishWorkflow } from './publish-workflow.command.ts';
import { recordDeadlinePassed } from './record-deadline-passed.command.ts';
import { openAgenda } from './open-agenda.command.ts';
import { openCall } from './open-call.command.ts';
import { openLedger } from './open-ledger.command.ts';
import { openSession } from './open-session.command.ts';
import { planSession } from './plan-session.command.ts';
import { proposeAgendaVersion } from './propose-agenda-version.command.ts';
import { publishAgendaVersion } from './publish-agenda-version.command.ts';
import { publishThemeSet } from './publish-theme-set.command.ts';
import { recommendTopic } from './recommend-topic.command.ts';
import { recordGuidanceRequest } from './record-guidance-request.command.ts';
import { recordPriorDecision } from './record-prior-decision.command.ts';
import { recordProcessOutcome } from './record-process-outcome.command.ts';
import { recordReferenceDataset } from './record-reference-data.command.ts';
import { registerGrouping } from './register-grouping.command.ts';
import { registerMember } from './register-member.command.ts';
import { registerProject } from './register-project.command.ts';
import { registerStructure } from './register-structure.command.ts';
import { releaseDraft } from './release-draft.command.ts';
import { returnAgendaVersion } from './return-agenda-version.command.ts';
import { revokeAccessToken } from './revoke-access-token.command.ts';
import { saveDraft } from './save-draft.command.ts';
import { scheduleCall } from './schedule-call.command.ts';
import { importWorkingDocument } from './import-working-document.command.ts';

/** Every command of the application, by name. */
export const commands = {
  acceptPractice,
  acceptTopic,
  acknowledgePractice,
  acknowledgeTopic,
  addAgendaHeading,
  addAgendaItem,
  advanceBusinessClock,
  announceConference,
  approveAgendaVersion,
  classifyPractice,
  classifyTopic,
  confirmWorkingDocument,
  conveneSession,
  declareInventedSamples,
  declinePractice,
  declineTopic,
  discardDraft,
  endAccreditation,
  fixConferenceDates,
  grantAccreditation,
  issueAccessToken,
  issueGuidanceRequest,
  justifyPriorityOmission,
  migrateInstance,
  moveToStage,
  publishWorkflow,
  recordDeadlinePassed,
  openAgenda,
  openCall,
  openLedger,
  openSession,
  planSession,
  proposeAgendaVersion,
  publishAgendaVersion,
  publishThemeSet,
  recommendTopic,
  recordGuidanceRequest,
  recordPriorDecision,
  recordProcessOutcome,
  recordReferenceDataset,
  registerGrouping,
  registerMember,
  registerProject,
  registerStructure,
  releaseDraft,
  returnAgendaVersion,
  revokeAccessToken,
  saveDraft,
  scheduleCall,
  importWorkingDocument,
} as const;

export type CommandName = keyof typeof commands;

/** What a command takes. */
export type CommandInput<N extends CommandName> = Parameters<(typeof commands)[N]['run']>[1];
