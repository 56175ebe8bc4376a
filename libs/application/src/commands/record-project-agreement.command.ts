import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RecordProjectAgreementInput = Extract<ProjectCommand, { readonly type: 'RecordProjectAgreement' }>['data'];

/** Records an agreement about a project, with where it was read. */
export const recordProjectAgreement = useCase<RecordProjectAgreementInput>('RecordProjectAgreement', (env, input, context) =>
  runCommand(env, context, {
    decider: projectDecider,
    id: input.projectId,
    command: { type: 'RecordProjectAgreement', data: input },
    input,
  }),
);
