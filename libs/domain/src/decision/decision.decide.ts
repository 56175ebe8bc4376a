import { checkReasonGiven, dispatch, reject, type Decider, type Handlers } from '../kernel/index.ts';
import type { DecisionCommand, DecisionRejection } from './decision.commands.ts';
import type { DecisionEvent } from './decision.events.ts';
import { evolveDecision, initialDecision, type DecisionState, type KnownDecision } from './decision.state.ts';
import { adopt, draft, recordPrior, redraft, rejectText, wrongStage, type DecisionOnText } from './drafting.decide.ts';
import { implement, supersede, transmit } from './effect.decide.ts';
import { adoptBySilence, circulate, object } from './silence.decide.ts';

type TextCommand = Exclude<
  DecisionCommand,
  { type: 'RecordPriorDecision' | 'DraftDecision' | 'RecordDecisionImplemented' | 'SupersedeDecision' }
>;

const handlers: Handlers<TextCommand, KnownDecision, DecisionOnText> = {
  RedraftDecision: redraft,
  AdoptDecision: adopt,
  RejectDecision: rejectText,
  CirculateDecision: circulate,
  ObjectToDecision: object,
  AdoptDecisionBySilence: adoptBySilence,
  TransmitDecision: transmit,
};

const decideKnown = (
  command: Exclude<DecisionCommand, { type: 'RecordPriorDecision' | 'DraftDecision' }>,
  state: Exclude<DecisionState, { status: 'unknown' }>,
): DecisionOnText => {
  if (command.type === 'RecordDecisionImplemented') return implement(command.data, state);
  if (command.type === 'SupersedeDecision') return supersede(command.data, state);
  return state.status === 'prior' ? wrongStage('prior', 'drafted') : dispatch(handlers, command, state);
};

export const decisionDecider: Decider<DecisionState, DecisionCommand, DecisionEvent, DecisionRejection> = {
  category: 'decision',
  initialState: initialDecision,
  evolve: evolveDecision,
  decide: (command, state) => {
    if (command.type === 'RecordPriorDecision') return recordPrior(command.data, state);
    if (command.type === 'DraftDecision') return draft(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'decision.not_found' });
    const wrong = 'reason' in command.data ? checkReasonGiven(command.data.reason) : null;
    return wrong === null ? decideKnown(command, state) : reject(wrong);
  },
};
