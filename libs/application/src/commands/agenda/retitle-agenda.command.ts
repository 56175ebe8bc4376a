import type { Bilingual } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RetitleAgendaInput {
  readonly agendaId: string;
  readonly title: Bilingual;
}

/** Gives the agenda another title. */
export const retitleAgenda = useCase<RetitleAgendaInput>('RetitleAgenda', (env, input, context) => {
  const { title } = input;
  return onAgenda(env, context, input, { type: 'RetitleAgenda', data: { title } });
});
