import { acceptTopicMerge } from './accept-topic-merge.command.ts';
import { admitLatePractice } from './admit-late-practice.command.ts';
import { admitLateTopic } from './admit-late-topic.command.ts';
import { amendPractice } from './amend-practice.command.ts';
import { amendTopic } from './amend-topic.command.ts';
import { answerPracticeClarification } from './answer-practice-clarification.command.ts';
import { answerTopicClarification } from './answer-topic-clarification.command.ts';
import { assessPracticeCompleteness } from './assess-practice-completeness.command.ts';
import { assessTopicCompleteness } from './assess-topic-completeness.command.ts';
import { carryTopicOver } from './carry-topic-over.command.ts';
import { closeTopic } from './close-topic.command.ts';
import { completeTopicMerge } from './complete-topic-merge.command.ts';
import { confirmPracticeDuplicate } from './confirm-practice-duplicate.command.ts';
import { confirmPracticeEntry } from './confirm-practice-entry.command.ts';
import { confirmTopicDuplicate } from './confirm-topic-duplicate.command.ts';
import { confirmTopicEntry } from './confirm-topic-entry.command.ts';
import { consentToTopicMerge } from './consent-to-topic-merge.command.ts';
import { contestPracticeThemes } from './contest-practice-themes.command.ts';
import { contestTopicThemes } from './contest-topic-themes.command.ts';
import { correctPracticeEntry } from './correct-practice-entry.command.ts';
import { correctTopicEntry } from './correct-topic-entry.command.ts';
import { createTopicPart } from './create-topic-part.command.ts';
import { deferTopic } from './defer-topic.command.ts';
import { discardRelease } from './discard-release.command.ts';
import { dropTopicSource } from './drop-topic-source.command.ts';
import { enterPracticeForMember } from './enter-practice-for-member.command.ts';
import { enterTopicForMember } from './enter-topic-for-member.command.ts';
import { flagPracticeSensitive } from './flag-practice-sensitive.command.ts';
import { flagTopicSensitive } from './flag-topic-sensitive.command.ts';
import { grantPracticeReview } from './grant-practice-review.command.ts';
import { grantPracticeWithdrawal } from './grant-practice-withdrawal.command.ts';
import { grantTopicReview } from './grant-topic-review.command.ts';
import { grantTopicWithdrawal } from './grant-topic-withdrawal.command.ts';
import { issueRelease } from './issue-release.command.ts';
import { joinTopic } from './join-topic.command.ts';
import { lapsePracticeClarification } from './lapse-practice-clarification.command.ts';
import { lapseTopicClarification } from './lapse-topic-clarification.command.ts';
import { leaveTopic } from './leave-topic.command.ts';
import { liftPracticeSensitiveFlag } from './lift-practice-sensitive-flag.command.ts';
import { liftTopicSensitiveFlag } from './lift-topic-sensitive-flag.command.ts';
import { markPracticeDecisionReleased } from './mark-practice-decision-released.command.ts';
import { markTopicDecisionReleased } from './mark-topic-decision-released.command.ts';
import { prepareRelease } from './prepare-release.command.ts';
import { proposeTopicMerge } from './propose-topic-merge.command.ts';
import { publishPractice } from './publish-practice.command.ts';
import { publishTopic } from './publish-topic.command.ts';
import { reconsiderPractice } from './reconsider-practice.command.ts';
import { reconsiderTopic } from './reconsider-topic.command.ts';
import { recordTopicDiscussed } from './record-topic-discussed.command.ts';
import { refusePracticeReview } from './refuse-practice-review.command.ts';
import { refusePracticeWithdrawal } from './refuse-practice-withdrawal.command.ts';
import { refuseTopicMerge } from './refuse-topic-merge.command.ts';
import { refuseTopicReview } from './refuse-topic-review.command.ts';
import { refuseTopicWithdrawal } from './refuse-topic-withdrawal.command.ts';
import { releaseTopicMerge } from './release-topic-merge.command.ts';
import { requestPracticeClarification } from './request-practice-clarification.command.ts';
import { requestPracticeReview } from './request-practice-review.command.ts';
import { requestPracticeWithdrawal } from './request-practice-withdrawal.command.ts';
import { requestTopicClarification } from './request-topic-clarification.command.ts';
import { requestTopicReview } from './request-topic-review.command.ts';
import { requestTopicWithdrawal } from './request-topic-withdrawal.command.ts';
import { reserveTopicMerge } from './reserve-topic-merge.command.ts';
import { ruleOnLateTopic } from './rule-on-late-topic.command.ts';
import { ruleOutPracticeDuplicate } from './rule-out-practice-duplicate.command.ts';
import { ruleOutTopicDuplicate } from './rule-out-topic-duplicate.command.ts';
import { scheduleTopic } from './schedule-topic.command.ts';
import { splitTopic } from './split-topic.command.ts';
import { startPracticeTriage } from './start-practice-triage.command.ts';
import { startTopicTriage } from './start-topic-triage.command.ts';
import { undoPracticeDuplicateRuling } from './undo-practice-duplicate-ruling.command.ts';
import { undoTopicDuplicateRuling } from './undo-topic-duplicate-ruling.command.ts';
import { unmergeTopic } from './unmerge-topic.command.ts';
import { unscheduleTopic } from './unschedule-topic.command.ts';
import { withdrawPractice } from './withdraw-practice.command.ts';
import { withdrawTopic } from './withdraw-topic.command.ts';
import { withdrawTopicMergeProposal } from './withdraw-topic-merge-proposal.command.ts';

