import { sessionDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { sessionAgenda } from '../../meeting-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface BeginSessionClosingInput {
  readonly sessionId: string;
  readonly agendaId: string;
}

/** First step of closing: every item has an outcome or goes to a later session. */
export const beginSessionClosing = useCase<BeginSessionClosingInput>('BeginSessionClosing', async (env, input, context) => {
  const { sessionId, agendaId } = input;
  const agenda = await sessionAgenda(env, sessionId, agendaId);
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'BeginSessionClosing', data: { ...actOf(env, context), agenda } },
    input,
  });
});
