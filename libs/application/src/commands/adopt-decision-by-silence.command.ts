import { decisionDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AdoptDecisionBySilenceInput {
  readonly decisionId: string;
}

/** Records that nobody objected until the deadline; given by the timer, refused before it. */
export const adoptDecisionBySilence = useCase<AdoptDecisionBySilenceInput>('AdoptDecisionBySilence', (env, input, context) => {
  const data = { now: env.clock.now() };
  return runCommand(env, context, {
    decider: decisionDecider,
    id: input.decisionId,
    command: { type: 'AdoptDecisionBySilence', data },
    input,
  });
});
