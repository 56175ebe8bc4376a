import { conferenceDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface CancelConferenceInput {
  readonly conferenceId: string;
  readonly reason: CodedReason;
}

/** Cancels a conference. */
export const cancelConference = useCase<CancelConferenceInput>('CancelConference', (env, input, context) => {
  const { conferenceId, reason } = input;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'CancelConference', data: { now: env.clock.now(), reason } },
    input,
  });
});
