import { accreditationDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface EndAccreditationInput {
  readonly accreditationId: string;
  readonly reasonCode: string;
}

/** Ends an accreditation at once; what was done under it stays done. */
export const endAccreditation = useCase<EndAccreditationInput>('EndAccreditation', (env, input, context) => {
  const { accreditationId, reasonCode } = input;
  return runCommand(env, context, {
    decider: accreditationDecider,
    id: accreditationId,
    command: { type: 'EndAccreditation', data: { now: env.clock.now(), reasonCode } },
    input,
  });
});
