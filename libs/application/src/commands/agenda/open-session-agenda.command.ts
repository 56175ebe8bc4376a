import type { Bilingual } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface OpenSessionAgendaInput {
  readonly agendaId: string;
  readonly sessionId: string;
  readonly title: Bilingual;
  /** Null when the body has no priorities to account for. */
  readonly themeSetId: string | null;
}

/** Opens the agenda of a session. */
export const openSessionAgenda = useCase<OpenSessionAgendaInput>('OpenSessionAgenda', (env, input, context) => {
  const { agendaId, sessionId, title, themeSetId } = input;
  return onAgenda(env, context, input, { type: 'OpenSessionAgenda', data: { agendaId, sessionId, title, themeSetId } });
});
