import { intake } from '../contribution/index.ts';
import { recorded, type PracticeDecisions } from './practice.deciding.ts';

export const intakeDecisions = {
  ConfirmPracticeEntry: (data, state) =>
    recorded(state, intake.confirmEntry(data, state), (body) => ({ type: 'PracticeEntryConfirmed', data: body })),
  CorrectPracticeEntry: (data, state) =>
    recorded(state, intake.correctEntry(data, state), (body) => ({ type: 'PracticeEntryCorrected', data: body })),
  AmendPractice: (data, state) => recorded(state, intake.amend(data, state), (body) => ({ type: 'PracticeAmended', data: body })),
  WithdrawPractice: (data, state) => recorded(state, intake.withdraw(data, state), (body) => ({ type: 'PracticeWithdrawn', data: body })),
  RequestPracticeWithdrawal: (data, state) =>
    recorded(state, intake.requestWithdrawal(data, state), (body) => ({ type: 'PracticeWithdrawalRequested', data: body })),
  GrantPracticeWithdrawal: (data, state) =>
    recorded(state, intake.grantWithdrawal(data, state), (body) => ({ type: 'PracticeWithdrawn', data: body })),
  RefusePracticeWithdrawal: (data, state) =>
    recorded(state, intake.refuseWithdrawal(data, state), (body) => ({ type: 'PracticeWithdrawalRefused', data: body })),
  AdmitLatePractice: (data, state) =>
    recorded(state, intake.admitLate(data, state), (body) => ({ type: 'PracticeLateAdmitted', data: body })),
} satisfies Partial<PracticeDecisions>;
