import { triage } from '../contribution/index.ts';
import { recorded, type PracticeDecisions } from './practice.deciding.ts';

export const triageDecisions = {
  AcknowledgePractice: (data, state) =>
    recorded(state, triage.acknowledge(data, state), (body) => ({ type: 'PracticeAcknowledged', data: body })),
  StartPracticeTriage: (data, state) =>
    recorded(state, triage.startTriage(data, state), (body) => ({ type: 'PracticeTriageStarted', data: body })),
  AssessPracticeCompleteness: (data, state) =>
    recorded(state, triage.assessCompleteness(data, state), (body) => ({ type: 'PracticeCompletenessAssessed', data: body })),
  ClassifyPractice: ({ actor, ...data }, state) =>
    recorded(state, triage.classify(data, state), (body) => ({
      type: 'PracticeClassified',
      data: { ...body, classifiedBy: actor.accreditationId },
    })),
  ContestPracticeThemes: (data, state) =>
    recorded(state, triage.contestThemes(data, state), (body) => ({ type: 'PracticeThemesContested', data: body })),
  FlagPracticeSensitive: (data, state) =>
    recorded(state, triage.flagSensitive(data, state), (body) => ({ type: 'PracticeFlaggedSensitive', data: body })),
  LiftPracticeSensitiveFlag: (data, state) =>
    recorded(state, triage.liftSensitiveFlag(data, state), (body) => ({ type: 'PracticeSensitiveFlagLifted', data: body })),
  RequestPracticeClarification: (data, state) =>
    recorded(state, triage.requestClarification(data, state), (body) => ({ type: 'PracticeClarificationRequested', data: body })),
  AnswerPracticeClarification: (data, state) =>
    recorded(state, triage.answerClarification(data, state), (body) => ({ type: 'PracticeClarificationAnswered', data: body })),
  LapsePracticeClarification: (data, state) =>
    recorded(state, triage.lapseClarification(data, state), (body) => ({ type: 'PracticeClarificationLapsed', data: body })),
  ConfirmPracticeDuplicate: (data, state) =>
    recorded(state, triage.ruleOnDuplicate(data, 'confirmed', state), (body) => ({ type: 'PracticeDuplicateConfirmed', data: body })),
  RuleOutPracticeDuplicate: (data, state) =>
    recorded(state, triage.ruleOnDuplicate(data, 'ruled_out', state), (body) => ({ type: 'PracticeDuplicateRuledOut', data: body })),
  UndoPracticeDuplicateRuling: (data, state) =>
    recorded(state, triage.undoDuplicateRuling(data, state), (body) => ({ type: 'PracticeDuplicateRulingUndone', data: body })),
} satisfies Partial<PracticeDecisions>;
