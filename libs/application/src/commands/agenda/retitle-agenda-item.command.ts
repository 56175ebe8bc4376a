import type { Bilingual } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RetitleAgendaItemInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly title: Bilingual;
}

/** Gives an item another title. */
export const retitleAgendaItem = useCase<RetitleAgendaItemInput>('RetitleAgendaItem', (env, input, context) => {
  const { itemId, title } = input;
  return onAgenda(env, context, input, { type: 'RetitleAgendaItem', data: { itemId, title } });
});
