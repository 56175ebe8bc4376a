import { procedureDecider, type Instant } from '../../../domain/src/index.ts';
import { governedCategory } from '../../../workflow/src/index.ts';
import type { CommandOutcome, UseCase } from '../contract.ts';
import { refused, runCommand } from '../run-command.ts';

export interface RecordDeadlinePassedInput {
  /** Category of the instance, `topic`. */
  readonly object: string;
  readonly id: string;
  /** Name of the deadline in the instance's definition. */
  readonly deadline: string;
  readonly dueAt: Instant;
}

/** Puts on record that a deadline passed; given by the timer, refused before the instant is reached. */
export const recordDeadlinePassed: UseCase<RecordDeadlinePassedInput> = {
  name: 'RecordDeadlinePassed',
  run: (env, input, context): Promise<CommandOutcome> => {
    const { object, id } = input;
    if (governedCategory(object) === null) return Promise.resolve(refused({ code: 'workflow.category_not_governed', category: object }));
    const data = { ...input, passedAt: env.clock.now() };
    return runCommand(env, context, { decider: procedureDecider(object), id, command: { type: 'RecordDeadlinePassed', data }, input });
  },
};
