import { projectDecider, type ProjectRegistration } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Puts a project on the register, each fact with its paragraph. */
export const registerProject = useCase<ProjectRegistration>('RegisterProject', (env, input, context) =>
  runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'RegisterProject', data: input }, input }),
);
