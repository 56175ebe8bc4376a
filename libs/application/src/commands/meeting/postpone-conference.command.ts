import { conferenceDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface PostponeConferenceInput {
  readonly conferenceId: string;
  /** `2015-09`. */
  readonly month: string;
  readonly reason: CodedReason;
}

/** Puts a conference off to a later month; its dates are fixed anew. */
export const postponeConference = useCase<PostponeConferenceInput>('PostponeConference', (env, input, context) => {
  const { conferenceId, month, reason } = input;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'PostponeConference', data: { now: env.clock.now(), month, reason } },
    input,
  });
});
