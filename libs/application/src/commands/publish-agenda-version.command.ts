import { agendaDecider } from '../../../domain/src/index.ts';
import { agendaState, endedTopics, measures, unresolvedDuplicates } from '../agenda-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface PublishAgendaVersionInput {
  readonly agendaId: string;
}

/** Publishes the approved version: a frozen copy with its content hash (row C2). */
export const publishAgendaVersion = useCase<PublishAgendaVersionInput>('PublishAgendaVersion', async (env, input, context) => {
  const { agendaId } = input;
  const agenda = await agendaState(env, agendaId);
  const topics = agenda.status === 'unopened' ? [] : agenda.items.flatMap((item) => ('topicId' in item ? [item.topicId] : []));
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: {
      type: 'PublishAgendaVersion',
      data: {
        now: env.clock.now(),
        unresolvedDuplicates: await unresolvedDuplicates(env, topics),
        goneTopics: await endedTopics(env, topics),
        ...measures,
      },
    },
    input,
  });
});
