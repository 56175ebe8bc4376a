import type { Projection } from '../projection.port.ts';
import {
  acknowledge,
  addSponsor,
  classify,
  decide,
  endSponsor,
  innerNote,
  innerStage,
  note,
  openStage,
  reopen,
  reword,
} from './contribution.rows.ts';

type Handlers = Projection['handlers'];

const topicIntake: Handlers = {
  TopicReceivedLate: (tx, e) => {
    note(tx, e.data.topicId, 'late', { receivedAt: e.data.receivedAt, closedAt: e.data.closedAt }, e);
  },
  TopicEnteredForMember: (tx, e) => {
    note(tx, e.data.topicId, 'entry', { ...e.data, status: 'unconfirmed' }, e);
  },
  TopicEntryConfirmed: (tx, e) => {
    note(tx, e.data.topicId, 'entryAnswer', { status: 'confirmed', at: e.data.confirmedAt }, e);
  },
  TopicEntryCorrected: (tx, e) => {
    reword(tx, e.data.topicId, e.data, 'corrected', e.data.correctedBy, e.data.correctedAt, e);
    note(tx, e.data.topicId, 'entryAnswer', { status: 'corrected', at: e.data.correctedAt }, e);
  },
  TopicAmended: (tx, e) => {
    reword(tx, e.data.topicId, e.data, 'amended', e.data.amendedBy, e.data.amendedAt, e);
  },
  TopicWithdrawn: (tx, e) => {
    openStage(tx, e.data.topicId, 'withdrawn', e);
    note(tx, e.data.topicId, 'withdrawal', { reason: e.data.reason, at: e.data.withdrawnAt }, e);
  },
  TopicWithdrawalRequested: (tx, e) => {
    note(tx, e.data.topicId, 'withdrawalRequest', { reason: e.data.reason, at: e.data.requestedAt }, e);
  },
  TopicWithdrawalRefused: (tx, e) => {
    note(tx, e.data.topicId, 'withdrawalRequest', null, e);
  },
  TopicSponsorJoined: (tx, e) => {
    addSponsor(tx, e.data.topicId, e.data.member, e.data.joinedAt, null);
  },
  TopicSponsorLeft: (tx, e) => {
    endSponsor(tx, e.data.topicId, e.data.member, e.data.leftAt);
  },
  TopicLateAdmitted: (tx, e) => {
    note(tx, e.data.topicId, 'lateAdmission', { reason: e.data.reason, at: e.data.admittedAt }, e);
  },
  TopicLateRulingMade: (tx, e) => {
    note(tx, e.data.topicId, 'lateRuling', { ruling: e.data.ruling, reason: e.data.reason, at: e.data.ruledAt }, e);
  },
};

