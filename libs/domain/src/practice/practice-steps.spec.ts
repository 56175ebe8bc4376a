import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, editsDeadline, facts, noon, release, who } from '../../../../test/support/domain.ts';
import { practiceDecider, type PracticeCommand, type PracticeEvent } from './index.ts';

const tells = tellsOf(practiceDecider);
const [ada, ben, kenyan] = [who('ada'), who('ben'), who('kim', 'KE')];
const good = { code: 'merit', text: { en: 'Good.' } };
const bad = { code: 'already_covered', text: { fr: 'Déjà traité.' } };
const practiceFacts = facts({ guidanceExpects: 'practice' });
const { themes } = practiceFacts;
const late = at('2015-04-01T09:29:00.000Z');
const later = at('2015-02-25T09:00:00.000Z');

const submitted: PracticeEvent = { type: 'PracticeSubmitted', data: release() };
const submittedLate: PracticeEvent = { type: 'PracticeSubmitted', data: { ...release(), late: true } };
const acknowledged: PracticeEvent = { type: 'PracticeAcknowledged', data: { practiceId: 'c1', acknowledgedAt: noon } };
const classified: PracticeEvent = {
  type: 'PracticeClassified',
  data: { practiceId: 'c1', classifiedBy: ada.accreditationId, primaryTheme: 'ORIGIN', secondaryThemes: [] },
};
const outcome = { practiceId: 'c1', decidedBy: ben.accreditationId, decidedAt: noon };
const accepted: PracticeEvent = { type: 'PracticeAccepted', data: { ...outcome, reason: good } };
const declined: PracticeEvent = { type: 'PracticeDeclined', data: { ...outcome, reason: bad } };
const told = (word: 'accepted' | 'declined'): PracticeEvent => ({
  type: 'PracticeDecisionReleased',
  data: { practiceId: 'c1', releaseId: 'r1', outcome: word, decidedAt: noon, releasedAt: later },
});
const published: PracticeEvent = {
  type: 'PracticePublished',
  data: { practiceId: 'c1', edition: 1, contentHash: 'hash', publishedAt: later },
};
const withdrawn: PracticeEvent = {
  type: 'PracticeWithdrawn',
  data: { practiceId: 'c1', reason: bad, withdrawnBy: kenyan.accreditationId, withdrawnAt: noon },
};

const prepared = [submitted, acknowledged, classified];
const inPublic = [...prepared, accepted, told('accepted'), published];

const acknowledge: PracticeCommand = { type: 'AcknowledgePractice', data: { now: noon } };
const accept = (actor = ben, reason: typeof good = good): PracticeCommand => ({
  type: 'AcceptPractice',
  data: { actor, now: noon, reason },
});

