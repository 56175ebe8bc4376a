import { describe, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { personDecider, type PersonCommand, type PersonDetails, type PersonEvent } from './index.ts';

const given = specFor(personDecider);
const personId = 'p1';
const details: PersonDetails = {
  name: 'A. Person',
  title: 'Delegate',
  organisation: null,
  email: 'a.person@example.org',
  telephone: null,
  language: 'en',
};
const register = (more: Partial<PersonDetails> = {}): PersonCommand => ({
  type: 'RegisterPerson',
  data: { personId, details: { ...details, ...more }, now: noon },
});
const registered: PersonEvent = { type: 'PersonRegistered', data: { personId, details, registeredAt: noon } };
const change = (more: Partial<PersonDetails>): PersonCommand => ({
  type: 'ChangePersonDetails',
  data: { details: { ...details, ...more }, now: noon },
});
const { accreditationId } = who('kim');
const link: PersonCommand = { type: 'LinkPersonAccreditation', data: { accreditationId, now: noon } };
const linked: PersonEvent = { type: 'PersonAccreditationLinked', data: { personId, accreditationId, linkedAt: noon } };
const erase: PersonCommand = { type: 'ErasePerson', data: { erasureId: 'e1', now: noon } };
const erased: PersonEvent = { type: 'PersonErased', data: { personId, erasureId: 'e1', erasedAt: noon } };

describe('person', () => {
  it('is registered, once', () => {
    given().when(register()).then(registered);
    given(registered).when(register()).thenNothing();
    given(registered)
      .when(register({ name: 'B. Person' }))
      .thenRejected({ code: 'person.already_registered' });
  });
  it('has a name, and an address that mail can be tried at', () => {
    given()
      .when(register({ name: ' ' }))
      .thenRejected({ code: 'person.name_missing' });
    for (const email of ['', 'a@b', 'a b@example.org', '<a@example.org>', 'a@example..org', 'a@@example.org'])
      given().when(register({ email })).thenRejected({ code: 'person.email_malformed' });
    given()
      .when(register({ email: null }))
      .then({ type: 'PersonRegistered', data: { personId, details: { ...details, email: null }, registeredAt: noon } });
  });
  it('changes, once for each change', () => {
    const changed: PersonEvent = {
      type: 'PersonDetailsChanged',
      data: { personId, details: { ...details, title: null }, changedAt: noon },
    };
    given(registered)
      .when(change({ title: null }))
      .then(changed);
    given(registered, changed)
      .when(change({ title: null }))
      .thenNothing();
    given(registered)
      .when(change({ name: '' }))
      .thenRejected({ code: 'person.name_missing' });
  });
  it('holds an accreditation, linked once', () => {
    given(registered).when(link).then(linked);
    given(registered, linked).when(link).thenNothing();
  });
  it('is erased for good, once', () => {
    given(registered, linked).when(erase).then(erased);
    given(registered, erased).when(erase).thenNothing();
    for (const command of [register(), change({}), link]) given(registered, erased).when(command).thenRejected({ code: 'person.erased' });
    given().when(erase).thenRejected({ code: 'person.not_found' });
  });
  it('that is not in the directory takes nothing', () => {
    given().when(link).thenRejected({ code: 'person.not_found' });
    given().when(change({})).thenRejected({ code: 'person.not_found' });
  });
});
