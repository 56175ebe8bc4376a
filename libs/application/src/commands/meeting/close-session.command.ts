import { sessionDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { sessionAgenda } from '../../meeting-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface CloseSessionInput {
  readonly sessionId: string;
  readonly agendaId: string;
}

/** Second step: the agenda is closed, and with it what is carried over. */
export const closeSession = useCase<CloseSessionInput>('CloseSession', async (env, input, context) => {
  const { sessionId, agendaId } = input;
  const agenda = await sessionAgenda(env, sessionId, agendaId);
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'CloseSession', data: { ...actOf(env, context), agenda } },
    input,
  });
});
