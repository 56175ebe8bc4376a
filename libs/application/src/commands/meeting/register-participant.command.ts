import { conferenceDecider, type AccreditationId, type ParticipantPart } from '../../../../domain/src/index.ts';
import { mayRegister, standingOf } from '../../meeting-facts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface RegisterParticipantInput {
  readonly conferenceId: string;
  readonly person: AccreditationId;
  readonly part: ParticipantPart;
}

/** Registers somebody for a conference: oneself, somebody of one’s own Member, or for the Secretariat anybody (row C18). */
export const registerParticipant = useCase<RegisterParticipantInput>('RegisterParticipant', async (env, input, context) => {
  const { conferenceId, person, part } = input;
  const standing = await standingOf(env, person);
  if (!mayRegister(context.caller, person, standing)) return refused({ code: 'workflow.not_your_member', command: 'RegisterParticipant' });
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: {
      type: 'RegisterParticipant',
      data: { now: env.clock.now(), person, member: standing.valid ? standing.member : null, part, accredited: standing.valid },
    },
    input,
  });
});
