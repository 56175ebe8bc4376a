import { accountCommands } from './account/index.ts';
import { agendaCommands } from './agenda/index.ts';
import { meetingCommands } from './meeting/index.ts';
import { noticeCommands } from './notice/index.ts';
import { acceptPractice } from './accept-practice.command.ts';
import { acceptTopic } from './accept-topic.command.ts';
import { acknowledgePractice } from './acknowledge-practice.command.ts';
import { acknowledgeTopic } from './acknowledge-topic.command.ts';
import { addAgendaHeading } from './add-agenda-heading.command.ts';
import { addAgendaItem } from './add-agenda-item.command.ts';
import { addressGuidanceRequest } from './address-guidance-request.command.ts';
import { adoptDecision } from './adopt-decision.command.ts';
import { adoptDecisionBySilence } from './adopt-decision-by-silence.command.ts';
import { rotateLogKey } from './rotate-log-key.command.ts';
import { retireLogKey } from './retire-log-key.command.ts';
import { reopenLedger } from './reopen-ledger.command.ts';
import { advanceBusinessClock } from './advance-business-clock.command.ts';
import { announceConference } from './announce-conference.command.ts';
import { answerGuidanceStatusEnquiry } from './answer-guidance-status-enquiry.command.ts';
import { approveAgendaVersion } from './approve-agenda-version.command.ts';
import { carryActionForward } from './carry-action-forward.command.ts';
import { carryOverGuidanceRequest } from './carry-over-guidance-request.command.ts';
import { circulateDecision } from './circulate-decision.command.ts';
import { classifyPractice } from './classify-practice.command.ts';
import { classifyTopic } from './classify-topic.command.ts';
import { closeCall } from './close-call.command.ts';
import { closeCallForEdits } from './close-call-for-edits.command.ts';
import { closeCallForNew } from './close-call-for-new.command.ts';
import { closeGuidanceRequest } from './close-guidance-request.command.ts';
import { completeAction } from './complete-action.command.ts';
import { concludeGuidanceRequest } from './conclude-guidance-request.command.ts';
import { confirmGuidanceClosure } from './confirm-guidance-closure.command.ts';
import { confirmWorkingDocument } from './confirm-working-document.command.ts';
import { contributionCommands } from './contribution/index.ts';
import { conveneSession } from './convene-session.command.ts';
import { correctWorkingDocument } from './correct-working-document.command.ts';
import { declareInventedSamples } from './declare-invented-samples.command.ts';
import { declinePractice } from './decline-practice.command.ts';
import { declineTopic } from './decline-topic.command.ts';
import { discardDraft } from './discard-draft.command.ts';
import { draftDecision } from './draft-decision.command.ts';
import { draftGuidanceConsolidation } from './draft-guidance-consolidation.command.ts';
import { dropAction } from './drop-action.command.ts';
import { endAccreditation } from './end-accreditation.command.ts';
import { erasureCommands } from './erasure/index.ts';
import { extendCall } from './extend-call.command.ts';
import { fileActionEvidence } from './file-action-evidence.command.ts';
import { fixConferenceDates } from './fix-conference-dates.command.ts';
import { grantAccreditation } from './grant-accreditation.command.ts';
import { importWorkingDocument } from './import-working-document.command.ts';
import { issueCalendarLink } from './issue-calendar-link.command.ts';
import { revokeCalendarLink } from './revoke-calendar-link.command.ts';
import { issueAccessToken } from './issue-access-token.command.ts';
import { issueOwnAccessToken } from './issue-own-access-token.command.ts';
import { revokeOwnAccessToken } from './revoke-own-access-token.command.ts';
import { issueGuidanceRequest } from './issue-guidance-request.command.ts';
import { issueGuidanceSuccessor } from './issue-guidance-successor.command.ts';
import { justifyPriorityOmission } from './justify-priority-omission.command.ts';
import { lapseGuidanceRequest } from './lapse-guidance-request.command.ts';
import { linkGuidanceResponse } from './link-guidance-response.command.ts';
import { migrateInstance } from './migrate-instance.command.ts';
import { moveToStage } from './move-to-stage.command.ts';
import { objectToDecision } from './object-to-decision.command.ts';
import { openAction } from './open-action.command.ts';
import { openAgenda } from './open-agenda.command.ts';
import { openCall } from './open-call.command.ts';
import { openGuidanceStatusEnquiry } from './open-guidance-status-enquiry.command.ts';
import { openLedger } from './open-ledger.command.ts';
import { openSession } from './open-session.command.ts';
import { partiallyCloseGuidanceRequest } from './partially-close-guidance-request.command.ts';
import { planSession } from './plan-session.command.ts';
import { proposeAgendaVersion } from './propose-agenda-version.command.ts';
import { publishAgendaVersion } from './publish-agenda-version.command.ts';
import { publishThemeSet } from './publish-theme-set.command.ts';
import { publishWorkflow } from './publish-workflow.command.ts';
import { recommendTopic } from './recommend-topic.command.ts';
import { recordDeadlinePassed } from './record-deadline-passed.command.ts';
import { recordDecisionImplemented } from './record-decision-implemented.command.ts';
import { recordGuidanceNilReturn } from './record-guidance-nil-return.command.ts';
import { recordCommands } from './record-commands.ts';
import { recordGuidanceRequest } from './record-guidance-request.command.ts';
import { recordPriorDecision } from './record-prior-decision.command.ts';
import { recordProcessOutcome } from './record-process-outcome.command.ts';
import { recordReferenceDataset } from './record-reference-data.command.ts';
import { redraftDecision } from './redraft-decision.command.ts';
import { registerGrouping } from './register-grouping.command.ts';
import { registerMember } from './register-member.command.ts';
import { registerProject } from './register-project.command.ts';
import { registerStructure } from './register-structure.command.ts';
import { rejectDecision } from './reject-decision.command.ts';
import { releaseDraft } from './release-draft.command.ts';
import { reopenGuidanceRequest } from './reopen-guidance-request.command.ts';
import { reportGuidanceRequest } from './report-guidance-request.command.ts';
import { returnAgendaVersion } from './return-agenda-version.command.ts';
import { revokeAccessToken } from './revoke-access-token.command.ts';
import { saveDraft } from './save-draft.command.ts';
import { scheduleCall } from './schedule-call.command.ts';
import { setGuidanceClosurePolicy } from './set-guidance-closure-policy.command.ts';
import { startAction } from './start-action.command.ts';
import { supersedeDecision } from './supersede-decision.command.ts';
import { supersedeGuidanceRequest } from './supersede-guidance-request.command.ts';
import { supersedeWorkingDocument } from './supersede-working-document.command.ts';
import { transmitDecision } from './transmit-decision.command.ts';
import { webhookCommands } from './webhook/index.ts';

