import { describe, expect, it } from '@jest/globals';
import { at, noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { procedureDecider, type ProcedureCommand, type ProcedureEvent } from './index.ts';

const ada = who('ada');
const given = specFor(procedureDecider('topic'));
/** Any event of the topic itself. */
const submitted = { type: 'TopicSubmitted', data: {} } as unknown as ProcedureEvent;
const instance = { object: 'topic', id: 't1' };

const entered = { ...instance, from: 'a', to: 'b', reason: null, enteredBy: ada.accreditationId, enteredAt: noon };
const passed = { ...instance, deadline: 'acknowledgement', dueAt: noon, passedAt: noon };
const migrated = {
  ...instance,
  fromPolicy: 'old',
  toPolicy: 'new',
  toVersion: 2,
  stage: 'a',
  note: { en: 'x', fr: 'x' },
  migratedBy: ada.accreditationId,
  migratedAt: noon,
};

describe('an instance', () => {
  it.each<ProcedureCommand>([
    { type: 'MoveToStage', data: entered },
    { type: 'RecordDeadlinePassed', data: passed },
    { type: 'MigrateInstance', data: migrated },
  ])('that does not exist is neither moved, nor late, nor migrated: $type', (command) => {
    given().when(command).thenRejected({ code: 'workflow.instance_not_found', object: 'topic', id: 't1' });
  });
  it('enters a stage, and not the one where it is', () => {
    given(submitted).when({ type: 'MoveToStage', data: entered }).then({ type: 'StageEntered', data: entered });
    given(submitted)
      .when({ type: 'MoveToStage', data: { ...entered, from: 'b' } })
      .thenNothing();
  });
  it('is late from the instant on and not before', () => {
    given(submitted).when({ type: 'RecordDeadlinePassed', data: passed }).then({ type: 'DeadlinePassed', data: passed });
    const early = at('2015-02-10T11:59:59.999Z');
    expect(early < noon).toBe(true);
    given(submitted)
      .when({ type: 'RecordDeadlinePassed', data: { ...passed, passedAt: early } })
      .thenRejected({ code: 'workflow.deadline_not_reached', deadline: 'acknowledgement', dueAt: noon, now: early });
  });
  it('is late once for each deadline', () => {
    const past = { type: 'DeadlinePassed', data: passed } as const;
    given(submitted, past)
      .when({ type: 'RecordDeadlinePassed', data: { ...passed, passedAt: at('2016-01-01T00:00:00.000Z') } })
      .thenNothing();
    const other = { ...passed, deadline: 'triage' };
    given(submitted, past).when({ type: 'RecordDeadlinePassed', data: other }).then({ type: 'DeadlinePassed', data: other });
  });
  it('is migrated, once', () => {
    given(submitted).when({ type: 'MigrateInstance', data: migrated }).then({ type: 'InstanceMigrated', data: migrated });
    given(submitted, { type: 'InstanceMigrated', data: migrated }).when({ type: 'MigrateInstance', data: migrated }).thenNothing();
  });
});
