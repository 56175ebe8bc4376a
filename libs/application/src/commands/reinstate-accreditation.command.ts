import { accreditationDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ReinstateAccreditationInput {
  readonly accreditationId: string;
}

/** Lifts a suspension. */
export const reinstateAccreditation = useCase<ReinstateAccreditationInput>('ReinstateAccreditation', (env, input, context) =>
  runCommand(env, context, {
    decider: accreditationDecider,
    id: input.accreditationId,
    command: { type: 'ReinstateAccreditation', data: { now: env.clock.now() } },
    input,
  }),
);
