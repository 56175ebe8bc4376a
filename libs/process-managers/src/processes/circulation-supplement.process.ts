import type { DeadlineKnowledge } from '../../../application/src/index.ts';
import type { CalendarDate, Instant } from '../../../domain/src/index.ts';
import type { Output, Process } from '../runner/process.port.ts';
import { give, reactingProcess, then } from './reacting.ts';

/** A circulation in which comments are asked for, until when. */
interface Asked {
  readonly agendaId: string;
  readonly circulationId: string;
  readonly until: Instant;
}

interface State {
  readonly asked: readonly Asked[];
  /** Days on which somebody accedes who was put on record before. */
  readonly joining: readonly CalendarDate[];
}

type Clocks = Pick<DeadlineKnowledge, 'resolve' | 'dateAt'>;

const zone = 'Europe/Brussels';

const supplement = ({ agendaId, circulationId }: Asked): Output => give('supplementAgendaCirculation', { agendaId, circulationId });

/** Told in the first minute of the day of accession, when that is before the last moment for comments. */
const laterOn = (asked: Asked, day: CalendarDate, { resolve }: Clocks): readonly Output[] => {
  const start = resolve(`${day}T00:00`, zone);
  if ('rejection' in start || start.deadline.instant > asked.until) return [];
  const { agendaId, circulationId } = asked;
  const order = { name: 'supplementAgendaCirculation', input: { agendaId, circulationId } };
  return [{ kind: 'setTimer', timer: `${circulationId} ${day}`, due: start.deadline.instant, order }];
};

const asking = (state: State, asked: Asked, now: Instant, clocks: Clocks) => {
  const joining = state.joining.filter((day) => day > clocks.dateAt(now));
  const others = state.asked.filter(({ circulationId }) => circulationId !== asked.circulationId);
  return then({ asked: [...others, asked], joining }, ...joining.flatMap((day) => laterOn(asked, day, clocks)));
};

const acceding = (state: State, day: CalendarDate, now: Instant, clocks: Clocks) => {
  const asked = state.asked.filter(({ until }) => now <= until);
  if (day <= clocks.dateAt(now)) return then({ ...state, asked }, ...asked.map(supplement));
  const joining = [...state.joining.filter((known) => known !== day), day];
  return then({ asked, joining }, ...asked.flatMap((one) => laterOn(one, day, clocks)));
};

const everywhere = ['all'];

/**
 * Sends a draft agenda to a Member that accedes while comments on it are asked for (BR-18). One instance for all: an accession concerns
 * every agenda.
 */
export const circulationSupplement = (clocks: Clocks): Process<State> =>
  reactingProcess<State>({
    name: 'circulation-supplement',
    version: 1,
    initialState: { asked: [], joining: [] },
    reactions: {
      AgendaCirculated: {
        of: ({ data }) => (data.commentsUntil === null ? [] : everywhere),
        then: (state, { data: { agendaId, circulationId, commentsUntil }, occurredAt }) =>
          commentsUntil === null
            ? then(state)
            : asking(state, { agendaId, circulationId, until: commentsUntil.instant }, occurredAt, clocks),
      },
      AgendaCommentPeriodExtended: {
        of: () => everywhere,
        then: (state, { data: { agendaId, circulationId, commentsUntil }, occurredAt }) =>
          asking(state, { agendaId, circulationId, until: commentsUntil.instant }, occurredAt, clocks),
      },
      MemberRegistered: {
        of: () => everywhere,
        then: (state, { data: { accededOn }, occurredAt }) => acceding(state, accededOn, occurredAt, clocks),
      },
    },
  });
