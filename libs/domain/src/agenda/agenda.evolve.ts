import { dispatch, type Handlers } from '../kernel/index.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { AgendaState, OpenAgendaState } from './agenda.state.ts';
import { buildingEvolve } from './building.evolve.ts';
import { circulationEvolve } from './circulation.evolve.ts';
import { outcomeEvolve } from './outcome.evolve.ts';
import { programmeEvolve } from './programme.evolve.ts';
import { versionEvolve } from './version.evolve.ts';

export const initialAgenda: AgendaState = { status: 'unopened' };

const nothingYet = {
  headings: [],
  items: [],
  numbersGiven: 0,
  removedHeadings: [],
  unpinned: [],
  lettersGiven: [],
  omitted: [],
  lateTopics: [],
  freezeDue: null,
  frozenAt: null,
  programme: { days: [], rooms: [], slots: [] },
  cancelledSlots: [],
  formerSpeakers: [],
  otherMeetings: [],
  clashes: [],
  cancelled: [],
  pending: null,
  published: 0,
  versions: [],
  adoptedVersion: null,
  circulations: [],
  comments: [],
  commentsGiven: [],
  outcomes: [],
  presentations: [],
  closed: false,
} as const;

type AfterOpening = Exclude<AgendaEvent, { type: 'AgendaOpened' | 'SessionAgendaOpened' }>;

const chapters: Handlers<AfterOpening, OpenAgendaState, OpenAgendaState> = {
  ...buildingEvolve,
  ...programmeEvolve,
  ...versionEvolve,
  ...circulationEvolve,
  ...outcomeEvolve,
};

export const evolveAgenda = (state: AgendaState, event: AgendaEvent): AgendaState => {
  if (event.type === 'AgendaOpened') {
    const { agendaId, conferenceId, title, themeSetId } = event.data;
    return {
      status: 'opened',
      agendaId,
      meeting: { kind: 'conference', id: conferenceId },
      openedAs: title,
      title,
      themeSetId,
      ...nothingYet,
    };
  }
  if (event.type === 'SessionAgendaOpened') {
    const { agendaId, sessionId, title, themeSetId } = event.data;
    return { status: 'opened', agendaId, meeting: { kind: 'session', id: sessionId }, openedAs: title, title, themeSetId, ...nothingYet };
  }
  return state.status === 'unopened' ? state : dispatch(chapters, event, state);
};
