import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type AddProjectDonorInput = Extract<ProjectCommand, { readonly type: 'AddProjectDonor' }>['data'];

/** Adds a donor to a project. */
export const addProjectDonor = useCase<AddProjectDonorInput>('AddProjectDonor', (env, input, context) =>
  runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'AddProjectDonor', data: input }, input }),
);