/** What is done to topics, practices and releases after the first steps, by name. */
export const contributionCommands = {
  acceptTopicMerge,
  admitLatePractice,
  admitLateTopic,
  amendPractice,
  amendTopic,
  answerPracticeClarification,
  answerTopicClarification,
  assessPracticeCompleteness,
  assessTopicCompleteness,
  carryTopicOver,
  closeTopic,
  completeTopicMerge,
  confirmPracticeDuplicate,
  confirmPracticeEntry,
  confirmTopicDuplicate,
  confirmTopicEntry,
  consentToTopicMerge,
  contestPracticeThemes,
  contestTopicThemes,
  correctPracticeEntry,
  correctTopicEntry,
  createTopicPart,
  deferTopic,
  discardRelease,
  dropTopicSource,
  enterPracticeForMember,
  enterTopicForMember,
  flagPracticeSensitive,
  flagTopicSensitive,
  grantPracticeReview,
  grantPracticeWithdrawal,
  grantTopicReview,
  grantTopicWithdrawal,
  issueRelease,
  joinTopic,
  lapsePracticeClarification,
  lapseTopicClarification,
  leaveTopic,
  liftPracticeSensitiveFlag,
  liftTopicSensitiveFlag,
  markPracticeDecisionReleased,
  markTopicDecisionReleased,
  prepareRelease,
  proposeTopicMerge,
  publishPractice,
  publishTopic,
  reconsiderPractice,
  reconsiderTopic,
  recordTopicDiscussed,
  refusePracticeReview,
  refusePracticeWithdrawal,
  refuseTopicMerge,
  refuseTopicReview,
  refuseTopicWithdrawal,
  releaseTopicMerge,
  requestPracticeClarification,
  requestPracticeReview,
  requestPracticeWithdrawal,
  requestTopicClarification,
  requestTopicReview,
  requestTopicWithdrawal,
  reserveTopicMerge,
  ruleOnLateTopic,
  ruleOutPracticeDuplicate,
  ruleOutTopicDuplicate,
  scheduleTopic,
  splitTopic,
  startPracticeTriage,
  startTopicTriage,
  undoPracticeDuplicateRuling,
  undoTopicDuplicateRuling,
  unmergeTopic,
  unscheduleTopic,
  withdrawPractice,
  withdrawTopic,
  withdrawTopicMergeProposal,
} as const;
