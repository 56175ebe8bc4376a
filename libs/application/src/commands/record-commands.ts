import { addProjectBeneficiary } from './add-project-beneficiary.command.ts';
import { addProjectDonor } from './add-project-donor.command.ts';
import { approveAttachmentDeletion } from './approve-attachment-deletion.command.ts';
import { changeMemberRegion } from './change-member-region.command.ts';
import { changeRegionalStructureHost } from './change-regional-structure-host.command.ts';
import { closeProject } from './close-project.command.ts';
import { closeRegionalStructure } from './close-regional-structure.command.ts';
import { correctProjectFact } from './correct-project-fact.command.ts';
import { defineProjectComponent } from './define-project-component.command.ts';
import { detachFromDraft } from './detach-from-draft.command.ts';
import { disputeProjectFact } from './dispute-project-fact.command.ts';
import { establishRegionalStructure } from './establish-regional-structure.command.ts';
import { extendProject } from './extend-project.command.ts';
import { fileAttachment } from './file-attachment.command.ts';
import { fileAttachmentEdition } from './file-attachment-edition.command.ts';
import { nameRegionalStructureContact } from './name-regional-structure-contact.command.ts';
import { proposeProjectSuccessor } from './propose-project-successor.command.ts';
import { recordCommunityJoined } from './record-community-joined.command.ts';
import { recordCommunityLeft } from './record-community-left.command.ts';
import { recordMemberLeft } from './record-member-left.command.ts';
import { recordProjectAgreement } from './record-project-agreement.command.ts';
import { refuseAttachmentDeletion } from './refuse-attachment-deletion.command.ts';
import { releaseAttachment } from './release-attachment.command.ts';
import { renameMember } from './rename-member.command.ts';
import { renameProject } from './rename-project.command.ts';
import { reportProjectActivity } from './report-project-activity.command.ts';
import { requestAttachmentDeletion } from './request-attachment-deletion.command.ts';
import { stateRegionalStructureCount } from './state-regional-structure-count.command.ts';
import { withdrawAttachment } from './withdraw-attachment.command.ts';

/** Commands of the registers, accreditations, attachments, translations and the directory of persons, by name. */
export const recordCommands = {
  addProjectBeneficiary,
  addProjectDonor,
  approveAttachmentDeletion,
  changeMemberRegion,
  changeRegionalStructureHost,
  closeProject,
  closeRegionalStructure,
  correctProjectFact,
  defineProjectComponent,
  detachFromDraft,
  disputeProjectFact,
  establishRegionalStructure,
  extendProject,
  fileAttachment,
  fileAttachmentEdition,
  nameRegionalStructureContact,
  proposeProjectSuccessor,
  recordCommunityJoined,
  recordCommunityLeft,
  recordMemberLeft,
  recordProjectAgreement,
  refuseAttachmentDeletion,
  releaseAttachment,
  renameMember,
  renameProject,
  reportProjectActivity,
  requestAttachmentDeletion,
  stateRegionalStructureCount,
  withdrawAttachment,
} as const;
