import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon } from '../../../../test/support/domain.ts';
import * as d from '../../../../test/support/decision.ts';
import { decisionDecider, type DecisionCommand, type DecisionEvent, type DecisionRejection } from './index.ts';

const given = specFor(decisionDecider);
const { decisionId, drafted, underSilence } = d;
const act = { actor: d.chair, now: noon } as const;
const forward = drafted({ verb: 'forwarded_to_council' });

const redraft = (more: object = {}): DecisionCommand => ({
  type: 'RedraftDecision',
  data: { actor: d.drafter, now: noon, ...d.words, text: { en: 'Better.', fr: 'Mieux.' }, ...more },
});
const turnDown = (reason: typeof d.reason | typeof d.wordless = d.reason): DecisionCommand => ({
  type: 'RejectDecision',
  data: { ...act, reason },
});
const transmit = (more: object = {}): DecisionCommand => ({
  type: 'TransmitDecision',
  data: { ...act, to: 'council', document: d.evidence, ...more },
});
const implement = (evidence: typeof d.evidence | null = d.evidence): DecisionCommand => ({
  type: 'RecordDecisionImplemented',
  data: { ...act, evidence },
});
const supersede = (more: object = {}): DecisionCommand => ({
  type: 'SupersedeDecision',
  data: { ...act, supersededBy: 'DEC-2', adopted: true, reason: d.reason, ...more },
});

describe('decision, drafted', () => {
  it('is drafted in both languages, once', () => {
    given().when(d.draft()).then(drafted());
    given(drafted()).when(d.draft()).thenNothing();
  });
  it.each<[string, Parameters<typeof d.draft>[0], DecisionRejection]>([
    ['for no session', { body: null }, { code: 'decision.session_unknown', session: 's' }],
    ['with a title in one language', { title: { en: 'T', fr: '' } }, { code: 'decision.missing_language', missing: ['fr'] }],
    [
      'with words in no language',
      { title: { en: ' ', fr: 'T' }, text: { en: '', fr: '' } },
      { code: 'decision.missing_language', missing: ['en', 'fr'] },
    ],
    [
      'as a recommendation to Governments (BR-22)',
      { verb: 'recommended_to_governments' },
      { code: 'decision.exceeds_authority', body: 'PTC', instead: 'forwarded_to_council' },
    ],
  ])('is not drafted %s', (_how, more, rejection) => {
    given().when(d.draft(more)).thenRejected(rejection);
  });
  it('is not drafted twice in different words', () => {
    given(drafted())
      .when(d.draft({ verb: 'decided' }))
      .thenRejected({ code: 'decision.already_recorded', decision: decisionId });
    given(drafted())
      .when(d.draft({ sessionId: 't' }))
      .thenRejected({ code: 'decision.already_recorded', decision: decisionId });
    given(drafted(), d.redrafted).when(d.draft()).thenRejected({ code: 'decision.already_recorded', decision: decisionId });
  });
  it('is redrafted, also after the silence was broken, never under a silence', () => {
    given(drafted()).when(redraft()).then(d.redrafted);
    given(...underSilence, d.objection(), d.broken)
      .when(redraft())
      .then(d.redrafted);
    given(drafted(), d.redrafted).when(redraft()).thenNothing();
    given(...underSilence)
      .when(redraft())
      .thenRejected({ code: 'decision.wrong_stage', stage: 'silence_running', needed: 'drafted' });
    given(drafted())
      .when(redraft({ verb: 'recommended_to_governments' }))
      .thenRejected({ code: 'decision.exceeds_authority', body: 'PTC', instead: 'forwarded_to_council' });
  });
  it('takes no step before it is there', () => {
    given().when(redraft()).thenRejected({ code: 'decision.not_found' });
  });
});

describe('decision, at a session', () => {
  it('is adopted in the words that were read out, by another than its drafter', () => {
    given(drafted()).when(d.adopt()).then(d.adopted);
    given(drafted(), d.adopted).when(d.adopt()).thenNothing();
  });
  it.each<[string, Parameters<typeof d.adopt>[0], DecisionRejection]>([
    ['by its drafter', { actor: d.drafter }, { code: 'decision.drafter_cannot_adopt' }],
    ['while the session does not sit', { sessionOpen: false }, { code: 'decision.session_not_open', session: 's' }],
    ['in other words', { textHash: 'hash of x' }, { code: 'decision.text_differs', drafted: 'hash of agreed: Agreed.', seen: 'hash of x' }],
  ])('is not adopted %s', (_how, more, rejection) => {
    given(drafted()).when(d.adopt(more)).thenRejected(rejection);
  });
  it('may be adopted at the session after the silence was broken', () => {
    given(...underSilence, d.objection(), d.broken)
      .when(d.adopt())
      .then(d.adopted);
    given(...underSilence)
      .when(d.adopt())
      .thenRejected({ code: 'decision.wrong_stage', stage: 'silence_running', needed: 'drafted' });
  });
  it('is not adopted, with a reason, once', () => {
    given(drafted()).when(turnDown()).then(d.notAdopted);
    given(...underSilence, d.objection(), d.broken)
      .when(turnDown())
      .then(d.notAdopted);
    given(drafted(), d.notAdopted).when(turnDown()).thenNothing();
    given(drafted()).when(turnDown(d.wordless)).thenRejected({ code: 'reason.text_missing' });
    given(drafted(), d.adopted).when(turnDown()).thenRejected({ code: 'decision.wrong_stage', stage: 'adopted', needed: 'drafted' });
    given(drafted(), d.notAdopted).when(d.adopt()).thenRejected({ code: 'decision.wrong_stage', stage: 'not_adopted', needed: 'drafted' });
  });
});

