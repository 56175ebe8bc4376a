import type { Bilingual } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RetitleAgendaHeadingInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly title: Bilingual;
}

/** Gives a heading another title. */
export const retitleAgendaHeading = useCase<RetitleAgendaHeadingInput>('RetitleAgendaHeading', (env, input, context) => {
  const { headingId, title } = input;
  return onAgenda(env, context, input, { type: 'RetitleAgendaHeading', data: { headingId, title } });
});
