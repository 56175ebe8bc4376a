import { accept, reject, type Decision } from '../kernel/index.ts';
import type { CalendarLink, CalendarLinkCommand, CredentialEvent, CredentialRejection } from './credential.events.ts';
import type { CredentialState } from './credential.state.ts';

/** Makes a link, once, or takes it back: only whoever made it, and of others' links it is not even told that they are there. */
export const decideCalendarLink = (
  command: CalendarLinkCommand,
  state: CredentialState,
): Decision<CredentialEvent, CredentialRejection> => {
  if (command.type === 'IssueCalendarLink') {
    if (state.status !== 'unknown') return reject({ code: 'credential.already_issued' });
    const { now, ...link } = command.data;
    return accept({ type: 'CalendarLinkIssued', data: { ...link, issuedAt: now } });
  }
  const { by, now } = command.data;
  if (!('link' in state) || state.link.accreditationId !== by) return reject({ code: 'credential.link_not_issued' });
  if (state.status === 'unlinked') return accept();
  return accept({ type: 'CalendarLinkRevoked', data: { credentialId: state.link.credentialId, revokedAt: now } });
};

/** The link with which a calendar may be asked for; null once it was taken back, and for anything else. */
export const standingLink = (state: CredentialState): CalendarLink | null => (state.status === 'linked' ? state.link : null);
