import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shippedDefinition } from '../../libs/workflow/src/index.ts';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { recordOpenCall, text, topicDraft } from '../support/opened.ts';

describe('deadlines of a procedure', () => {
  const [officer, administrator] = [callerAs('officer', null, 'ada'), callerAs('administrator', null, 'ida')];
  let application: TestApplication;
  beforeEach(async () => {
    application = bootWorkingApplication('2015-03-31T10:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(async () => {
    await application.close();
    expect(application.alerts).toStrictEqual([]);
  });

  const submitted = async (title: string): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(title));
    return (await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id })).id;
  };
  const passed = async () => {
    const events = await Array.fromAsync(application.env.store.readAll({ filter: { types: ['DeadlinePassed'] } }));
    return events.map(({ streamId, data, metadata }) => {
      const { deadline, dueAt } = data as { deadline: string; dueAt: string };
      return [streamId, deadline, dueAt, metadata['occurredAt']];
    });
  };

  it('pass on record when nobody acted in time, over Easter, and not when somebody did', async () => {
    const [late, met] = [await submitted('Late'), await submitted('Met')];
    await application.walkTo('2015-04-01T10:00:00.000Z');
    await application.done(officer, 'acknowledgeTopic', { topicId: met });
    await application.walkTo('2015-04-20T10:00:00.000Z');
    const acknowledgement = (await passed()).filter(([, deadline]) => deadline === 'acknowledgement');
    expect(acknowledgement).toStrictEqual([[`topic-${late}`, 'acknowledgement', '2015-04-02T21:59:00.000Z', '2015-04-02T21:59:00.001Z']]);
  });

  it('are the ones of the version under which an instance began', async () => {
    const before = await submitted('Before');
    const definition = shippedDefinition('topic');
    if (definition === null) throw new Error('no definition ships for topics');
    const slower = {
      ...definition,
      version: 2,
      deadlines: definition.deadlines.map((rule) => (rule.name === 'acknowledgement' ? { ...rule, after: { workingDays: 4 } } : rule)),
    };
    await application.done(administrator, 'publishWorkflow', { name: 'topic', definition, changeNote: text('As shipped') });
    await application.done(administrator, 'publishWorkflow', { name: 'topic', definition: slower, changeNote: text('Slower') });
    const after = await submitted('After');
    await application.walkTo('2015-04-20T10:00:00.000Z');
    const dues = (await passed()).filter(([, deadline]) => deadline === 'acknowledgement').map(([stream, , dueAt]) => [stream, dueAt]);
    expect(dues).toStrictEqual([
      [`topic-${before}`, '2015-04-02T21:59:00.000Z'],
      [`topic-${after}`, '2015-04-08T21:59:00.000Z'],
    ]);
  });

  it('stand still while a Member is asked; its silence lapses when its last instant is over, and they go on', async () => {
    const topicId = await submitted('Unclear');
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'startTopicTriage', { topicId });
    await application.walkTo('2015-04-01T10:00:00.000Z');
    await application.done(officer, 'requestTopicClarification', { topicId, questions: { en: 'Which law?' }, due: null });
    await application.walkTo('2015-05-20T10:00:00.000Z');
    const lapsed = await Array.fromAsync(application.env.store.readAll({ filter: { types: ['TopicClarificationLapsed'] } }));
    expect(lapsed.map(({ metadata }) => metadata['occurredAt'])).toStrictEqual(['2015-04-17T21:59:00.001Z']);
    // Five working days from 31 March, of which one was used up when the clock stopped; it ran on at night on 17 April.
    const triage = (await passed()).filter(([, deadline]) => deadline === 'triage');
    expect(triage.map(([stream, , dueAt]) => [stream, dueAt])).toStrictEqual([[`topic-${topicId}`, '2015-04-23T21:59:00.000Z']]);
  });

  it('let a call close by itself, first for new contributions and then for edits', async () => {
    await application.walkTo('2015-04-20T10:00:00.000Z');
    const events = await Array.fromAsync(application.env.store.readAll({ filter: { types: ['CallClosedForNew', 'CallClosedForEdits'] } }));
    expect(events.map(({ type, metadata }) => [type, metadata['occurredAt'], metadata['actor']])).toStrictEqual([
      ['CallClosedForNew', '2015-03-31T21:59:00.001Z', 'process-deadlines'],
      ['CallClosedForEdits', '2015-04-16T16:00:00.001Z', 'process-deadlines'],
    ]);
  });

  it('are known before they come', async () => {
    await submitted('One');
    await application.walkTo('2015-03-31T10:00:00.000Z');
    expect((await application.env.processes?.duesAfter(application.env.clock.now()))?.[0]).toBe('2015-03-31T21:59:00.001Z');
  });
});
