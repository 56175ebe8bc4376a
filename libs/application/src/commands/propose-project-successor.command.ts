import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ProposeProjectSuccessorInput = Extract<ProjectCommand, { readonly type: 'ProposeProjectSuccessor' }>['data'];

/** Records what is to follow a project. */
export const proposeProjectSuccessor = useCase<ProposeProjectSuccessorInput>('ProposeProjectSuccessor', (env, input, context) =>
  runCommand(env, context, {
    decider: projectDecider,
    id: input.projectId,
    command: { type: 'ProposeProjectSuccessor', data: input },
    input,
  }),
);
