import { actOf } from '../../acts.ts';
import { goneTopics, publishedContent, topicsIn } from '../../agenda-facts.ts';
import { hashOf } from '../../canonical.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RestoreAgendaVersionInput {
  readonly agendaId: string;
  readonly version: number;
}

/** Makes the working agenda again what a published version showed. */
export const restoreAgendaVersion = useCase<RestoreAgendaVersionInput>('RestoreAgendaVersion', async (env, input, context) => {
  const { agendaId, version } = input;
  const content = await publishedContent(env, agendaId, version);
  const gone = await goneTopics(env, topicsIn(content));
  return onAgenda(env, context, input, {
    type: 'RestoreAgendaVersion',
    data: { ...actOf(env, context), version, content, goneTopics: gone, hashOf },
  });
});
