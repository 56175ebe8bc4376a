import type { Decider } from '../kernel/index.ts';
import { decideAccessToken } from './access-token.decide.ts';
import { decideCalendarLink } from './calendar-link.decide.ts';
import type { CredentialCommand, CredentialEvent, CredentialRejection } from './credential.events.ts';
import { evolveCredential, type CredentialState } from './credential.state.ts';

export const credentialDecider: Decider<CredentialState, CredentialCommand, CredentialEvent, CredentialRejection> = {
  category: 'credential',
  initialState: { status: 'unknown' },
  evolve: evolveCredential,
  decide: (command, state) =>
    command.type === 'IssueCalendarLink' || command.type === 'RevokeCalendarLink'
      ? decideCalendarLink(command, state)
      : decideAccessToken(command, state),
};
