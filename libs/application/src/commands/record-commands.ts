import { accreditNominee } from './accredit-nominee.command.ts';
import { addProjectBeneficiary } from './add-project-beneficiary.command.ts';
import { addProjectDonor } from './add-project-donor.command.ts';
import { approveAttachmentDeletion } from './approve-attachment-deletion.command.ts';
import { assignTranslation } from './assign-translation.command.ts';
import { certifyTranslation } from './certify-translation.command.ts';
import { changeAccreditationScope } from './change-accreditation-scope.command.ts';
import { changeMemberRegion } from './change-member-region.command.ts';
import { changePersonDetails } from './change-person-details.command.ts';
import { changeRegionalStructureHost } from './change-regional-structure-host.command.ts';
import { closeCalendarDay } from './close-calendar-day.command.ts';
import { closeProject } from './close-project.command.ts';
import { closeRegionalStructure } from './close-regional-structure.command.ts';
import { correctProjectFact } from './correct-project-fact.command.ts';
import { declineNomination } from './decline-nomination.command.ts';
import { defineProjectComponent } from './define-project-component.command.ts';
import { delegateAuthority } from './delegate-authority.command.ts';
import { deliverTranslation } from './deliver-translation.command.ts';
import { detachFromDraft } from './detach-from-draft.command.ts';
import { disputeProjectFact } from './dispute-project-fact.command.ts';
import { establishRegionalStructure } from './establish-regional-structure.command.ts';
import { extendProject } from './extend-project.command.ts';
import { fileAttachment } from './file-attachment.command.ts';
import { fileAttachmentEdition } from './file-attachment-edition.command.ts';
import { linkPersonAccreditation } from './link-person-accreditation.command.ts';
import { nameRegionalStructureContact } from './name-regional-structure-contact.command.ts';
import { nominateAccreditation } from './nominate-accreditation.command.ts';
import { noteTranslationSource } from './note-translation-source.command.ts';
import { proposeProjectSuccessor } from './propose-project-successor.command.ts';
import { recallDelegation } from './recall-delegation.command.ts';
import { recordCommunityJoined } from './record-community-joined.command.ts';
import { recordCommunityLeft } from './record-community-left.command.ts';
import { recordMemberLeft } from './record-member-left.command.ts';
import { recordProjectAgreement } from './record-project-agreement.command.ts';
import { refuseAttachmentDeletion } from './refuse-attachment-deletion.command.ts';
import { registerPerson } from './register-person.command.ts';
import { reinstateAccreditation } from './reinstate-accreditation.command.ts';
import { releaseAttachment } from './release-attachment.command.ts';
import { renameMember } from './rename-member.command.ts';
import { renameProject } from './rename-project.command.ts';
import { reopenCalendarDay } from './reopen-calendar-day.command.ts';
import { reportProjectActivity } from './report-project-activity.command.ts';
import { requestAttachmentDeletion } from './request-attachment-deletion.command.ts';
import { requestTranslation } from './request-translation.command.ts';
import { returnTranslation } from './return-translation.command.ts';
import { reviseTranslation } from './revise-translation.command.ts';
import { stateRegionalStructureCount } from './state-regional-structure-count.command.ts';
import { suspendAccreditation } from './suspend-accreditation.command.ts';
import { withdrawAttachment } from './withdraw-attachment.command.ts';

/** Commands of the registers, accreditations, attachments, translations and the directory of persons, by name. */
export const recordCommands = {
  accreditNominee,
  addProjectBeneficiary,
  addProjectDonor,
  approveAttachmentDeletion,
  assignTranslation,
  certifyTranslation,
  changeAccreditationScope,
  changeMemberRegion,
  changePersonDetails,
  changeRegionalStructureHost,
  closeCalendarDay,
  closeProject,
  closeRegionalStructure,
  correctProjectFact,
  declineNomination,
  defineProjectComponent,
  delegateAuthority,
  deliverTranslation,
  detachFromDraft,
  disputeProjectFact,
  establishRegionalStructure,
  extendProject,
  fileAttachment,
  fileAttachmentEdition,
  linkPersonAccreditation,
  nameRegionalStructureContact,
  nominateAccreditation,
  noteTranslationSource,
  proposeProjectSuccessor,
  recallDelegation,
  recordCommunityJoined,
  recordCommunityLeft,
  recordMemberLeft,
  recordProjectAgreement,
  refuseAttachmentDeletion,
  registerPerson,
  reinstateAccreditation,
  releaseAttachment,
  renameMember,
  renameProject,
  reopenCalendarDay,
  reportProjectActivity,
  requestAttachmentDeletion,
  requestTranslation,
  returnTranslation,
  reviseTranslation,
  stateRegionalStructureCount,
  suspendAccreditation,
  withdrawAttachment,
} as const;
