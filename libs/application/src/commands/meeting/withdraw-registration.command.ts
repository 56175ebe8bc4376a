import { conferenceDecider, type AccreditationId } from '../../../../domain/src/index.ts';
import { mayRegister, standingOf } from '../../meeting-facts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface WithdrawRegistrationInput {
  readonly conferenceId: string;
  readonly person: AccreditationId;
}

/** Takes a registration back. */
export const withdrawRegistration = useCase<WithdrawRegistrationInput>('WithdrawRegistration', async (env, input, context) => {
  const { conferenceId, person } = input;
  const standing = await standingOf(env, person);
  if (!mayRegister(context.caller, person, standing)) return refused({ code: 'workflow.not_your_member', command: 'WithdrawRegistration' });
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'WithdrawRegistration', data: { now: env.clock.now(), person } },
    input,
  });
});