/** Every command of the application, by name. */
export const commands = {
  ...recordCommands,
  ...agendaCommands,
  ...meetingCommands,
  ...erasureCommands,
  ...noticeCommands,
  acceptPractice,
  acceptTopic,
  acknowledgePractice,
  acknowledgeTopic,
  addAgendaHeading,
  addAgendaItem,
  addressGuidanceRequest,
  adoptDecision,
  adoptDecisionBySilence,
  rotateLogKey,
  retireLogKey,
  reopenLedger,
  advanceBusinessClock,
  announceConference,
  answerGuidanceStatusEnquiry,
  approveAgendaVersion,
  carryActionForward,
  carryOverGuidanceRequest,
  circulateDecision,
  classifyPractice,
  classifyTopic,
  closeCall,
  closeCallForEdits,
  closeCallForNew,
  closeGuidanceRequest,
  completeAction,
  concludeGuidanceRequest,
  confirmGuidanceClosure,
  confirmWorkingDocument,
  conveneSession,
  correctWorkingDocument,
  declareInventedSamples,
  declinePractice,
  declineTopic,
  discardDraft,
  draftDecision,
  draftGuidanceConsolidation,
  dropAction,
  endAccreditation,
  extendCall,
  fileActionEvidence,
  fixConferenceDates,
  grantAccreditation,
  importWorkingDocument,
  issueAccessToken,
  issueCalendarLink,
  issueOwnAccessToken,
  issueGuidanceRequest,
  issueGuidanceSuccessor,
  justifyPriorityOmission,
  lapseGuidanceRequest,
  linkGuidanceResponse,
  migrateInstance,
  moveToStage,
  objectToDecision,
  openAction,
  openAgenda,
  openCall,
  openGuidanceStatusEnquiry,
  openLedger,
  openSession,
  partiallyCloseGuidanceRequest,
  planSession,
  proposeAgendaVersion,
  publishAgendaVersion,
  publishThemeSet,
  publishWorkflow,
  recommendTopic,
  recordDeadlinePassed,
  recordDecisionImplemented,
  recordGuidanceNilReturn,
  recordGuidanceRequest,
  recordPriorDecision,
  recordProcessOutcome,
  recordReferenceDataset,
  redraftDecision,
  registerGrouping,
  registerMember,
  registerProject,
  registerStructure,
  rejectDecision,
  releaseDraft,
  reopenGuidanceRequest,
  reportGuidanceRequest,
  returnAgendaVersion,
  revokeAccessToken,
  revokeOwnAccessToken,
  revokeCalendarLink,
  saveDraft,
  scheduleCall,
  setGuidanceClosurePolicy,
  startAction,
  supersedeDecision,
  supersedeGuidanceRequest,
  supersedeWorkingDocument,
  transmitDecision,
  ...accountCommands,
  ...contributionCommands,
  ...webhookCommands,
} as const;

export type CommandName = keyof typeof commands;

/** What a command takes. */
export type CommandInput<N extends CommandName> = Parameters<(typeof commands)[N]['run']>[1];
