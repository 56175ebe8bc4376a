import { expect } from '@jest/globals';
import type { AccreditationId } from '../../libs/domain/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';
import { BrowserClient } from './browser-client.ts';
import type { Desk } from './desk.ts';

export const goodPassword = 'seven herons wade at dusk';

/** A person with an accreditation, and an invitation to sign in that nobody has used yet. */
export interface Invited {
  readonly email: string;
  readonly accountId: string;
  readonly accreditationId: string;
  readonly link: string;
}

/** Puts a person with an address into the directory, accredits and invites it. */
export const invite = async (desk: Desk, operator: string, role: string, member: string | null, email: string): Promise<Invited> => {
  const details = { name: `The ${role}`, title: null, organisation: null, email, telephone: null, language: 'en' };
  const personId = String((await desk.done('/persons', details)).body['id']);
  const grant = { role, member, validFrom: null, validUntil: null, language: 'en' };
  const accreditationId = String((await desk.done('/accreditations', grant, operator)).body['id']);
  await desk.done(`/persons/${personId}/accreditations`, { accreditationId });
  const { body } = await desk.done('/accounts', { personId }, operator);
  return { email, accreditationId, accountId: String(body['id']), link: String(body['token']) };
};

/** An observer who was invited, without a desk in between. */
export const accountOn = async (application: TestApplication): Promise<{ readonly email: string; readonly link: string }> => {
  const setup = callerAs('operator', null, 'setup');
  const email = 'observer@organization.example';
  const details = { name: 'The observer', title: null, organisation: null, email, telephone: null, language: 'en' } as const;
  const { id: personId } = await application.done(setup, 'registerPerson', { details });
  const grant = { role: 'observer', member: null, validFrom: null, validUntil: null, language: 'en' } as const;
  const { id } = await application.done(setup, 'grantAccreditation', grant);
  await application.done(setup, 'linkPersonAccreditation', { personId, accreditationId: id as AccreditationId });
  const { token = '' } = await application.done(setup, 'inviteAccount', { personId });
  return { email, link: token };
};

/** People who sign in with browsers of their own. @param at  the desk and its operator, once both are there */
export const signingInAt = (at: () => { readonly desk: Desk; readonly operator: string }) => {
  let nth = 0;
  const browser = (): BrowserClient => new BrowserClient(at().desk.url);
  const setPassword = (link: string, password = goodPassword) => browser().api('POST', '/sign-in/link', { link, password });
  const signIn = async (email: string, password = goodPassword): Promise<BrowserClient> => {
    const client = browser();
    const { status, body } = await client.api('POST', '/sign-in', { email, password });
    expect([status, body['stage']]).toStrictEqual([200, 'open']);
    return client;
  };
  /** 'signed in', or status and code of the refusal. */
  const codeOf = async (client: BrowserClient, path = '/sign-in/session'): Promise<unknown> => {
    const { status, body } = await client.api('GET', path);
    return status === 200 ? 'signed in' : `${status} ${String(body['code'])}`;
  };
  /** Somebody new with a password. */
  const newcomer = async (role = 'delegate', member: string | null = 'GH'): Promise<Invited> => {
    const { desk, operator } = at();
    const invited = await invite(desk, operator, role, member, `somebody-${(nth += 1)}@ghana.example`);
    expect((await setPassword(invited.link)).status).toBe(204);
    return invited;
  };
  return { browser, setPassword, signIn, codeOf, newcomer };
};
