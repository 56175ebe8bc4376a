import { accept, checkReasonGiven, reject, same } from '../kernel/index.ts';
import { checkContent, checkUnderTriage, triage } from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import { recorded, type TopicDecision, type TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

const checkParts = ({ parts }: TopicCommands['SplitTopic'], { merge, sources }: Topic): TopicRejection | null => {
  if (merge !== null) return { code: 'merge.proposal_open', target: merge.targetId };
  if (sources.length > 0) return { code: 'merge.has_sources' };
  if (parts.length < 2) return { code: 'topic.too_few_parts', parts: parts.length };
  return parts.map(({ content }) => checkContent(content)).find((wrong) => wrong !== null) ?? null;
};

/** Divides a topic that asks for two things; its text stays as it was sent, each part begins a life of its own. */
const split = (data: TopicCommands['SplitTopic'], state: Topic): TopicDecision => {
  const { actor, now, reason, parts } = data;
  const ids = parts.map((part) => part.topicId);
  if (state.ended === 'split' && same(state.parts, ids)) return accept();
  const wrong = checkUnderTriage(state) ?? checkParts(data, state) ?? checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const { contributionId: topicId } = state.release;
  return accept({ type: 'TopicSplit', data: { topicId, parts, reason, splitBy: actor.accreditationId, splitAt: now } });
};

export const triageDecisions = {
  AcknowledgeTopic: (data, state) =>
    recorded(state, triage.acknowledge(data, state), (body) => ({ type: 'TopicAcknowledged', data: body })),
  StartTopicTriage: (data, state) =>
    recorded(state, triage.startTriage(data, state), (body) => ({ type: 'TopicTriageStarted', data: body })),
  AssessTopicCompleteness: (data, state) =>
    recorded(state, triage.assessCompleteness(data, state), (body) => ({ type: 'TopicCompletenessAssessed', data: body })),
  ClassifyTopic: (data, state) => recorded(state, triage.classify(data, state), (body) => ({ type: 'TopicClassified', data: body })),
  ContestTopicThemes: (data, state) =>
    recorded(state, triage.contestThemes(data, state), (body) => ({ type: 'TopicThemesContested', data: body })),
  FlagTopicSensitive: (data, state) =>
    recorded(state, triage.flagSensitive(data, state), (body) => ({ type: 'TopicFlaggedSensitive', data: body })),
  LiftTopicSensitiveFlag: (data, state) =>
    recorded(state, triage.liftSensitiveFlag(data, state), (body) => ({ type: 'TopicSensitiveFlagLifted', data: body })),
  RequestTopicClarification: (data, state) =>
    recorded(state, triage.requestClarification(data, state), (body) => ({ type: 'TopicClarificationRequested', data: body })),
  AnswerTopicClarification: (data, state) =>
    recorded(state, triage.answerClarification(data, state), (body) => ({ type: 'TopicClarificationAnswered', data: body })),
  LapseTopicClarification: (data, state) =>
    recorded(state, triage.lapseClarification(data, state), (body) => ({ type: 'TopicClarificationLapsed', data: body })),
  ConfirmTopicDuplicate: (data, state) =>
    recorded(state, triage.ruleOnDuplicate(data, 'confirmed', state), (body) => ({ type: 'TopicDuplicateConfirmed', data: body })),
  RuleOutTopicDuplicate: (data, state) =>
    recorded(state, triage.ruleOnDuplicate(data, 'ruled_out', state), (body) => ({ type: 'TopicDuplicateRuledOut', data: body })),
  UndoTopicDuplicateRuling: (data, state) =>
    recorded(state, triage.undoDuplicateRuling(data, state), (body) => ({ type: 'TopicDuplicateRulingUndone', data: body })),
  SplitTopic: split,
} satisfies Partial<TopicDecisions>;
