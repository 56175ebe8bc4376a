import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, deadline, facts, noon, release, who } from '../../../../test/support/domain.ts';
import { practiceDecider, type PracticeCommand, type PracticeEvent } from './index.ts';

const tells = tellsOf(practiceDecider);
const [ada, ben, kenyan] = [who('ada'), who('ben'), who('kim', 'KE')];
const good = { code: 'merit', text: { en: 'Good.' } };
const bad = { code: 'already_covered', text: { fr: 'Déjà traité.' } };
const practiceFacts = facts({ guidanceExpects: 'practice' });
const { themes } = practiceFacts;
const late = at('2015-04-01T09:29:00.000Z');
const later = at('2015-02-25T09:00:00.000Z');
const stage = (is: string, needed: string) => ({ code: 'practice.wrong_stage', stage: is, needed }) as const;

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

const submit: PracticeCommand = { type: 'SubmitPractice', data: { release: release(), facts: practiceFacts } };
const acknowledge: PracticeCommand = { type: 'AcknowledgePractice', data: { now: noon } };
const classify = (primaryTheme = 'ORIGIN'): PracticeCommand => ({
  type: 'ClassifyPractice',
  data: { actor: ada, primaryTheme, secondaryThemes: [], themes },
});
const accept = (actor = ben, reason: typeof good = good): PracticeCommand => ({
  type: 'AcceptPractice',
  data: { actor, now: noon, reason },
});
const decline: PracticeCommand = { type: 'DeclinePractice', data: { actor: ben, now: noon, reason: bad } };

describe('a practice', () => {
  tells('is submitted', [], submit, [submitted]);
  tells('is submitted once', [submitted], submit, 'nothing');
  tells(
    'after the deadline is stored as late',
    [],
    { type: 'SubmitPractice', data: { release: release(), facts: { ...practiceFacts, now: late } } },
    [submittedLate, { type: 'PracticeReceivedLate', data: { practiceId: 'c1', closedAt: deadline, receivedAt: noon } }],
  );
  tells(
    'released again in another way is refused',
    [submitted],
    { type: 'SubmitPractice', data: { release: release({ draftId: 'd2' }), facts: practiceFacts } },
    { code: 'draft.already_released' },
  );
  tells(
    'that answers a request for topics is refused',
    [],
    { type: 'SubmitPractice', data: { release: release(), facts: facts() } },
    { code: 'guidance.expects_other_contribution', guidance: 'PC0410.GR-2', expects: 'topic' },
  );
  tells('that is not there cannot be acknowledged', [], acknowledge, { code: 'practice.not_found' });
  tells('is acknowledged', [submitted], acknowledge, [acknowledged]);
  tells('is acknowledged once', [submitted, acknowledged], acknowledge, 'nothing');
  tells('is classified', [submitted, acknowledged], classify(), [classified]);
  tells('is classified once', prepared, classify(), 'nothing');
  tells('is not classified before receipt', [submitted], classify(), stage('submitted', 'acknowledged'));
  tells('is not classified under a cross-cutting tag', [submitted, acknowledged], classify('INTERCONNECTIVITY'), {
    code: 'theme.primary_must_be_priority',
    theme: 'INTERCONNECTIVITY',
  });
  tells('is accepted by another than who classified it', prepared, accept(), [accepted]);
  tells('is accepted once', [...prepared, accepted], accept(), 'nothing');
  tells('is not decided by who classified it', prepared, accept(ada), { code: 'practice.classifier_cannot_decide' });
  tells('is not decided by its own Member', prepared, accept(kenyan), { code: 'practice.sponsor_cannot_judge', member: 'KE' });
  tells('is declined', prepared, decline, [declined]);
  tells('is declined once', [...prepared, declined], decline, 'nothing');
  tells('is not decided before it was classified', [submitted, acknowledged], decline, stage('acknowledged', 'classified'));
  tells('is not decided before receipt', [submitted], decline, stage('submitted', 'acknowledged'));
  tells('is not accepted for a reason without a code', prepared, accept(ben, { code: ' ', text: { en: 'x' } }), {
    code: 'reason.unknown_code',
    reasonCode: ' ',
  });
  tells('is not accepted without a text', prepared, accept(ben, { code: 'merit', text: { en: '' } }), { code: 'reason.text_missing' });
  tells('once accepted is not declined', [...prepared, accepted], decline, stage('decided', 'acknowledged'));
});

describe('a practice in public', () => {
  const publish: PracticeCommand = { type: 'PublishPractice', data: { actor: ben, now: later } };
  tells('is published when its Member was told', [...prepared, accepted, told('accepted')], publish, [published]);
  tells('is published once', inPublic, publish, 'nothing');
  tells('waits until its Member was told', [...prepared, accepted], publish, stage('decided', 'released'));
  tells('was accepted', [...prepared, declined, told('declined')], publish, { code: 'practice.not_accepted' });
  tells('was not withdrawn', [...prepared, accepted, told('accepted'), withdrawn], publish, stage('withdrawn', 'released'));
});
