import type { CommandName } from '../../../../libs/application/src/index.ts';
import type { FormEntry, PageEntry } from '../../page-routes.ts';

const door = (path: string): PageEntry => ({ kind: 'page', path, area: 'entrance', roles: 'everybody', hasPast: false });

const taken = (path: string, ...gives: readonly CommandName[]): FormEntry => ({ kind: 'form', path, area: 'entrance', gives });

/** Where people come in, and the page of their own account. */
export const entrancePages = {
  signIn: door('/sign-in'),
  code: door('/sign-in/code'),
  provider: door('/sign-in/provider'),
  callback: door('/sign-in/callback'),
  join: door('/join/:link'),
  setUp: door('/set-up/:link'),
  account: door('/account'),
} as const;

export const entranceForms = {
  signIn: taken('/sign-in'),
  code: taken('/sign-in/code'),
  join: taken('/join/:link'),
  setUp: taken('/set-up/:link'),
  password: taken('/account/password', 'setAccountPassword'),
  enrol: taken('/account/second-factor', 'enrolAccountSecondFactor'),
  removeSecondFactor: taken('/account/second-factor/remove', 'removeAccountSecondFactor'),
  issueToken: taken('/account/tokens', 'issueOwnAccessToken'),
  revokeToken: taken('/account/tokens/revoke', 'revokeOwnAccessToken'),
  endSession: taken('/account/sessions/end'),
  actAs: taken('/account/act-as'),
} as const;
