import { addAgendaDay } from './add-agenda-day.command.ts';
import { addAgendaRoom } from './add-agenda-room.command.ts';
import { addAgendaSlot } from './add-agenda-slot.command.ts';
import { addProceduralAgendaItem } from './add-procedural-agenda-item.command.ts';
import { adoptAgenda } from './adopt-agenda.command.ts';
import { annotateAgendaItem } from './annotate-agenda-item.command.ts';
import { assignAgendaSlotItems } from './assign-agenda-slot-items.command.ts';
import { attachAgendaPresentation } from './attach-agenda-presentation.command.ts';
import { cancelAgendaSlot } from './cancel-agenda-slot.command.ts';
import { carryAgendaItem } from './carry-agenda-item.command.ts';
import { changeAgendaActionLabels } from './change-agenda-action-labels.command.ts';
import { circulateAgenda } from './circulate-agenda.command.ts';
import { closeAgenda } from './close-agenda.command.ts';
import { commentOnAgenda } from './comment-on-agenda.command.ts';
import { confirmAgendaSpeaker } from './confirm-agenda-speaker.command.ts';
import { correctAgendaOutcome } from './correct-agenda-outcome.command.ts';
import { cosignAgendaComment } from './cosign-agenda-comment.command.ts';
import { declineAgendaSpeaker } from './decline-agenda-speaker.command.ts';
import { disposeAgendaComment } from './dispose-agenda-comment.command.ts';
import { embargoAgendaVersion } from './embargo-agenda-version.command.ts';
import { extendAgendaCommentPeriod } from './extend-agenda-comment-period.command.ts';
import { fileAgendaCorrection } from './file-agenda-correction.command.ts';
import { freezeAgenda } from './freeze-agenda.command.ts';
import { inviteAgendaSpeaker } from './invite-agenda-speaker.command.ts';
import { liftAgendaEmbargo } from './lift-agenda-embargo.command.ts';
import { listLateAgendaTopic } from './list-late-agenda-topic.command.ts';
import { moveAgendaHeading } from './move-agenda-heading.command.ts';
import { moveAgendaItem } from './move-agenda-item.command.ts';
import { moveAgendaSlot } from './move-agenda-slot.command.ts';
import { noteOtherMeeting } from './note-other-meeting.command.ts';
import { openSessionAgenda } from './open-session-agenda.command.ts';
import { pinAgendaDocument } from './pin-agenda-document.command.ts';
import { recordAgendaOutcome } from './record-agenda-outcome.command.ts';
import { refreshAgendaItemTopic } from './refresh-agenda-item-topic.command.ts';
import { removeAgendaDay } from './remove-agenda-day.command.ts';
import { removeAgendaHeading } from './remove-agenda-heading.command.ts';
import { removeAgendaItem } from './remove-agenda-item.command.ts';
import { removeAgendaRoom } from './remove-agenda-room.command.ts';
import { replaceAgendaSpeaker } from './replace-agenda-speaker.command.ts';
import { restoreAgendaVersion } from './restore-agenda-version.command.ts';
import { retitleAgenda } from './retitle-agenda.command.ts';
import { retitleAgendaHeading } from './retitle-agenda-heading.command.ts';
import { retitleAgendaItem } from './retitle-agenda-item.command.ts';
import { retitleAgendaSlot } from './retitle-agenda-slot.command.ts';
import { ruleOnLateAgendaTopic } from './rule-on-late-agenda-topic.command.ts';
import { scheduleAgendaFreeze } from './schedule-agenda-freeze.command.ts';
import { scheduleAgendaPublication } from './schedule-agenda-publication.command.ts';
import { supplementAgendaCirculation } from './supplement-agenda-circulation.command.ts';
import { unfreezeAgenda } from './unfreeze-agenda.command.ts';
import { unpinAgendaDocument } from './unpin-agenda-document.command.ts';
import { unscheduleAgendaPublication } from './unschedule-agenda-publication.command.ts';
import { waiveAgendaClash } from './waive-agenda-clash.command.ts';
import { waiveAgendaParity } from './waive-agenda-parity.command.ts';
import { withdrawAgendaComment } from './withdraw-agenda-comment.command.ts';

/** Commands on the agenda that came after the first journey, by name. */
export const agendaCommands = {
  addAgendaDay,
  addAgendaRoom,
  addAgendaSlot,
  addProceduralAgendaItem,
  adoptAgenda,
  annotateAgendaItem,
  assignAgendaSlotItems,
  attachAgendaPresentation,
  cancelAgendaSlot,
  carryAgendaItem,
  changeAgendaActionLabels,
  circulateAgenda,
  closeAgenda,
  commentOnAgenda,
  confirmAgendaSpeaker,
  correctAgendaOutcome,
  cosignAgendaComment,
  declineAgendaSpeaker,
  disposeAgendaComment,
  embargoAgendaVersion,
  extendAgendaCommentPeriod,
  fileAgendaCorrection,
  freezeAgenda,
  inviteAgendaSpeaker,
  liftAgendaEmbargo,
  listLateAgendaTopic,
  moveAgendaHeading,
  moveAgendaItem,
  moveAgendaSlot,
  noteOtherMeeting,
  openSessionAgenda,
  pinAgendaDocument,
  recordAgendaOutcome,
  refreshAgendaItemTopic,
  removeAgendaDay,
  removeAgendaHeading,
  removeAgendaItem,
  removeAgendaRoom,
  replaceAgendaSpeaker,
  restoreAgendaVersion,
  retitleAgenda,
  retitleAgendaHeading,
  retitleAgendaItem,
  retitleAgendaSlot,
  ruleOnLateAgendaTopic,
  scheduleAgendaFreeze,
  scheduleAgendaPublication,
  supplementAgendaCirculation,
  unfreezeAgenda,
  unpinAgendaDocument,
  unscheduleAgendaPublication,
  waiveAgendaClash,
  waiveAgendaParity,
  withdrawAgendaComment,
} as const;
