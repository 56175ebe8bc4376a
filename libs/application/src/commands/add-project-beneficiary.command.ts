import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type AddProjectBeneficiaryInput = Extract<ProjectCommand, { readonly type: 'AddProjectBeneficiary' }>['data'];

/** Adds a country, community or region that a project is for. */
export const addProjectBeneficiary = useCase<AddProjectBeneficiaryInput>('AddProjectBeneficiary', (env, input, context) =>
  runCommand(env, context, {
    decider: projectDecider,
    id: input.projectId,
    command: { type: 'AddProjectBeneficiary', data: input },
    input,
  }),
);
