import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { facts, noon, release, who } from '../../../../test/support/domain.ts';
import { practiceDecider } from './index.ts';
import type { PracticeCommand } from './practice.commands.ts';
import type { PracticeEvent } from './practice.events.ts';

const given = specFor(practiceDecider);
const [ada, ben, kenyan] = [who('ada'), who('ben'), who('kim', 'KE')];
const good = { code: 'merit', text: { en: 'Good.' } };
const bad = { code: 'already_covered', text: { fr: 'Déjà traité.' } };
const themes = { primaryTheme: 'ORIGIN', secondaryThemes: [] };
const practiceFacts = facts({ guidanceExpects: 'practice' });

const submitted: PracticeEvent = { type: 'PracticeSubmitted', data: release() };
const acknowledged: PracticeEvent = { type: 'PracticeAcknowledged', data: { practiceId: 'c1', acknowledgedAt: noon } };
const classified: PracticeEvent = { type: 'PracticeClassified', data: { practiceId: 'c1', classifiedBy: ada.accreditationId, ...themes } };
const declined: PracticeEvent = {
  type: 'PracticeDeclined',
  data: { practiceId: 'c1', reason: bad, decidedBy: ben.accreditationId, decidedAt: noon },
};

const submit: PracticeCommand = { type: 'SubmitPractice', data: { release: release(), facts: practiceFacts } };
const acknowledge: PracticeCommand = { type: 'AcknowledgePractice', data: { now: noon } };
const classify: PracticeCommand = { type: 'ClassifyPractice', data: { actor: ada, ...themes, themes: practiceFacts.themes } };
const accept = (actor = ben, reason: typeof good = good): PracticeCommand => ({
  type: 'AcceptPractice',
  data: { actor, now: noon, reason },
});
const decline: PracticeCommand = { type: 'DeclinePractice', data: { actor: ben, now: noon, reason: bad } };

describe('practice', () => {
  it('is submitted', () => {
    given().when(submit).then(submitted);
  });
  it('is submitted once', () => {
    given(submitted).when(submit).thenNothing();
  });
  it('released again in another way is refused', () => {
    given(submitted)
      .when({ type: 'SubmitPractice', data: { release: release({ draftId: 'd2' }), facts: practiceFacts } })
      .thenRejected({ code: 'draft.already_released' });
  });
  it('that answers a request for topics is refused', () => {
    given()
      .when({ type: 'SubmitPractice', data: { release: release(), facts: facts() } })
      .thenRejected({ code: 'guidance.expects_other_contribution', guidance: 'PC0410.GR-2', expects: 'topic' });
  });
  it('that is not there cannot be acknowledged', () => {
    given().when(acknowledge).thenRejected({ code: 'practice.not_found' });
  });
  it('is acknowledged, once', () => {
    given(submitted).when(acknowledge).then(acknowledged);
    given(submitted, acknowledged).when(acknowledge).thenNothing();
  });
  it('is classified, once', () => {
    given(submitted, acknowledged).when(classify).then(classified);
    given(submitted, acknowledged, classified).when(classify).thenNothing();
  });
  it('is not classified before it was acknowledged', () => {
    given(submitted).when(classify).thenRejected({ code: 'practice.wrong_stage', stage: 'submitted', needed: 'acknowledged' });
  });
  it('is not classified under a cross-cutting tag', () => {
    given(submitted, acknowledged)
      .when({
        type: 'ClassifyPractice',
        data: { actor: ada, primaryTheme: 'INTERCONNECTIVITY', secondaryThemes: [], themes: practiceFacts.themes },
      })
      .thenRejected({ code: 'theme.primary_must_be_priority', theme: 'INTERCONNECTIVITY' });
  });
  it('is accepted by another than who classified it', () => {
    given(submitted, acknowledged, classified)
      .when(accept())
      .then({ type: 'PracticeAccepted', data: { practiceId: 'c1', reason: good, decidedBy: ben.accreditationId, decidedAt: noon } });
  });
  it('is not decided by who classified it', () => {
    given(submitted, acknowledged, classified).when(accept(ada)).thenRejected({ code: 'practice.classifier_cannot_decide' });
  });
  it('is not decided by its own Member', () => {
    given(submitted, acknowledged, classified).when(accept(kenyan)).thenRejected({ code: 'practice.sponsor_cannot_judge', member: 'KE' });
  });
  it('is declined, once', () => {
    given(submitted, acknowledged, classified).when(decline).then(declined);
    given(submitted, acknowledged, classified, declined).when(decline).thenNothing();
  });
  it('is not decided before it was classified', () => {
    given(submitted, acknowledged)
      .when(decline)
      .thenRejected({ code: 'practice.wrong_stage', stage: 'acknowledged', needed: 'classified' });
  });
  it('is not accepted for a reason to decline', () => {
    given(submitted, acknowledged, classified)
      .when(accept(ben, { code: 'sensitive', text: { en: 'x' } }))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: 'sensitive' });
  });
  it('is not accepted without a text', () => {
    given(submitted, acknowledged, classified)
      .when(accept(ben, { code: 'merit', text: { en: '' } }))
      .thenRejected({ code: 'reason.text_missing' });
  });
});