const topicTriage: Handlers = {
  TopicAcknowledged: (tx, e) => {
    acknowledge(tx, e.data.topicId, e.data.acknowledgedAt, e);
  },
  TopicClassified: (tx, e) => {
    classify(tx, e.data.topicId, e.data, e);
  },
  TopicThemesContested: (tx, e) => {
    note(tx, e.data.topicId, 'contest', e.data, e);
  },
  TopicCompletenessAssessed: (tx, e) => {
    innerNote(tx, e.data.topicId, 'completeness', e.data, e);
  },
  TopicFlaggedSensitive: (tx, e) => {
    innerNote(tx, e.data.topicId, 'sensitive', e.data, e);
  },
  TopicSensitiveFlagLifted: (tx, e) => {
    innerNote(tx, e.data.topicId, 'sensitive', null, e);
  },
  TopicClarificationRequested: (tx, e) => {
    note(tx, e.data.topicId, 'clarification', { ...e.data, status: 'open' }, e);
  },
  TopicClarificationAnswered: (tx, e) => {
    note(tx, e.data.topicId, 'clarificationAnswer', e.data, e);
  },
  TopicClarificationLapsed: (tx, e) => {
    note(tx, e.data.topicId, 'clarificationAnswer', { ...e.data, lapsed: true }, e);
  },
  TopicSplit: (tx, e) => {
    openStage(tx, e.data.topicId, 'split', e);
    note(
      tx,
      e.data.topicId,
      'parts',
      e.data.parts.map(({ topicId, reference }) => ({ topicId, reference })),
      e,
    );
  },
  TopicMergeProposed: (tx, e) => {
    note(tx, e.data.topicId, 'merge', { ...e.data, status: 'proposed' }, e);
  },
  TopicMergeRefused: (tx, e) => {
    note(tx, e.data.topicId, 'merge', { ...e.data, status: 'refused' }, e);
  },
  TopicMergeProposalWithdrawn: (tx, e) => {
    note(tx, e.data.topicId, 'merge', null, e);
  },
  TopicMergeReleased: (tx, e) => {
    note(tx, e.data.topicId, 'merge', { ...e.data, status: 'released' }, e);
  },
  TopicMergedInto: (tx, e) => {
    openStage(tx, e.data.topicId, 'merged', e);
    note(tx, e.data.topicId, 'merge', { ...e.data, status: 'merged' }, e);
  },
  TopicUnmerged: (tx, e) => {
    openStage(tx, e.data.topicId, 'classified', e);
    note(tx, e.data.topicId, 'merge', { ...e.data, status: 'unmerged' }, e);
  },
  TopicMergeAccepted: (tx, e) => {
    for (const member of e.data.sponsors) addSponsor(tx, e.data.topicId, member, e.data.acceptedAt, e.data.sourceId);
  },
  TopicSourceDropped: (tx, e) => {
    const { topicId, sourceId, droppedAt } = e.data;
    tx.run(
      'UPDATE contribution_sponsor SET until = ? WHERE contribution_id = ? AND source = ? AND until IS NULL',
      droppedAt,
      topicId,
      sourceId,
    );
  },
};

const topicJudgement: Handlers = {
  TopicRecommended: (tx, e) => {
    const { topicId, recommendation, reason, recommendedBy } = e.data;
    innerStage(tx, topicId, 'recommended', e);
    const value = JSON.stringify({ recommendation, reasonCode: reason.code, recommendedBy });
    tx.run('UPDATE contribution SET recommendation = ? WHERE contribution_id = ?', value, topicId);
  },
  TopicAccepted: (tx, e) => {
    decide(tx, e.data.topicId, 'accepted', e.data, e);
  },
  TopicDeclined: (tx, e) => {
    decide(tx, e.data.topicId, 'declined', e.data, e);
  },
  TopicDeferred: (tx, e) => {
    decide(tx, e.data.topicId, 'deferred', e.data, e);
  },
  TopicReconsidered: (tx, e) => {
    reopen(tx, e.data.topicId, e);
  },
  TopicReviewRequested: (tx, e) => {
    note(tx, e.data.topicId, 'review', { ...e.data, status: 'asked' }, e);
  },
  TopicReviewGranted: (tx, e) => {
    reopen(tx, e.data.topicId, e);
    openStage(tx, e.data.topicId, 'classified', e);
    note(tx, e.data.topicId, 'reviewAnswer', { granted: true, reason: e.data.reason }, e);
  },
  TopicReviewRefused: (tx, e) => {
    note(tx, e.data.topicId, 'reviewAnswer', { granted: false, reason: e.data.reason }, e);
  },
  TopicCarriedOver: (tx, e) => {
    reopen(tx, e.data.topicId, e);
    openStage(tx, e.data.topicId, 'classified', e);
    note(tx, e.data.topicId, 'carriedTo', { sessionId: e.data.sessionId, at: e.data.carriedAt }, e);
  },
};

export const topicHandlers: Handlers = { ...topicIntake, ...topicTriage, ...topicJudgement };