describe('decision, carried out', () => {
  it('is transmitted to the body that it was forwarded to, once', () => {
    given(forward, d.adopted).when(transmit()).then(d.transmitted);
    given(forward, d.adopted, d.transmitted).when(transmit()).thenNothing();
    given(drafted({ verb: 'forwarded_to_policy_commission' }), d.adopted)
      .when(transmit({ to: 'policy_commission' }))
      .then({ type: 'DecisionTransmitted', data: { ...d.transmitted.data, to: 'policy_commission' } } as DecisionEvent);
  });
  it.each<[string, readonly DecisionEvent[], object, DecisionRejection]>([
    ['before it was adopted', [forward], {}, { code: 'decision.wrong_stage', stage: 'drafted', needed: 'adopted' }],
    [
      'where it was not forwarded to',
      [forward, d.adopted],
      { to: 'policy_commission' },
      { code: 'decision.not_for_higher_body', to: 'policy_commission', verb: 'forwarded_to_council' },
    ],
    ['when it is the body’s own', [drafted(), d.adopted], {}, { code: 'decision.not_for_higher_body', to: 'council', verb: 'agreed' }],
    ['without a document', [forward, d.adopted], { document: null }, { code: 'decision.evidence_missing' }],
  ])('is not transmitted %s', (_how, past, more, rejection) => {
    given(...past)
      .when(transmit(more))
      .thenRejected(rejection);
  });
  it('is recorded as carried out with evidence, once', () => {
    given(drafted(), d.adopted).when(implement()).then(d.implemented);
    given(...underSilence, d.adoptedBySilence)
      .when(implement())
      .then(d.implemented);
    given(drafted(), d.adopted, d.implemented).when(implement()).thenNothing();
    given(forward, d.adopted, d.transmitted).when(implement()).then(d.implemented);
  });
  it('is not carried out without evidence, before it was adopted, or before it was transmitted', () => {
    given(drafted(), d.adopted).when(implement(null)).thenRejected({ code: 'decision.evidence_missing' });
    given(drafted()).when(implement()).thenRejected({ code: 'decision.wrong_stage', stage: 'drafted', needed: 'adopted' });
    given(forward, d.adopted).when(implement()).thenRejected({ code: 'decision.not_transmitted' });
  });
  it('is superseded by an adopted one, once', () => {
    given(drafted(), d.adopted).when(supersede()).then(d.superseded);
    given(drafted(), d.adopted, d.superseded).when(supersede()).thenNothing();
  });
  it.each<[string, readonly DecisionEvent[], object, DecisionRejection]>([
    ['before it was adopted', [drafted()], {}, { code: 'decision.wrong_stage', stage: 'drafted', needed: 'adopted' }],
    ['by itself', [drafted(), d.adopted], { supersededBy: decisionId }, { code: 'decision.supersedes_itself' }],
    ['by a draft', [drafted(), d.adopted], { adopted: false }, { code: 'decision.successor_not_adopted', decision: 'DEC-2' }],
    ['without words', [drafted(), d.adopted], { reason: d.wordless }, { code: 'reason.text_missing' }],
    [
      'twice',
      [drafted(), d.adopted, d.superseded],
      { supersededBy: 'DEC-3' },
      { code: 'decision.wrong_stage', stage: 'superseded', needed: 'adopted' },
    ],
  ])('is not superseded %s', (_how, past, more, rejection) => {
    given(...past)
      .when(supersede(more))
      .thenRejected(rejection);
  });
});

describe('a decision of an earlier session', () => {
  const data = {
    decisionId,
    sessionId: 'PTC-205-206',
    kind: 'agreement',
    quote: 'The PTC agreed.',
    source: { symbol: 'PC0410E1', paragraph: 'B1' },
    followUp: null,
  };
  const recorded: DecisionEvent = { type: 'PriorDecisionRecorded', data };
  const record = (more: object = {}): DecisionCommand => ({ type: 'RecordPriorDecision', data: { ...data, ...more } });
  it('is recorded as quoted, once', () => {
    given().when(record()).then(recorded);
    given(recorded).when(record()).thenNothing();
  });
  it('is not recorded without words, in other words, or over a draft', () => {
    given()
      .when(record({ quote: ' ' }))
      .thenRejected({ code: 'decision.quote_missing', decision: decisionId });
    given(recorded)
      .when(record({ quote: 'Other.' }))
      .thenRejected({ code: 'decision.already_recorded', decision: decisionId });
    given(drafted()).when(record()).thenRejected({ code: 'decision.already_recorded', decision: decisionId });
  });
  it('is carried out or superseded, once each', () => {
    given(recorded).when(implement()).then(d.implemented);
    given(recorded, d.implemented).when(implement()).thenNothing();
    given(recorded).when(implement(null)).thenRejected({ code: 'decision.evidence_missing' });
    given(recorded).when(supersede()).then(d.superseded);
    given(recorded, d.superseded).when(supersede()).thenNothing();
    given(recorded, d.superseded)
      .when(supersede({ supersededBy: 'DEC-3' }))
      .thenRejected({ code: 'decision.wrong_stage', stage: 'superseded', needed: 'adopted' });
  });
  it('is not drafted, adopted or circulated again', () => {
    given(recorded).when(d.draft()).thenRejected({ code: 'decision.already_recorded', decision: decisionId });
    given(recorded).when(d.adopt()).thenRejected({ code: 'decision.wrong_stage', stage: 'prior', needed: 'drafted' });
    given(recorded).when(d.circulate()).thenRejected({ code: 'decision.wrong_stage', stage: 'prior', needed: 'drafted' });
  });
});
