import { accept, isBlank, reject, same, type CalendarDate, type Decider, type Decision } from '../kernel/index.ts';
import type { StructureCommand, StructureRejection } from './structure.commands.ts';
import type { StructureCountStatement, StructureEvent, StructureRegistration } from './structure.events.ts';

type HostChange = Extract<StructureEvent, { type: 'RegionalStructureHostChanged' }>['data'];

export type StructureState =
  | { readonly status: 'unknown' }
  | { readonly status: 'stated'; readonly statement: StructureCountStatement }
  | {
      readonly status: 'registered';
      readonly data: StructureRegistration;
      readonly establishedOn: CalendarDate | null;
      readonly lastHost: HostChange | null;
      readonly closedOn: CalendarDate | null;
      readonly contact: string | null;
    };

type StructureDecision = Decision<StructureEvent, StructureRejection>;
type Existing = Extract<StructureState, { status: 'registered' }>;
type DatedCommand = Extract<StructureCommand, { data: { inForceFrom: CalendarDate } }>;

const evolve = (state: StructureState, event: StructureEvent): StructureState => {
  if (event.type === 'RegionalStructureCountStated') return { status: 'stated', statement: event.data };
  if (event.type === 'RegionalStructureRegistered')
    return { status: 'registered', data: event.data, establishedOn: null, lastHost: null, closedOn: null, contact: null };
  if (state.status !== 'registered') return state;
  switch (event.type) {
    case 'RegionalStructureEstablished':
      return { ...state, establishedOn: event.data.inForceFrom };
    case 'RegionalStructureHostChanged':
      return { ...state, lastHost: event.data };
    case 'RegionalStructureClosed':
      return { ...state, closedOn: event.data.inForceFrom };
    case 'RegionalStructureContactNamed':
      return { ...state, contact: event.data.personId };
  }
};

const register = (data: StructureRegistration, state: StructureState): StructureDecision => {
  const { structureId: structure, name } = data;
  if (state.status !== 'unknown')
    return state.status === 'registered' && same(state.data, data) ? accept() : reject({ code: 'structure.already_registered', structure });
  return isBlank(name) ? reject({ code: 'structure.name_missing', structure }) : accept({ type: 'RegionalStructureRegistered', data });
};

const stateCount = (data: StructureCountStatement, state: StructureState): StructureDecision => {
  if (state.status === 'registered') return reject({ code: 'structure.already_registered', structure: data.kind });
  if (state.status === 'stated' && same(state.statement, data)) return accept();
  return isBlank(data.source)
    ? reject({ code: 'structure.source_missing', structure: data.kind })
    : accept({ type: 'RegionalStructureCountStated', data });
};

const establish = ({ data }: Extract<DatedCommand, { type: 'EstablishRegionalStructure' }>, state: Existing): StructureDecision => {
  if (state.establishedOn === data.inForceFrom) return accept();
  return state.establishedOn === null
    ? accept({ type: 'RegionalStructureEstablished', data })
    : reject({ code: 'structure.already_established', establishedOn: state.establishedOn });
};

const changeHost = (data: HostChange, { data: registered, lastHost }: Existing): StructureDecision => {
  const { host, hostCity } = lastHost ?? registered;
  if (host === data.host && hostCity === data.hostCity) return accept();
  return lastHost !== null && data.inForceFrom <= lastHost.inForceFrom
    ? reject({ code: 'structure.change_out_of_order', last: lastHost.inForceFrom, inForceFrom: data.inForceFrom })
    : accept({ type: 'RegionalStructureHostChanged', data });
};

const change = (command: DatedCommand, state: Existing): StructureDecision => {
  const { structureId: structure, inForceFrom, source } = command.data;
  const { establishedOn, closedOn } = state;
  if (command.type === 'CloseRegionalStructure' && closedOn === inForceFrom) return accept();
  if (isBlank(source)) return reject({ code: 'structure.source_missing', structure });
  if (closedOn !== null) return reject({ code: 'structure.closed', closedOn });
  if (command.type === 'EstablishRegionalStructure') return establish(command, state);
  if (establishedOn !== null && inForceFrom < establishedOn)
    return reject({ code: 'structure.change_out_of_order', last: establishedOn, inForceFrom });
  return command.type === 'CloseRegionalStructure'
    ? accept({ type: 'RegionalStructureClosed', data: command.data })
    : changeHost(command.data, state);
};

export const structureDecider: Decider<StructureState, StructureCommand, StructureEvent, StructureRejection> = {
  category: 'structure',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'RegisterRegionalStructure') return register(command.data, state);
    if (command.type === 'StateRegionalStructureCount') return stateCount(command.data, state);
    if (state.status !== 'registered') return reject({ code: 'structure.not_found', structure: command.data.structureId });
    if (command.type !== 'NameRegionalStructureContact') return change(command, state);
    return state.contact === command.data.personId ? accept() : accept({ type: 'RegionalStructureContactNamed', data: command.data });
  },
};
