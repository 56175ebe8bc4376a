import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ExtendProjectInput = Extract<ProjectCommand, { readonly type: 'ExtendProject' }>['data'];

/** Records until when a project was extended. */
export const extendProject = useCase<ExtendProjectInput>('ExtendProject', (env, input, context) =>
  runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'ExtendProject', data: input }, input }),
);
