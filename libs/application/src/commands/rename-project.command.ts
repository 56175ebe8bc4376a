import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RenameProjectInput = Extract<ProjectCommand, { readonly type: 'RenameProject' }>['data'];

/** Gives a project another name; the former one stays findable. */
export const renameProject = useCase<RenameProjectInput>('RenameProject', (env, input, context) =>
  runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'RenameProject', data: input }, input }),
);
