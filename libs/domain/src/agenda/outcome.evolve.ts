import type { Handlers } from '../kernel/index.ts';
import type { OpenAgendaState, RecordedOutcome } from './agenda.state.ts';
import type { AgendaOutcomeEvent } from './outcome.events.ts';

type State = OpenAgendaState;

const changeOutcome = (state: State, itemId: string, change: (outcome: RecordedOutcome) => Partial<RecordedOutcome>): State => ({
  ...state,
  outcomes: state.outcomes.map((outcome) => (outcome.itemId === itemId ? { ...outcome, ...change(outcome) } : outcome)),
});

export const outcomeEvolve: Handlers<AgendaOutcomeEvent, State, State> = {
  AgendaOutcomeRecorded: ({ itemId, verb, statement, carriedTo, correctableUntil }, state) => ({
    ...state,
    outcomes: [...state.outcomes, { itemId, verb, statement, carriedTo, revision: 1, correctableUntil, corrections: [] }],
  }),
  AgendaOutcomeCorrected: ({ itemId, verb, statement, carriedTo, revision }, state) =>
    changeOutcome(state, itemId, () => ({ verb, statement, carriedTo, revision })),
  AgendaCorrectionFiled: ({ itemId, correctionId, member }, state) =>
    changeOutcome(state, itemId, ({ corrections }) => ({ corrections: [...corrections, { correctionId, member }] })),
  AgendaPresentationAttached: ({ itemId, sha256 }, state) => ({ ...state, presentations: [...state.presentations, { itemId, sha256 }] }),
  AgendaClosed: (_data, state) => ({ ...state, closed: true }),
};