/** Each command that topics know too: recorded under the practice's own name, and nothing when it is repeated. */
describe('a practice goes through the same steps as a topic:', () => {
  const id = { practiceId: 'c1' };
  const words = { content: { ...release().content, text: 'Anew.' }, contentHash: 'hash2' };
  const entry = { channel: 'floor', original: null } as const;
  const byKenya = { actor: kenyan, now: noon };
  const byAda = { actor: ada, now: noon };
  const judged = { ...byAda, reason: good };
  const [kim, officer] = [kenyan.accreditationId, ada.accreditationId];
  const entered: PracticeEvent = {
    type: 'PracticeEnteredForMember',
    data: { ...id, ...entry, mark: 'as_recorded', receivedAt: noon, enteredBy: officer, enteredAt: noon },
  };
  const asked: PracticeEvent = {
    type: 'PracticeClarificationRequested',
    data: { ...id, clarificationId: 'q', questions: { fr: 'Qui ?' }, dueAt: later, requestedBy: officer, requestedAt: noon },
  };
  const flagged: PracticeEvent = { type: 'PracticeFlaggedSensitive', data: { ...id, reason: good, flaggedBy: officer, flaggedAt: noon } };
  const pair = { ...id, otherId: 'c2', reason: good, ruledBy: officer, ruledAt: noon };
  const wish = { type: 'PracticeWithdrawalRequested', data: { ...id, reason: good, requestedBy: kim, requestedAt: noon } } as const;
  const review: PracticeEvent = {
    type: 'PracticeReviewRequested',
    data: { ...id, text: { en: 'Please.' }, member: release().member, requestedBy: kim, requestedAt: noon },
  };
  const toldDeclined = [...prepared, declined, told('declined')];
  const ruling = { ...id, reason: good, ruledBy: officer, ruledAt: noon };

  const rows: readonly (readonly [string, readonly PracticeEvent[], PracticeCommand, readonly PracticeEvent[]])[] = [
    [
      'entered',
      [],
      { type: 'EnterPracticeForMember', data: { release: release(), facts: practiceFacts, ...entry, ...byAda } },
      [submitted, entered],
    ],
    [
      'entry confirmed',
      [submitted, entered],
      { type: 'ConfirmPracticeEntry', data: byKenya },
      [{ type: 'PracticeEntryConfirmed', data: { ...id, confirmedBy: kim, confirmedAt: noon } }],
    ],
    [
      'entry corrected',
      [submitted, entered],
      { type: 'CorrectPracticeEntry', data: { ...byKenya, ...words, themes } },
      [{ type: 'PracticeEntryCorrected', data: { ...id, edition: 2, ...words, correctedBy: kim, correctedAt: noon } }],
    ],
    [
      'amended',
      [submitted],
      { type: 'AmendPractice', data: { ...byKenya, ...words, themes, closesForEdits: editsDeadline } },
      [{ type: 'PracticeAmended', data: { ...id, edition: 2, ...words, amendedBy: kim, amendedAt: noon } }],
    ],
    ['withdrawn', [submitted], { type: 'WithdrawPractice', data: { ...byKenya, reason: bad } }, [withdrawn]],
    ['withdrawal asked for', inPublic, { type: 'RequestPracticeWithdrawal', data: { ...byKenya, reason: good } }, [wish]],
    [
      'withdrawal granted',
      [...inPublic, wish],
      { type: 'GrantPracticeWithdrawal', data: judged },
      [{ type: 'PracticeWithdrawn', data: { ...id, reason: good, withdrawnBy: kim, withdrawnAt: noon, grantedBy: officer } }],
    ],
    [
      'withdrawal refused',
      [...inPublic, wish],
      { type: 'RefusePracticeWithdrawal', data: judged },
      [{ type: 'PracticeWithdrawalRefused', data: { ...id, reason: good, refusedBy: officer, refusedAt: noon } }],
    ],
    [
      'admitted late',
      [submittedLate],
      { type: 'AdmitLatePractice', data: judged },
      [{ type: 'PracticeLateAdmitted', data: { ...id, reason: good, admittedBy: officer, admittedAt: noon } }],
    ],
    [
      'triage started',
      [submitted, acknowledged],
      { type: 'StartPracticeTriage', data: byAda },
      [{ type: 'PracticeTriageStarted', data: { ...id, startedBy: officer, startedAt: noon } }],
    ],
    [
      'completeness assessed',
      [submitted, acknowledged],
      { type: 'AssessPracticeCompleteness', data: { ...byAda, result: 'complete', note: {} } },
      [{ type: 'PracticeCompletenessAssessed', data: { ...id, result: 'complete', note: {}, assessedBy: officer, assessedAt: noon } }],
    ],
    [
      'themes contested',
      prepared,
      { type: 'ContestPracticeThemes', data: { ...byKenya, primaryTheme: 'DISPUTES', secondaryThemes: [], text: { en: 'No.' }, themes } },
      [
        {
          type: 'PracticeThemesContested',
          data: { ...id, primaryTheme: 'DISPUTES', secondaryThemes: [], text: { en: 'No.' }, contestedBy: kim, contestedAt: noon },
        },
      ],
    ],
    ['flagged', [submitted], { type: 'FlagPracticeSensitive', data: judged }, [flagged]],
    [
      'flag lifted',
      [submitted, flagged],
      { type: 'LiftPracticeSensitiveFlag', data: judged },
      [{ type: 'PracticeSensitiveFlagLifted', data: { ...id, reason: good, liftedBy: officer, liftedAt: noon } }],
    ],
    [
      'clarification asked for',
      [submitted, acknowledged],
      { type: 'RequestPracticeClarification', data: { ...byAda, clarificationId: 'q', questions: { fr: 'Qui ?' }, dueAt: later } },
      [asked],
    ],
    [
      'clarification answered',
      [submitted, acknowledged, asked],
      { type: 'AnswerPracticeClarification', data: { ...byKenya, answer: { fr: 'Nous.' } } },
      [
        {
          type: 'PracticeClarificationAnswered',
          data: { ...id, clarificationId: 'q', answer: { fr: 'Nous.' }, answeredBy: kim, answeredAt: noon },
        },
      ],
    ],
    [
      'clarification lapsed',
      [submitted, acknowledged, asked],
      { type: 'LapsePracticeClarification', data: { now: late } },
      [{ type: 'PracticeClarificationLapsed', data: { ...id, clarificationId: 'q', dueAt: later, lapsedAt: late } }],
    ],
    [
      'duplicate confirmed',
      [submitted],
      { type: 'ConfirmPracticeDuplicate', data: { ...judged, otherId: 'c2', otherExists: true, otherIsPublished: false } },
      [{ type: 'PracticeDuplicateConfirmed', data: pair }],
    ],
    [
      'duplicate ruled out',
      [submitted],
      { type: 'RuleOutPracticeDuplicate', data: { ...judged, otherId: 'c2', otherExists: true, otherIsPublished: false } },
      [{ type: 'PracticeDuplicateRuledOut', data: pair }],
    ],
    [
      'duplicate ruling undone',
      [submitted, { type: 'PracticeDuplicateRuledOut', data: pair }],
      { type: 'UndoPracticeDuplicateRuling', data: { ...judged, otherId: 'c2', otherExists: true, otherIsPublished: false } },
      [{ type: 'PracticeDuplicateRulingUndone', data: pair }],
    ],
    [
      'decision released',
      [...prepared, accepted],
      { type: 'MarkPracticeDecisionReleased', data: { releaseId: 'r1', outcome: 'accepted', decidedAt: noon, releasedAt: later } },
      [told('accepted')],
    ],
    [
      'reconsidered',
      [...prepared, declined],
      { type: 'ReconsiderPractice', data: judged },
      [
        {
          type: 'PracticeReconsidered',
          data: { ...id, reason: good, previousOutcome: 'declined', previousDecidedAt: noon, reopenedBy: officer, reopenedAt: noon },
        },
      ],
    ],
    [
      'second look asked for',
      toldDeclined,
      { type: 'RequestPracticeReview', data: { ...byKenya, text: { en: 'Please.' }, until: later } },
      [review],
    ],
    [
      'second look granted',
      [...toldDeclined, review],
      { type: 'GrantPracticeReview', data: judged },
      [{ type: 'PracticeReviewGranted', data: ruling }],
    ],
    [
      'second look refused',
      [...toldDeclined, review],
      { type: 'RefusePracticeReview', data: judged },
      [{ type: 'PracticeReviewRefused', data: ruling }],
    ],
  ];
  for (const [title, past, command, events] of rows) {
    tells(title, past, command, events);
    tells(`${title}, once`, [...past, ...events], command, 'nothing');
  }
  tells(
    'admitted late is acknowledged',
    [submittedLate, { type: 'PracticeLateAdmitted', data: { ...id, reason: good, admittedBy: officer, admittedAt: noon } }],
    acknowledge,
    [acknowledged],
  );
  tells('late and not admitted is not acknowledged', [submittedLate], acknowledge, { code: 'late.not_admitted' });
  tells(
    'after a second look was granted it is decided anew',
    [...toldDeclined, review, { type: 'PracticeReviewGranted', data: ruling }],
    accept(),
    [accepted],
  );
});
