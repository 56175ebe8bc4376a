import { accreditationDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DeclineNominationInput {
  readonly accreditationId: string;
  readonly reasonCode: string;
}

/** Declines whom a Member has proposed. */
export const declineNomination = useCase<DeclineNominationInput>('DeclineNomination', (env, input, context) =>
  runCommand(env, context, {
    decider: accreditationDecider,
    id: input.accreditationId,
    command: { type: 'DeclineNomination', data: { now: env.clock.now(), reasonCode: input.reasonCode } },
    input,
  }),
);