export const practiceHandlers: Handlers = {
  PracticeReceivedLate: (tx, e) => {
    note(tx, e.data.practiceId, 'late', { receivedAt: e.data.receivedAt, closedAt: e.data.closedAt }, e);
  },
  PracticeEnteredForMember: (tx, e) => {
    note(tx, e.data.practiceId, 'entry', { ...e.data, status: 'unconfirmed' }, e);
  },
  PracticeEntryConfirmed: (tx, e) => {
    note(tx, e.data.practiceId, 'entryAnswer', { status: 'confirmed', at: e.data.confirmedAt }, e);
  },
  PracticeEntryCorrected: (tx, e) => {
    reword(tx, e.data.practiceId, e.data, 'corrected', e.data.correctedBy, e.data.correctedAt, e);
    note(tx, e.data.practiceId, 'entryAnswer', { status: 'corrected', at: e.data.correctedAt }, e);
  },
  PracticeAmended: (tx, e) => {
    reword(tx, e.data.practiceId, e.data, 'amended', e.data.amendedBy, e.data.amendedAt, e);
  },
  PracticeWithdrawn: (tx, e) => {
    openStage(tx, e.data.practiceId, 'withdrawn', e);
    note(tx, e.data.practiceId, 'withdrawal', { reason: e.data.reason, at: e.data.withdrawnAt }, e);
  },
  PracticeWithdrawalRequested: (tx, e) => {
    note(tx, e.data.practiceId, 'withdrawalRequest', { reason: e.data.reason, at: e.data.requestedAt }, e);
  },
  PracticeWithdrawalRefused: (tx, e) => {
    note(tx, e.data.practiceId, 'withdrawalRequest', null, e);
  },
  PracticeLateAdmitted: (tx, e) => {
    note(tx, e.data.practiceId, 'lateAdmission', { reason: e.data.reason, at: e.data.admittedAt }, e);
  },
  PracticeAcknowledged: (tx, e) => {
    acknowledge(tx, e.data.practiceId, e.data.acknowledgedAt, e);
  },
  PracticeClassified: (tx, e) => {
    classify(tx, e.data.practiceId, e.data, e);
  },
  PracticeThemesContested: (tx, e) => {
    note(tx, e.data.practiceId, 'contest', e.data, e);
  },
  PracticeCompletenessAssessed: (tx, e) => {
    innerNote(tx, e.data.practiceId, 'completeness', e.data, e);
  },
  PracticeFlaggedSensitive: (tx, e) => {
    innerNote(tx, e.data.practiceId, 'sensitive', e.data, e);
  },
  PracticeSensitiveFlagLifted: (tx, e) => {
    innerNote(tx, e.data.practiceId, 'sensitive', null, e);
  },
  PracticeClarificationRequested: (tx, e) => {
    note(tx, e.data.practiceId, 'clarification', { ...e.data, status: 'open' }, e);
  },
  PracticeClarificationAnswered: (tx, e) => {
    note(tx, e.data.practiceId, 'clarificationAnswer', e.data, e);
  },
  PracticeClarificationLapsed: (tx, e) => {
    note(tx, e.data.practiceId, 'clarificationAnswer', { ...e.data, lapsed: true }, e);
  },
  PracticeAccepted: (tx, e) => {
    decide(tx, e.data.practiceId, 'accepted', e.data, e);
  },
  PracticeDeclined: (tx, e) => {
    decide(tx, e.data.practiceId, 'declined', e.data, e);
  },
  PracticeReconsidered: (tx, e) => {
    reopen(tx, e.data.practiceId, e);
  },
  PracticeReviewRequested: (tx, e) => {
    note(tx, e.data.practiceId, 'review', { ...e.data, status: 'asked' }, e);
  },
  PracticeReviewGranted: (tx, e) => {
    reopen(tx, e.data.practiceId, e);
    openStage(tx, e.data.practiceId, 'classified', e);
    note(tx, e.data.practiceId, 'reviewAnswer', { granted: true, reason: e.data.reason }, e);
  },
  PracticeReviewRefused: (tx, e) => {
    note(tx, e.data.practiceId, 'reviewAnswer', { granted: false, reason: e.data.reason }, e);
  },
};
