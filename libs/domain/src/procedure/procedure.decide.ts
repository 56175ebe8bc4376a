import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { ProcedureCommand, ProcedureEvent, ProcedureRejection } from './procedure.events.ts';

export interface ProcedureState {
  readonly started: boolean;
  readonly policy: string | null;
  readonly passed: readonly { readonly deadline: string; readonly dueAt: string }[];
}

type ProcedureDecision = Decision<ProcedureEvent, ProcedureRejection>;

/** Any event of the instance begins it; its own events pass by here as well. */
const evolve = (state: ProcedureState, event: ProcedureEvent): ProcedureState => {
  const started = { ...state, started: true };
  if (event.type === 'InstanceMigrated') return { ...started, policy: event.data.toPolicy };
  if (event.type !== 'DeadlinePassed') return started;
  const { deadline, dueAt } = event.data;
  return { ...started, passed: [...state.passed, { deadline, dueAt }] };
};

const recordPassed = (
  { data }: Extract<ProcedureCommand, { type: 'RecordDeadlinePassed' }>,
  { passed }: ProcedureState,
): ProcedureDecision => {
  const { deadline, dueAt, passedAt } = data;
  if (passed.some((past) => same(past, { deadline, dueAt }))) return accept();
  if (passedAt < dueAt) return reject({ code: 'workflow.deadline_not_reached', deadline, dueAt, now: passedAt });
  return accept({ type: 'DeadlinePassed', data });
};

/** Decides what the procedure itself does to an instance, whatever its category: what stands where is judged by the definition before. */
export const procedureDecider = (
  category: string,
): Decider<ProcedureState, ProcedureCommand, ProcedureEvent, ProcedureRejection> & { readonly readsProcedure: true } => ({
  category,
  readsProcedure: true,
  initialState: { started: false, policy: null, passed: [] },
  evolve,
  decide: (command, state) => {
    const { object, id } = command.data;
    if (!state.started) return reject({ code: 'workflow.instance_not_found', object, id });
    switch (command.type) {
      case 'MoveToStage':
        return command.data.from === command.data.to ? accept() : accept({ type: 'StageEntered', data: command.data });
      case 'MigrateInstance':
        return state.policy === command.data.toPolicy ? accept() : accept({ type: 'InstanceMigrated', data: command.data });
      case 'RecordDeadlinePassed':
        return recordPassed(command, state);
    }
  },
});
