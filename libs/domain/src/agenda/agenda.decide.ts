import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { AgendaCommand, AgendaRejection } from './agenda.commands.ts';
import type { AgendaEvent } from './agenda.events.ts';
import { evolveAgenda, initialAgenda, type AgendaState, type OpenAgendaState } from './agenda.state.ts';
import { addHeading, addItem, checkTitle, justifyOmission } from './building.decide.ts';
import { approveVersion, proposeVersion, publishVersion, returnVersion } from './version.decide.ts';

type AgendaDecision = Decision<AgendaEvent, AgendaRejection>;

const open = (data: Extract<AgendaCommand, { type: 'OpenAgenda' }>['data'], state: AgendaState): AgendaDecision => {
  if (state.status === 'building') {
    return state.conferenceId === data.conferenceId && same(state.title, data.title)
      ? accept()
      : reject({ code: 'agenda.already_open', agenda: data.agendaId });
  }
  const wrong = checkTitle(data.title);
  return wrong === null ? accept({ type: 'AgendaOpened', data }) : reject(wrong);
};

const decideBuilding = (command: Exclude<AgendaCommand, { type: 'OpenAgenda' }>, state: OpenAgendaState): AgendaDecision => {
  switch (command.type) {
    case 'AddAgendaHeading':
      return addHeading(command.data, state);
    case 'AddAgendaItem':
      return addItem(command.data, state);
    case 'JustifyPriorityOmission':
      return justifyOmission(command.data, state);
    case 'ProposeAgendaVersion':
      return proposeVersion(command.data, state);
    case 'ReturnAgendaVersion':
      return returnVersion(command.data, state);
    case 'ApproveAgendaVersion':
      return approveVersion(command.data, state);
    case 'PublishAgendaVersion':
      return publishVersion(command.data, state);
  }
};

export const agendaDecider: Decider<AgendaState, AgendaCommand, AgendaEvent, AgendaRejection> = {
  category: 'agenda',
  initialState: initialAgenda,
  evolve: evolveAgenda,
  decide: (command, state) => {
    if (command.type === 'OpenAgenda') return open(command.data, state);
    return state.status === 'building' ? decideBuilding(command, state) : reject({ code: 'agenda.not_found' });
  },
};
