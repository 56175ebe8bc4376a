import type { AccreditationId, CodedReason } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { standingOf } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';

export interface ReplaceAgendaSpeakerInput {
  readonly agendaId: string;
  readonly speakerId: string;
  readonly person: AccreditationId;
  readonly reason: CodedReason;
}

/** Puts another in the place of a speaker. */
export const replaceAgendaSpeaker = useCase<ReplaceAgendaSpeakerInput>('ReplaceAgendaSpeaker', async (env, input, context) => {
  const { speakerId, person, reason } = input;
  const standing = await standingOf(env, person);
  if (!standing.valid) return refused({ code: 'conference.not_accredited', person });
  const by = { speakerId: derivedId(commandIdOf(context), 'speaker', 0), person, member: standing.member };
  return onAgenda(env, context, input, { type: 'ReplaceAgendaSpeaker', data: { now: env.clock.now(), speakerId, by, reason } });
});
