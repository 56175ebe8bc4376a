import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface DeclineAgendaSpeakerInput {
  readonly agendaId: string;
  readonly speakerId: string;
  readonly remark: string;
}

/** Records that a speaker does not come. */
export const declineAgendaSpeaker = useCase<DeclineAgendaSpeakerInput>('DeclineAgendaSpeaker', (env, input, context) => {
  const { speakerId, remark } = input;
  return onAgenda(env, context, input, { type: 'DeclineAgendaSpeaker', data: { now: env.clock.now(), speakerId, remark } });
});
