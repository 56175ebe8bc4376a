import { adoptSessionReport } from './adopt-session-report.command.ts';
import { beginSessionClosing } from './begin-session-closing.command.ts';
import { cancelConference } from './cancel-conference.command.ts';
import { cancelSession } from './cancel-session.command.ts';
import { closeConference } from './close-conference.command.ts';
import { closeSession } from './close-session.command.ts';
import { convertSessionToDocuments } from './convert-session-to-documents.command.ts';
import { openConference } from './open-conference.command.ts';
import { openConferenceProgramme } from './open-conference-programme.command.ts';
import { postponeConference } from './postpone-conference.command.ts';
import { publishConferenceProgramme } from './publish-conference-programme.command.ts';
import { registerParticipant } from './register-participant.command.ts';
import { reportConference } from './report-conference.command.ts';
import { resumeSession } from './resume-session.command.ts';
import { setConferenceDateRule } from './set-conference-date-rule.command.ts';
import { suspendSession } from './suspend-session.command.ts';
import { withdrawRegistration } from './withdraw-registration.command.ts';

/** Commands on sessions and conferences that came after the first journey, by name. */
export const meetingCommands = {
  adoptSessionReport,
  beginSessionClosing,
  cancelConference,
  cancelSession,
  closeConference,
  closeSession,
  convertSessionToDocuments,
  openConference,
  openConferenceProgramme,
  postponeConference,
  publishConferenceProgramme,
  registerParticipant,
  reportConference,
  resumeSession,
  setConferenceDateRule,
  suspendSession,
  withdrawRegistration,
} as const;
