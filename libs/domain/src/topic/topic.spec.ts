import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { facts, noon, release, who } from '../../../../test/support/domain.ts';
import { topicDecider } from './index.ts';
import type { TopicCommand } from './topic.commands.ts';
import type { TopicEvent } from './topic.events.ts';

const given = specFor(topicDecider);
const [ada, ben, kenyan] = [who('ada'), who('ben'), who('kim', 'KE')];
const good = { code: 'merit', text: { en: 'Good.' } };
const bad = { code: 'out_of_scope', text: { en: 'Outside.' } };
const themes = { primaryTheme: 'DISPUTES', secondaryThemes: [] };

const submitted: TopicEvent = { type: 'TopicSubmitted', data: release() };
const acknowledged: TopicEvent = { type: 'TopicAcknowledged', data: { topicId: 'c1', acknowledgedAt: noon } };
const classified: TopicEvent = { type: 'TopicClassified', data: { topicId: 'c1', ...themes } };
const recommended: TopicEvent = {
  type: 'TopicRecommended',
  data: { topicId: 'c1', recommendation: 'accept', reason: good, recommendedBy: ada.accreditationId },
};
const accepted: TopicEvent = {
  type: 'TopicAccepted',
  data: { topicId: 'c1', reason: good, decidedBy: ben.accreditationId, decidedAt: noon },
};

const submit: TopicCommand = { type: 'SubmitTopic', data: { release: release(), facts: facts() } };
const acknowledge: TopicCommand = { type: 'AcknowledgeTopic', data: { now: noon } };
const classify: TopicCommand = { type: 'ClassifyTopic', data: { ...themes, themes: facts().themes } };
const recommend = (actor = ada, reason = good): TopicCommand => ({
  type: 'RecommendTopic',
  data: { actor, recommendation: 'accept', reason },
});
const accept = (actor = ben, reason = good): TopicCommand => ({ type: 'AcceptTopic', data: { actor, now: noon, reason } });
const decline = (actor = ben, reason = bad): TopicCommand => ({ type: 'DeclineTopic', data: { actor, now: noon, reason } });

describe('topic', () => {
  it('is submitted', () => {
    given().when(submit).then(submitted);
  });
  it('is submitted once', () => {
    given(submitted).when(submit).thenNothing();
  });
  it('released again in another way is refused', () => {
    given(submitted)
      .when({ type: 'SubmitTopic', data: { release: release({ draftId: 'd2' }), facts: facts() } })
      .thenRejected({ code: 'draft.already_released' });
  });
  it('against a rule is refused', () => {
    given()
      .when({ type: 'SubmitTopic', data: { release: release(), facts: facts({ actorRole: 'drafter' }) } })
      .thenRejected({ code: 'draft.drafter_cannot_release' });
  });
  it('that is not there cannot be acknowledged', () => {
    given().when(acknowledge).thenRejected({ code: 'topic.not_found' });
  });
  it('is acknowledged', () => {
    given(submitted).when(acknowledge).then(acknowledged);
  });
  it('is acknowledged once', () => {
    given(submitted, acknowledged).when(acknowledge).thenNothing();
  });
  it('is classified after it was acknowledged', () => {
    given(submitted, acknowledged).when(classify).then(classified);
  });
  it('is classified once with the same themes', () => {
    given(submitted, acknowledged, classified).when(classify).thenNothing();
  });
  it('is not classified before', () => {
    given(submitted).when(classify).thenRejected({ code: 'topic.wrong_stage', stage: 'submitted', needed: 'acknowledged' });
  });
  it('may be classified anew before it is recommended', () => {
    given(submitted, acknowledged, classified)
      .when({ type: 'ClassifyTopic', data: { primaryTheme: 'ORIGIN', secondaryThemes: [], themes: facts().themes } })
      .then({ type: 'TopicClassified', data: { topicId: 'c1', primaryTheme: 'ORIGIN', secondaryThemes: [] } });
  });
  it('is not classified under unknown themes', () => {
    given(submitted, acknowledged)
      .when({ type: 'ClassifyTopic', data: { primaryTheme: 'TEA', secondaryThemes: [], themes: [] } })
      .thenRejected({ code: 'theme.unknown', themes: ['TEA'] });
  });
  it('is recommended', () => {
    given(submitted, acknowledged, classified).when(recommend()).then(recommended);
  });
  it('is recommended once', () => {
    given(submitted, acknowledged, classified, recommended).when(recommend()).thenNothing();
  });
  it('is not recommended before it was classified', () => {
    given(submitted, acknowledged)
      .when(recommend())
      .thenRejected({ code: 'topic.wrong_stage', stage: 'acknowledged', needed: 'classified' });
  });
  it('is not recommended by its own Member', () => {
    given(submitted, acknowledged, classified).when(recommend(kenyan)).thenRejected({ code: 'topic.sponsor_cannot_judge', member: 'KE' });
  });
  it('is not recommended for a reason that is not on the list', () => {
    given(submitted, acknowledged, classified)
      .when(recommend(ada, bad))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: 'out_of_scope' });
  });
  it('is accepted by another', () => {
    given(submitted, acknowledged, classified, recommended).when(accept()).then(accepted);
  });
  it('is accepted once', () => {
    given(submitted, acknowledged, classified, recommended, accepted).when(accept()).thenNothing();
  });
  it('is not decided by whoever recommended it', () => {
    given(submitted, acknowledged, classified, recommended).when(accept(ada)).thenRejected({ code: 'topic.recommender_cannot_decide' });
  });
  it('is not decided by its own Member', () => {
    given(submitted, acknowledged, classified, recommended)
      .when(decline(kenyan))
      .thenRejected({ code: 'topic.sponsor_cannot_judge', member: 'KE' });
  });
  it('is declined with a coded reason', () => {
    given(submitted, acknowledged, classified, recommended)
      .when(decline())
      .then({ type: 'TopicDeclined', data: { topicId: 'c1', reason: bad, decidedBy: ben.accreditationId, decidedAt: noon } });
  });
  it('is not declined without a text', () => {
    given(submitted, acknowledged, classified, recommended)
      .when(decline(ben, { code: 'out_of_scope', text: { en: '' } }))
      .thenRejected({ code: 'reason.text_missing' });
  });
  it('is not decided before it was recommended', () => {
    given(submitted, acknowledged, classified)
      .when(accept())
      .thenRejected({ code: 'topic.wrong_stage', stage: 'classified', needed: 'recommended' });
  });
  it('once accepted is not declined', () => {
    given(submitted, acknowledged, classified, recommended, accepted)
      .when(decline())
      .thenRejected({ code: 'topic.wrong_stage', stage: 'accepted', needed: 'recommended' });
  });
});
