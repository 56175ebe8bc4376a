import { checkReasonGiven, dispatch, reject, type Decider, type Handlers } from '../kernel/index.ts';
import { address, issue, linkResponse, open, recordNilReturn, setPolicy, type GuidanceDecision } from './asking.decide.ts';
import { close, confirmClosure, partiallyClose } from './closing.decide.ts';
import { carryOver, conclude, draftConsolidation, report } from './concluding.decide.ts';
import type { GuidanceCommand } from './guidance.commands.ts';
import type { GuidanceEvent } from './guidance.events.ts';
import type { GuidanceRejection } from './guidance.rejections.ts';
import { evolveGuidance, initialGuidance, type GuidanceState, type IssuedGuidance } from './guidance.state.ts';
import { answerEnquiry, lapse, openEnquiry, reopen, supersede } from './leaving.decide.ts';

type IssuedCommand = Exclude<GuidanceCommand, { type: 'IssueGuidanceRequest' }>;

const handlers: Handlers<IssuedCommand, IssuedGuidance, GuidanceDecision> = {
  AddressGuidanceRequest: address,
  SetGuidanceClosurePolicy: setPolicy,
  OpenGuidanceRequest: open,
  LinkGuidanceResponse: linkResponse,
  RecordGuidanceNilReturn: recordNilReturn,
  DraftGuidanceConsolidation: draftConsolidation,
  ReportGuidanceRequest: report,
  ConcludeGuidanceRequest: conclude,
  PartiallyCloseGuidanceRequest: partiallyClose,
  CloseGuidanceRequest: close,
  ConfirmGuidanceClosure: confirmClosure,
  CarryOverGuidanceRequest: carryOver,
  LapseGuidanceRequest: lapse,
  SupersedeGuidanceRequest: supersede,
  ReopenGuidanceRequest: reopen,
  OpenGuidanceStatusEnquiry: openEnquiry,
  AnswerGuidanceStatusEnquiry: answerEnquiry,
};

export const guidanceDecider: Decider<GuidanceState, GuidanceCommand, GuidanceEvent, GuidanceRejection> = {
  category: 'guidance',
  initialState: initialGuidance,
  evolve: evolveGuidance,
  decide: (command, state) => {
    if (command.type === 'IssueGuidanceRequest') return issue(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'guidance.not_issued' });
    const wrong = 'reason' in command.data ? checkReasonGiven(command.data.reason) : null;
    return wrong === null ? dispatch(handlers, command, state) : reject(wrong);
  },
};
