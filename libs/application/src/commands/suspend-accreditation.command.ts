import { accreditationDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface SuspendAccreditationInput {
  readonly accreditationId: string;
  readonly reasonCode: string;
}

/** Takes a right away until the suspension is lifted. */
export const suspendAccreditation = useCase<SuspendAccreditationInput>('SuspendAccreditation', (env, input, context) =>
  runCommand(env, context, {
    decider: accreditationDecider,
    id: input.accreditationId,
    command: { type: 'SuspendAccreditation', data: { now: env.clock.now(), reasonCode: input.reasonCode } },
    input,
  }),
);
