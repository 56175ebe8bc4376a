import { projectDecider, type ProjectCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ReportProjectActivityInput = Extract<ProjectCommand, { readonly type: 'ReportProjectActivity' }>['data'];

/** Reports what was done under a project. */
export const reportProjectActivity = useCase<ReportProjectActivityInput>('ReportProjectActivity', (env, input, context) =>
  runCommand(env, context, {
    decider: projectDecider,
    id: input.projectId,
    command: { type: 'ReportProjectActivity', data: input },
    input,
  }),
);
