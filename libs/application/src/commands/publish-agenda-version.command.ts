import { agendaDecider } from '../../../domain/src/index.ts';
import { measures } from '../agenda-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface PublishAgendaVersionInput {
  readonly agendaId: string;
}

/** Publishes the approved version: a frozen copy with its content hash (row C2). */
export const publishAgendaVersion = useCase<PublishAgendaVersionInput>('PublishAgendaVersion', (env, input, context) => {
  const { agendaId } = input;
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'PublishAgendaVersion', data: { now: env.clock.now(), unresolvedDuplicates: [], ...measures } },
    input,
  });
});
