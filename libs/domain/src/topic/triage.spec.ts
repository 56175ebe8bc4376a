import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, facts, noon, release } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const { themes } = facts();
const stage = (is: string, needed = 'acknowledged') => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;

describe('receipt', () => {
  const acknowledge: TopicCommand = { type: 'AcknowledgeTopic', data: { now: noon } };
  tells('is confirmed', [T.submitted], acknowledge, [T.acknowledged]);
  tells('is confirmed once', [T.submitted, T.acknowledged], acknowledge, 'nothing');
  tells('of what was withdrawn is not confirmed', [T.submitted, T.withdrawn], acknowledge, stage('withdrawn', 'submitted'));
});

describe('triage', () => {
  const start: TopicCommand = { type: 'StartTopicTriage', data: { actor: T.ada, now: noon } };
  const started: TopicEvent = { type: 'TopicTriageStarted', data: { topicId: 'c1', startedBy: T.ada.accreditationId, startedAt: noon } };
  tells('starts', [T.submitted, T.acknowledged], start, [started]);
  tells('starts once', [T.submitted, T.acknowledged, started], start, 'nothing');
  tells('starts after receipt', [T.submitted], start, stage('submitted'));
  tells('does not start of what was withdrawn', [T.submitted, T.acknowledged, started, T.withdrawn], start, stage('withdrawn'));
  tells('does not start of what was decided', [...T.waiting, T.accepted], start, stage('decided'));
});

describe('completeness', () => {
  const assess = (result: 'complete' | 'incomplete' | 'not_required', note: object = {}): TopicCommand => ({
    type: 'AssessTopicCompleteness',
    data: { actor: T.ada, now: noon, result, note },
  });
  const assessed = (result: 'complete' | 'incomplete' | 'not_required', note: object = {}): TopicEvent => ({
    type: 'TopicCompletenessAssessed',
    data: { topicId: 'c1', result, note, assessedBy: T.ada.accreditationId, assessedAt: noon },
  });
  tells('is assessed', T.underTriage, assess('complete'), [assessed('complete')]);
  tells('may not be required', T.underTriage, assess('not_required'), [assessed('not_required')]);
  tells('is assessed once', [...T.underTriage, assessed('complete')], assess('complete'), 'nothing');
  tells('is assessed anew', [...T.underTriage, assessed('complete')], assess('incomplete', { en: 'No speaker.' }), [
    assessed('incomplete', { en: 'No speaker.' }),
  ]);
  tells(
    'with another note is assessed anew',
    [...T.underTriage, assessed('incomplete', { en: 'No.' })],
    assess('incomplete', { fr: 'Non.' }),
    [assessed('incomplete', { fr: 'Non.' })],
  );
  tells('that lacks something says what', T.underTriage, assess('incomplete'), { code: 'text.no_language', field: 'note' });
  tells('is not assessed before receipt', [T.submitted], assess('complete'), stage('submitted'));
});

