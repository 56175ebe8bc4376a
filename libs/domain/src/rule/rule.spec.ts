import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { frozen, tellsOf } from '../../../../test/support/given.ts';
import { shippedTemplates } from '../template/index.ts';
import {
  isTriggeredBy,
  reachOf,
  ruleDecider,
  shippedRules,
  type NoticeRule,
  type NoticeTrigger,
  type RuleCommand,
  type RuleEvent,
} from './index.ts';

const tells = tellsOf(ruleDecider);
const ada = who('ada').accreditationId;
const note = { en: 'Because', fr: 'Parce que' };
const rule: NoticeRule = {
  on: 'TopicDecisionReleased',
  when: [{ field: 'outcome', oneOf: ['declined'] }],
  to: { kind: 'owners' },
  templateId: 'topic-decision-released',
  channels: ['inbox', 'mail'],
  timing: 'at_once',
  review: false,
};
type PublishData = Extract<RuleCommand, { type: 'PublishRule' }>['data'];
const publish = (change: Partial<NoticeRule> = {}, facts: Partial<PublishData> = {}): RuleCommand => ({
  type: 'PublishRule',
  data: {
    ruleId: 'r1',
    rule: { ...rule, ...change },
    changeNote: note,
    publishedBy: ada,
    audience: 'addressee',
    templateExists: true,
    reaches: 3,
    now: noon,
    ...facts,
  },
});
const published = (version = 1, change: Partial<NoticeRule> = {}, ruleId = 'r1'): RuleEvent => ({
  type: 'RulePublished',
  data: { ruleId, version, rule: { ...rule, ...change }, changeNote: note, publishedBy: ada, publishedAt: noon },
});
const retire = (ruleId = 'r1', changeNote = note): RuleCommand => ({
  type: 'RetireRule',
  data: { ruleId, changeNote, retiredBy: ada, now: noon },
});
const retired = (version: number, ruleId = 'r1'): RuleEvent => ({
  type: 'RuleRetired',
  data: { ruleId, version, changeNote: note, retiredBy: ada, retiredAt: noon },
});

describe('a rule', () => {
  tells('is published', [], publish(), [published()]);
  tells('is published once', [published()], publish(), 'nothing');
  tells('that changes has a version more', [published()], publish({ review: true }), [published(2, { review: true })]);
  tells('waits for an event that there is', [], publish({}, { audience: null }), {
    code: 'rule.event_unknown',
    type: 'TopicDecisionReleased',
  });
  tells('has a wording', [], publish({}, { templateExists: false }), {
    code: 'rule.template_unknown',
    templateId: 'topic-decision-released',
  });
  tells('has conditions that can hold', [], publish({ when: [{ field: 'outcome', oneOf: [] }] }), {
    code: 'rule.condition_empty',
    field: 'outcome',
  });
  tells('names each channel once', [], publish({ channels: ['mail', 'mail'] }), { code: 'rule.value_repeated', values: ['mail'] });
  tells('that reaches nobody is refused', [], publish({}, { reaches: 0 }), {
    code: 'rule.reaches_nobody',
    type: 'TopicDecisionReleased',
  });
  tells('that has no channel reaches nobody', [], publish({ channels: [] }), {
    code: 'rule.reaches_nobody',
    type: 'TopicDecisionReleased',
  });
  tells('tells no Member what is internal', [], publish({}, { audience: 'internal' }), {
    code: 'rule.tells_more_than_may_be_known',
    type: 'TopicDecisionReleased',
    audience: 'internal',
  });
  tells('tells not all Members what is for one', [], publish({ to: { kind: 'members' } }), {
    code: 'rule.tells_more_than_may_be_known',
    type: 'TopicDecisionReleased',
    audience: 'addressee',
  });
  tells('tells all Members what is for all', [], publish({ to: { kind: 'members' } }, { audience: 'members' }), [
    published(1, { to: { kind: 'members' } }),
  ]);
  tells('tells the Secretariat what is internal', [], publish({ to: { kind: 'roles', roles: ['officer'] } }, { audience: 'internal' }), [
    published(1, { to: { kind: 'roles', roles: ['officer'] } }),
  ]);
  tells('says what changes in both languages', [], publish({}, { changeNote: { en: 'Because', fr: ' ' } }), {
    code: 'rule.note_missing_language',
    missing: ['fr'],
  });
  tells('is retired', [published()], retire(), [retired(2)]);
  tells('is retired once', [published(), retired(2)], retire(), 'nothing');
  tells('that there never was is not retired', [], retire(), { code: 'rule.not_found', ruleId: 'r1' });
  tells('is retired with a reason in both languages', [published()], retire('r1', { en: '', fr: 'x' }), {
    code: 'rule.note_missing_language',
    missing: ['en'],
  });
  tells('comes back after that', [published(), retired(2)], publish(), [published(3)]);
  tells('that ships is version 1 and can be retired', [], retire('topic-receipt'), [retired(2, 'topic-receipt')]);
});

const topic: NoticeTrigger = {
  type: 'TopicDecisionReleased',
  audience: 'addressee',
  data: { outcome: 'declined', members: ['KE', 'KE', 'UG'] },
};

describe('who is told', () => {
  it('follows from type and conditions, all of which hold', () => {
    expect(isTriggeredBy(frozen(rule), frozen(topic))).toBe(true);
    expect(isTriggeredBy(rule, { ...topic, type: 'TopicSubmitted' })).toBe(false);
    expect(isTriggeredBy(rule, { ...topic, data: { outcome: 'accepted' } })).toBe(false);
    expect(isTriggeredBy(rule, { ...topic, data: {} })).toBe(false);
    const both = { ...rule, when: [...rule.when, { field: 'late', oneOf: ['true'] }] };
    expect(isTriggeredBy(both, topic)).toBe(false);
    expect(isTriggeredBy(both, { ...topic, data: { ...topic.data, late: true } })).toBe(true);
  });

  it('are the Members whose it is, those that it names, all, or the Secretariat by role', () => {
    expect(reachOf({ kind: 'owners' }, topic, ['TZ'])).toStrictEqual({ kind: 'members', members: ['TZ'] });
    expect(reachOf({ kind: 'named' }, topic, ['TZ'])).toStrictEqual({ kind: 'members', members: ['KE', 'UG'] });
    expect(reachOf({ kind: 'members' }, { ...topic, audience: 'public' }, [])).toStrictEqual({ kind: 'members', members: null });
    expect(reachOf({ kind: 'roles', roles: ['officer'] }, topic, [])).toStrictEqual({ kind: 'secretariat', roles: ['officer'] });
  });

  it('is nobody who may not know', () => {
    const internal = { ...topic, audience: 'internal' } as const;
    expect(reachOf({ kind: 'owners' }, internal, ['TZ'])).toStrictEqual({ kind: 'nobody' });
    expect(reachOf({ kind: 'named' }, internal, [])).toStrictEqual({ kind: 'nobody' });
    expect(reachOf({ kind: 'members' }, topic, [])).toStrictEqual({ kind: 'nobody' });
  });
});

describe('the rules that ship', () => {
  it('have a name of their own and a wording each', () => {
    expect(shippedRules.length).toBeGreaterThan(30);
    expect(new Set(shippedRules.map(({ ruleId }) => ruleId)).size).toBe(shippedRules.length);
    expect(shippedRules.filter(({ rule: { templateId } }) => !Object.hasOwn(shippedTemplates, templateId))).toStrictEqual([]);
    expect(Object.keys(shippedTemplates).sort()).toStrictEqual([...shippedRules.map(({ ruleId }) => ruleId), 'digest'].sort());
  });
});
