import { procedureDecider, type Bilingual } from '../../../domain/src/index.ts';
import { governedCategory, stageNamed } from '../../../workflow/src/index.ts';
import type { CommandOutcome, UseCase } from '../contract.ts';
import { proceduresOf, type Edition } from '../procedure/procedures.ts';
import { instanceOf } from '../procedure/instance.ts';
import { loadStream } from '../../../event-store/src/index.ts';
import { refused, runCommand } from '../run-command.ts';

export interface MigrateInstanceInput {
  /** Category of the instance, `topic`. */
  readonly object: string;
  readonly id: string;
  /** Stage of the version in force at which it goes on; the one of the same name unless told. */
  readonly stage: string | null;
  readonly note: Bilingual;
}

/** Why an instance cannot go on at a stage of another version, or null: the stage exists and stands for the same milestone. */
const stageRefusal = (from: Edition, to: Edition, stage: string, target: string) => {
  const [before, next] = [stageNamed(from.definition, stage), stageNamed(to.definition, target)];
  if (next === null) return { code: 'workflow.stage_unknown', stage: target };
  return before?.milestone === next.milestone ? null : { code: 'workflow.milestone_differs', stage: target };
};

/** Puts a running instance under the version of its procedure that is in force now. */
export const migrateInstance: UseCase<MigrateInstanceInput> = {
  name: 'MigrateInstance',
  run: async (env, input, context): Promise<CommandOutcome> => {
    const { object, id, note } = input;
    const procedures = governedCategory(object) === null ? null : await proceduresOf(env.store, object);
    if (procedures === null) return refused({ code: 'workflow.category_not_governed', category: object });
    const { current } = procedures;
    const { edition, standing } = instanceOf(procedures, object, (await loadStream(env.store, `${object}-${id}`)).events);
    const stage = input.stage ?? standing.stage;
    const wrong = stageRefusal(edition, current, standing.stage, stage);
    if (wrong !== null && standing.stage !== 'none') return refused(wrong);
    const [migratedBy, migratedAt] = [context.caller.accreditationId, env.clock.now()];
    const versions = { fromPolicy: edition.policy, toPolicy: current.policy, toVersion: current.definition.version };
    const data = { object, id, ...versions, stage, note, migratedBy, migratedAt };
    return runCommand(env, context, { decider: procedureDecider(object), id, command: { type: 'MigrateInstance', data }, input });
  },
};
