import type { AccreditationId } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { standingOf } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';

export interface InviteAgendaSpeakerInput {
  readonly agendaId: string;
  readonly slotId: string;
  readonly person: AccreditationId;
  readonly part: 'speaker' | 'moderator';
}

/** Invites somebody to speak or moderate. */
export const inviteAgendaSpeaker = useCase<InviteAgendaSpeakerInput>('InviteAgendaSpeaker', async (env, input, context) => {
  const { slotId, person, part } = input;
  const standing = await standingOf(env, person);
  if (!standing.valid) return refused({ code: 'conference.not_accredited', person });
  const speakerId = derivedId(commandIdOf(context), 'speaker', 0);
  return onAgenda(env, context, input, {
    type: 'InviteAgendaSpeaker',
    data: { now: env.clock.now(), slotId, speakerId, part, person, member: standing.member },
  });
});
