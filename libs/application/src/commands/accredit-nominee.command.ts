import { accreditationDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AccreditNomineeInput {
  readonly accreditationId: string;
}

/** Accredits whom a Member has proposed. */
export const accreditNominee = useCase<AccreditNomineeInput>('AccreditNominee', (env, input, context) =>
  runCommand(env, context, {
    decider: accreditationDecider,
    id: input.accreditationId,
    command: { type: 'AccreditNominee', data: { now: env.clock.now() } },
    input,
  }),
);
