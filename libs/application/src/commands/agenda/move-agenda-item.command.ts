import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface MoveAgendaItemInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly headingId: string;
  /** Null for the end. */
  readonly before: string | null;
}

/** Puts an item before another, under the same heading or another. */
export const moveAgendaItem = useCase<MoveAgendaItemInput>('MoveAgendaItem', (env, input, context) => {
  const { itemId, headingId, before } = input;
  return onAgenda(env, context, input, { type: 'MoveAgendaItem', data: { itemId, headingId, before } });
});