describe('themes', () => {
  const classify = (primaryTheme = 'DISPUTES'): TopicCommand => ({
    type: 'ClassifyTopic',
    data: { primaryTheme, secondaryThemes: [], themes },
  });
  const asOrigin: TopicEvent = { type: 'TopicClassified', data: { topicId: 'c1', primaryTheme: 'ORIGIN', secondaryThemes: [] } };
  const wish = { actor: T.kenyan, now: noon, primaryTheme: 'ORIGIN', secondaryThemes: [], text: { en: 'It is about proof.' }, themes };
  const contest = (more: Partial<typeof wish> = {}): TopicCommand => ({ type: 'ContestTopicThemes', data: { ...wish, ...more } });
  const contested: TopicEvent = {
    type: 'TopicThemesContested',
    data: {
      topicId: 'c1',
      primaryTheme: 'ORIGIN',
      secondaryThemes: [],
      text: wish.text,
      contestedBy: T.kenyan.accreditationId,
      contestedAt: noon,
    },
  };
  tells('are confirmed', [T.submitted, T.acknowledged], classify(), [T.classified]);
  tells('are confirmed once', T.underTriage, classify(), 'nothing');
  tells('are not confirmed before receipt', [T.submitted], classify(), stage('submitted'));
  tells('of what was withdrawn are left alone', [...T.underTriage, T.withdrawn], classify('ORIGIN'), stage('withdrawn'));
  tells('are known', T.underTriage, classify('TEA'), { code: 'theme.unknown', themes: ['TEA'] });
  tells('may be changed', T.underTriage, classify('ORIGIN'), [asOrigin]);
  tells('may be changed on the agenda', T.onAgenda, classify('ORIGIN'), [asOrigin]);
  tells('are not changed once published', T.inPublic, classify('ORIGIN'), stage('published'));
  tells('are contested by a Member that stands behind the topic', T.underTriage, contest(), [contested]);
  tells('are contested once', [...T.underTriage, contested], contest(), 'nothing');
  tells('may be contested otherwise', [...T.underTriage, contested], contest({ primaryTheme: 'DISPUTES' }), [
    { ...contested, data: { ...contested.data, primaryTheme: 'DISPUTES' } },
  ]);
  tells('are contested by no other Member', T.underTriage, contest({ actor: T.ugandan }), { code: 'topic.not_found' });
  tells('that nobody confirmed are not contested', [T.submitted, T.acknowledged], contest(), { code: 'themes.not_classified' });
  tells('are contested with a text', T.underTriage, contest({ text: { en: '' } }), { code: 'text.no_language', field: 'text' });
  tells('are contested for known ones', T.underTriage, contest({ primaryTheme: 'TEA' }), { code: 'theme.unknown', themes: ['TEA'] });
  tells('are contested whatever was judged but not released', [...T.waiting, T.declined], contest(), [contested]);
  tells('are not contested after the decision was told', T.acceptedAndTold, contest(), stage('released'));
  tells('are not contested of what was withdrawn', [...T.underTriage, T.withdrawn], contest(), stage('withdrawn'));
  tells('are confirmed against a contest', [...T.underTriage, contested], classify(), [T.classified]);
  tells('may be contested again after the answer', [...T.underTriage, contested, T.classified], contest(), [contested]);
});

describe('the sensitive flag', () => {
  const reason = { code: 'company_named', text: { en: 'Names a company.' } };
  const flag = (why = reason): TopicCommand => ({ type: 'FlagTopicSensitive', data: { actor: T.ada, now: noon, reason: why } });
  const flagged: TopicEvent = {
    type: 'TopicFlaggedSensitive',
    data: { topicId: 'c1', reason, flaggedBy: T.ada.accreditationId, flaggedAt: noon },
  };
  const lift = (why = reason): TopicCommand => ({ type: 'LiftTopicSensitiveFlag', data: { actor: T.ada, now: noon, reason: why } });
  const lifted: TopicEvent = {
    type: 'TopicSensitiveFlagLifted',
    data: { topicId: 'c1', reason, liftedBy: T.ada.accreditationId, liftedAt: noon },
  };
  const empty = { code: 'company_named', text: { en: '' } };
  tells('is set', [T.submitted], flag(), [flagged]);
  tells('is set once', [T.submitted, flagged], flag(), 'nothing');
  tells('is set with a text', [T.submitted], flag(empty), { code: 'reason.text_missing' });
  tells('is not set on what was withdrawn', [T.submitted, T.withdrawn], flag(), stage('withdrawn', 'submitted'));
  tells('is lifted', [T.submitted, flagged], lift(), [lifted]);
  tells('is lifted once', [T.submitted, flagged, lifted], lift(), 'nothing');
  tells('is lifted with a text', [T.submitted, flagged], lift(empty), { code: 'reason.text_missing' });
  tells('that is not there is not lifted', [T.submitted], lift(), { code: 'sensitive.not_flagged' });
  tells('lifted for one reason is not lifted for another', [T.submitted, flagged, lifted], lift(empty), { code: 'sensitive.not_flagged' });
  tells('is not lifted from what was withdrawn', [T.submitted, flagged, T.withdrawn], lift(), stage('withdrawn', 'submitted'));
});

