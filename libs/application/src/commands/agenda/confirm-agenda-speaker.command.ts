import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface ConfirmAgendaSpeakerInput {
  readonly agendaId: string;
  readonly speakerId: string;
}

/** Records that a speaker comes. */
export const confirmAgendaSpeaker = useCase<ConfirmAgendaSpeakerInput>('ConfirmAgendaSpeaker', (env, input, context) => {
  const { speakerId } = input;
  return onAgenda(env, context, input, { type: 'ConfirmAgendaSpeaker', data: { now: env.clock.now(), speakerId } });
});
