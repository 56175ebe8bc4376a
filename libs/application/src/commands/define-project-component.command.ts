import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type DefineProjectComponentInput = Extract<ProjectCommand, { readonly type: 'DefineProjectComponent' }>['data'];

/** Adds a component to a project. */
export const defineProjectComponent = useCase<DefineProjectComponentInput>('DefineProjectComponent', (env, input, context) =>
  runCommand(env, context, {
    decider: projectDecider,
    id: input.projectId,
    command: { type: 'DefineProjectComponent', data: input },
    input,
  }),
);