describe('a clarification', () => {
  const dueAt = at('2015-02-24T22:59:00.000Z');
  const after = at('2015-02-24T22:59:00.001Z');
  const wish = { actor: T.ada, now: noon, clarificationId: 'q1', questions: { en: 'Who would speak?' }, dueAt };
  const request = (more: Partial<typeof wish> = {}): TopicCommand => ({ type: 'RequestTopicClarification', data: { ...wish, ...more } });
  const requested: TopicEvent = {
    type: 'TopicClarificationRequested',
    data: { topicId: 'c1', clarificationId: 'q1', questions: wish.questions, dueAt, requestedBy: T.ada.accreditationId, requestedAt: noon },
  };
  const answer = (more: object = {}): TopicCommand => ({
    type: 'AnswerTopicClarification',
    data: { actor: T.kenyan, now: noon, answer: { en: 'A judge.' }, ...more },
  });
  const answered = (answeredAt = noon): TopicEvent => ({
    type: 'TopicClarificationAnswered',
    data: { topicId: 'c1', clarificationId: 'q1', answer: { en: 'A judge.' }, answeredBy: T.kenyan.accreditationId, answeredAt },
  });
  const lapse = (now = after): TopicCommand => ({ type: 'LapseTopicClarification', data: { now } });
  const lapsed: TopicEvent = { type: 'TopicClarificationLapsed', data: { topicId: 'c1', clarificationId: 'q1', dueAt, lapsedAt: after } };
  const open = [...T.underTriage, requested];

  tells('is asked for', T.underTriage, request(), [requested]);
  tells('is asked for once', open, request(), 'nothing');
  tells('is asked for one at a time', open, request({ clarificationId: 'q2' }), { code: 'clarification.already_open' });
  tells('is due later', T.underTriage, request({ dueAt: noon }), { code: 'clarification.due_in_past', dueAt: noon, now: noon });
  tells('asks something', T.underTriage, request({ questions: { en: ' ' } }), { code: 'text.no_language', field: 'questions' });
  tells('is not asked for before receipt', [T.submitted], request(), stage('submitted'));
  tells('is not asked for after the decision', [...T.waiting, T.accepted], request(), stage('decided'));
  tells('is answered', open, answer(), [answered()]);
  tells('is answered once', [...open, answered()], answer(), 'nothing');
  tells('once answered is not answered otherwise', [...open, answered()], answer({ answer: { en: 'Two.' } }), {
    code: 'clarification.none_open',
  });
  tells('that nobody asked for is not answered', T.underTriage, answer(), { code: 'clarification.none_open' });
  tells('is answered in time at the due instant', open, answer({ now: dueAt }), [answered(dueAt)]);
  tells('is answered too late one millisecond after', open, answer({ now: after }), { code: 'clarification.too_late', dueAt, now: after });
  tells('is answered in words', open, answer({ answer: {} }), { code: 'text.no_language', field: 'answer' });
  tells('is answered by a Member that stands behind the topic', open, answer({ actor: T.ugandan }), { code: 'topic.not_found' });
  tells('of a withdrawn topic is over', [...open, T.withdrawn], answer(), { code: 'clarification.none_open' });
  tells('lapses after the due instant', open, lapse(), [lapsed]);
  tells('does not lapse at the due instant', open, lapse(dueAt), { code: 'clarification.not_due', dueAt, now: dueAt });
  tells('lapses once', [...open, lapsed], lapse(), 'nothing');
  tells('that nobody asked for does not lapse', T.underTriage, lapse(), { code: 'clarification.none_open' });
  tells('may be asked for again after a lapse', [...open, lapsed], request({ clarificationId: 'q2' }), [
    { ...requested, data: { ...requested.data, clarificationId: 'q2' } },
  ]);
  tells(
    'holds up the recommendation',
    open,
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    { code: 'clarification.open' },
  );
  tells(
    'holds up the decision',
    [...T.waiting, requested],
    { type: 'AcceptTopic', data: { actor: T.ben, now: noon, reason: T.good } },
    { code: 'clarification.open' },
  );
});

