import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../test/support/application.ts';
import { recordOpenCall, topicDraft } from '../../../test/support/opened.ts';
import { commandPort } from './command-port.ts';
import type { CommandPort, KeyedOrder } from './runner/process.port.ts';

const dueAt = '2015-02-10T12:00:00.000Z';

describe('commands of a process', () => {
  let application: TestApplication;
  let port: CommandPort;
  let order: KeyedOrder;

  beforeEach(async () => {
    application = bootApplication(dueAt);
    port = commandPort(() => application.env);
    await recordOpenCall(application);
    const draft = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft());
    const { id } = await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: draft.id });
    order = {
      name: 'recordDeadlinePassed',
      input: { object: 'topic', id, deadline: 'acknowledgement', dueAt },
      effectId: 'e1',
      process: 'deadlines',
      instance: `topic-${id}`,
      triggerId: 'the-event-before',
      correlationId: 'the-request-before',
    };
  });
  afterEach(() => application.close());

  const lastEvent = async () => (await Array.fromAsync(application.env.store.readAll({ direction: 'backwards', maxCount: 1 })))[0];

  it('are given once under one key, and say who, because of what, and in which connection', async () => {
    expect(await port.give(order)).toStrictEqual({ kind: 'done' });
    const stored = await lastEvent();
    expect(stored).toMatchObject({
      type: 'DeadlinePassed',
      metadata: {
        commandId: port.commandIdOf('deadlines', 'e1'),
        actor: 'process-deadlines',
        role: 'process',
        actingFor: '',
        grant: 'none',
        $correlationId: 'the-request-before',
        $causationId: 'the-event-before',
      },
    });
    expect(await port.give(order)).toStrictEqual({ kind: 'done' });
    expect((await lastEvent())?.id).toBe(stored?.id);
  });

  it('with nothing to do, and refused ones, are put on record once', async () => {
    await port.give(order);
    const repeat = { ...order, effectId: 'e2' };
    expect(await port.give(repeat)).toStrictEqual({ kind: 'nothing' });
    await port.recordOutcome(repeat, { kind: 'nothing' });
    expect(await lastEvent()).toMatchObject({ streamId: 'process-e2', type: 'ProcessCommandFoundDone' });
    const early = { ...order, effectId: 'e3', input: { ...order.input, dueAt: '2015-02-10T12:00:00.001Z' } };
    const refused = { kind: 'refused', code: 'workflow.deadline_not_reached' } as const;
    expect(await port.give(early)).toStrictEqual(refused);
    await port.recordOutcome(early, refused);
    await port.recordOutcome(early, refused);
    expect(await lastEvent()).toMatchObject({
      streamId: 'process-e3',
      revision: 0n,
      type: 'ProcessCommandRefused',
      data: { process: 'deadlines', instance: order.instance, command: 'recordDeadlinePassed', code: refused.code, triedAt: dueAt },
    });
  });

  it('given before in other words have been given', async () => {
    await port.give(order);
    expect(await port.give({ ...order, input: { ...order.input, deadline: 'triage' } })).toStrictEqual({ kind: 'done' });
  });

  it('that do not exist are a fault of the program', async () => {
    await expect(port.give({ ...order, name: 'constructor' })).rejects.toThrow('there is no command constructor');
  });
});
