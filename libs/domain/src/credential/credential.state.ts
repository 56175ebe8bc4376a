import type { CalendarLink, CredentialEvent } from './credential.events.ts';

type Issued = Extract<CredentialEvent, { type: 'AccessTokenIssued' }>['data'];

export type CredentialState =
  | { readonly status: 'unknown' }
  | { readonly status: 'issued' | 'revoked'; readonly token: Issued }
  | { readonly status: 'linked' | 'unlinked'; readonly link: CalendarLink };

export const evolveCredential = (state: CredentialState, event: CredentialEvent): CredentialState => {
  switch (event.type) {
    case 'AccessTokenIssued':
      return { status: 'issued', token: event.data };
    case 'AccessTokenRevoked':
      return 'token' in state ? { status: 'revoked', token: state.token } : state;
    case 'CalendarLinkIssued': {
      const { issuedAt: _issuedAt, ...link } = event.data;
      return { status: 'linked', link };
    }
    case 'CalendarLinkRevoked':
      return 'link' in state ? { status: 'unlinked', link: state.link } : state;
  }
};
