import { accept, isBlank, reject, same, type AccreditationId, type Decider, type Decision } from '../kernel/index.ts';
import type { PersonCommand, PersonDetails, PersonEvent, PersonRejection } from './person.events.ts';

export type PersonState =
  | { readonly status: 'unknown' }
  | { readonly status: 'erased' }
  | {
      readonly status: 'registered';
      readonly personId: string;
      readonly details: PersonDetails;
      readonly accreditations: readonly AccreditationId[];
    };

type PersonDecision = Decision<PersonEvent, PersonRejection>;

/** An address that mail can be tried at; whether it arrives is another matter. */
const checkDetails = ({ name, email }: PersonDetails): PersonRejection | null => {
  if (isBlank(name)) return { code: 'person.name_missing' };
  return email !== null && !/^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(email) ? { code: 'person.email_malformed' } : null;
};

const evolve = (state: PersonState, event: PersonEvent): PersonState => {
  if (event.type === 'PersonRegistered')
    return { status: 'registered', personId: event.data.personId, details: event.data.details, accreditations: [] };
  if (event.type === 'PersonErased') return { status: 'erased' };
  if (state.status !== 'registered') return state;
  switch (event.type) {
    case 'PersonDetailsChanged':
      return { ...state, details: event.data.details };
    case 'PersonAccreditationLinked':
      return { ...state, accreditations: [...state.accreditations, event.data.accreditationId] };
  }
};

const checked = (details: PersonDetails, event: PersonEvent): PersonDecision => {
  const wrong = checkDetails(details);
  return wrong === null ? accept(event) : reject(wrong);
};

const afterErasure = ({ type }: PersonCommand): PersonDecision => (type === 'ErasePerson' ? accept() : reject({ code: 'person.erased' }));

const erase = ({ erasureId, now: erasedAt }: Extract<PersonCommand, { type: 'ErasePerson' }>['data'], personId: string): PersonDecision =>
  accept({ type: 'PersonErased', data: { personId, erasureId, erasedAt } });

export const personDecider: Decider<PersonState, PersonCommand, PersonEvent, PersonRejection> = {
  category: 'person',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (state.status === 'erased') return afterErasure(command);
    if (command.type === 'RegisterPerson') {
      const { personId, details, now: registeredAt } = command.data;
      if (state.status !== 'unknown') return same(state.details, details) ? accept() : reject({ code: 'person.already_registered' });
      return checked(details, { type: 'PersonRegistered', data: { personId, details, registeredAt } });
    }
    if (state.status === 'unknown') return reject({ code: 'person.not_found' });
    const { personId } = state;
    if (command.type === 'ErasePerson') return erase(command.data, personId);
    if (command.type === 'LinkPersonAccreditation') {
      const { accreditationId, now: linkedAt } = command.data;
      return state.accreditations.includes(accreditationId)
        ? accept()
        : accept({ type: 'PersonAccreditationLinked', data: { personId, accreditationId, linkedAt } });
    }
    const { details, now: changedAt } = command.data;
    if (same(state.details, details)) return accept();
    return checked(details, { type: 'PersonDetailsChanged', data: { personId, details, changedAt } });
  },
};
