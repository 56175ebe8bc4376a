import type { ClaimedOutcome, WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { endOfTerm, hasBegun } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';

export interface RecordAgendaOutcomeInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly verb: ClaimedOutcome['verb'];
  readonly statement: WorkingText;
  /** The session it is carried forward to; null unless the verb says so. */
  readonly carriedTo: string | null;
}

/** Records what the body did with an item (row C13). */
export const recordAgendaOutcome = useCase<RecordAgendaOutcomeInput>('RecordAgendaOutcome', async (env, input, context) => {
  const { agendaId, itemId, verb, statement, carriedTo } = input;
  const { actor, now } = actOf(env, context);
  const calendar = await workingCalendar(env);
  const begun = await hasBegun(env, agendaId);
  const data = { actor, now, itemId, verb, statement, carriedTo, begun, correctableUntil: now };
  return onAgenda(env, context, input, { type: 'RecordAgendaOutcome', data }, (command, definition) =>
    command.type === 'RecordAgendaOutcome'
      ? {
          ...command,
          data: { ...command.data, correctableUntil: endOfTerm(calendar, definition, 'correction_of_record', command.data.now) },
        }
      : command,
  );
});