describe('a duplicate', () => {
  const wish = { actor: T.ada, now: noon, reason: T.because, otherId: 'c2', otherExists: true, otherIsPublished: false };
  const ruled = { topicId: 'c1', otherId: 'c2', reason: T.because, ruledBy: T.ada.accreditationId, ruledAt: noon };
  const confirm = (more: Partial<typeof wish> = {}): TopicCommand => ({ type: 'ConfirmTopicDuplicate', data: { ...wish, ...more } });
  const ruleOut: TopicCommand = { type: 'RuleOutTopicDuplicate', data: wish };
  const undo = (more: Partial<typeof wish> = {}): TopicCommand => ({ type: 'UndoTopicDuplicateRuling', data: { ...wish, ...more } });
  const confirmed: TopicEvent = { type: 'TopicDuplicateConfirmed', data: ruled };
  const ruledOut: TopicEvent = { type: 'TopicDuplicateRuledOut', data: ruled };
  const undone: TopicEvent = { type: 'TopicDuplicateRulingUndone', data: ruled };
  tells('is confirmed', [T.submitted], confirm(), [confirmed]);
  tells('is confirmed once', [T.submitted, confirmed], confirm(), 'nothing');
  tells('is ruled out', [T.submitted], ruleOut, [ruledOut]);
  tells('is ruled out once', [T.submitted, ruledOut], ruleOut, 'nothing');
  tells('once confirmed is not ruled out', [T.submitted, confirmed], ruleOut, { code: 'duplicate.ruled_otherwise', other: 'c2' });
  tells('once ruled out is not confirmed', [T.submitted, ruledOut], confirm(), { code: 'duplicate.ruled_otherwise', other: 'c2' });
  tells('is another', [T.submitted], confirm({ otherId: 'c1' }), { code: 'duplicate.same_item' });
  tells('is there', [T.submitted], confirm({ otherExists: false }), { code: 'duplicate.other_not_found', other: 'c2' });
  tells('is confirmed with a text', [T.submitted], confirm({ reason: T.silent }), { code: 'reason.text_missing' });
  tells('ruling is undone', [T.submitted, confirmed], undo(), [undone]);
  tells('ruling is undone once', [T.submitted, ruledOut, undone], undo(), 'nothing');
  tells('ruling that was not made is not undone', [T.submitted], undo(), { code: 'duplicate.not_ruled', other: 'c2' });
  tells('ruling is undone with a text', [T.submitted, confirmed], undo({ reason: T.silent }), { code: 'reason.text_missing' });
  tells('ruling undone may be made otherwise', [T.submitted, confirmed, undone], ruleOut, [ruledOut]);
  tells('ruling made again may be undone again', [T.submitted, confirmed, undone, ruledOut], undo(), [undone]);
  tells('is not confirmed once the agenda is out', T.inPublic, confirm(), stage('published'));
  tells('is not confirmed once the other one is out', [T.submitted], confirm({ otherIsPublished: true }), {
    code: 'duplicate.other_published',
    other: 'c2',
  });
  tells('ruling is not undone once the agenda is out', [T.submitted, confirmed, ...T.inPublic.slice(1)], undo(), stage('published'));
});

describe('a division', () => {
  const part = (topicId: string) => ({ topicId, reference: `KE-${topicId}`, content: release().content, contentHash: 'hash' });
  const wish = { actor: T.ada, now: noon, reason: T.because, parts: [part('p1'), part('p2')] };
  const split = (more: Partial<typeof wish> = {}): TopicCommand => ({ type: 'SplitTopic', data: { ...wish, ...more } });
  const done: TopicEvent = {
    type: 'TopicSplit',
    data: { topicId: 'c1', parts: wish.parts, reason: T.because, splitBy: T.ada.accreditationId, splitAt: noon },
  };
  tells('makes several topics of one', T.underTriage, split(), [done]);
  tells('is made once', [...T.underTriage, done], split(), 'nothing');
  tells('into others is refused', [...T.underTriage, done], split({ parts: [part('p1'), part('p3')] }), stage('split'));
  tells('has two parts', T.underTriage, split({ parts: [part('p1')] }), { code: 'topic.too_few_parts', parts: 1 });
  tells(
    'gives each part a text',
    T.underTriage,
    split({ parts: [part('p1'), { ...part('p2'), content: { ...release().content, text: '' } }] }),
    { code: 'draft.text_empty', field: 'text' },
  );
  tells('has a reason', T.underTriage, split({ reason: T.silent }), { code: 'reason.text_missing' });
  tells('comes after receipt', [T.submitted], split(), stage('submitted'));
  tells('comes before the decision', [...T.waiting, T.accepted], split(), stage('decided'));
  tells(
    'leaves nothing to withdraw',
    [...T.underTriage, done],
    { type: 'WithdrawTopic', data: { actor: T.kenyan, now: noon, reason: T.bad } },
    stage('split', 'submitted'),
  );
});
