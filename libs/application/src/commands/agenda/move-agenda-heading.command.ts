import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface MoveAgendaHeadingInput {
  readonly agendaId: string;
  readonly headingId: string;
  /** Null for the end. */
  readonly before: string | null;
}

/** Puts a heading before another; its number stays. */
export const moveAgendaHeading = useCase<MoveAgendaHeadingInput>('MoveAgendaHeading', (env, input, context) => {
  const { headingId, before } = input;
  return onAgenda(env, context, input, { type: 'MoveAgendaHeading', data: { headingId, before } });
});
