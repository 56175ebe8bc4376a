import { procedureDecider, type CodedReason } from '../../../domain/src/index.ts';
import type { CommandOutcome, UseCase } from '../contract.ts';
import { governedCategory } from '../../../workflow/src/index.ts';
import { refused, runCommand } from '../run-command.ts';

export interface MoveToStageInput {
  /** Category of the instance, `topic`. */
  readonly object: string;
  readonly id: string;
  readonly to: string;
  readonly reason: CodedReason | null;
}

/** Moves an instance by hand to another stage of the same milestone, where its definition has a line for it. */
export const moveToStage: UseCase<MoveToStageInput> = {
  name: 'MoveToStage',
  run: (env, input, context): Promise<CommandOutcome> => {
    const { object, id, to, reason } = input;
    if (governedCategory(object) === null) return Promise.resolve(refused({ code: 'workflow.category_not_governed', category: object }));
    const data = { object, id, from: '', to, reason, enteredBy: context.caller.accreditationId, enteredAt: env.clock.now() };
    return runCommand(env, context, {
      decider: procedureDecider(object),
      id,
      command: { type: 'MoveToStage', data },
      fill: (command, { standing }) =>
        command.type === 'MoveToStage' ? { ...command, data: { ...command.data, from: standing.stage } } : command,
      input,
    });
  },
};
