import type { AccreditationId } from '../../libs/domain/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';
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
