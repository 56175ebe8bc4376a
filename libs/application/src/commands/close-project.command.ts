import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type CloseProjectInput = Extract<ProjectCommand, { readonly type: 'CloseProject' }>['data'];

/** Records that a project is over. */
export const closeProject = useCase<CloseProjectInput>('CloseProject', (env, input, context) =>
  runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'CloseProject', data: input }, input }),
);
