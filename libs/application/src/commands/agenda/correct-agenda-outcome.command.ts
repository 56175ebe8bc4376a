import type { ClaimedOutcome, WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface CorrectAgendaOutcomeInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly verb: ClaimedOutcome['verb'];
  readonly statement: WorkingText;
  readonly carriedTo: string | null;
  /** The Member’s correction it follows; null when the Secretariat mends its own words. */
  readonly correctionId: string | null;
}

/** Records a new revision of an outcome; the first stays in the record. */
export const correctAgendaOutcome = useCase<CorrectAgendaOutcomeInput>('CorrectAgendaOutcome', (env, input, context) => {
  const { itemId, verb, statement, carriedTo, correctionId } = input;
  return onAgenda(env, context, input, {
    type: 'CorrectAgendaOutcome',
    data: { ...actOf(env, context), itemId, verb, statement, carriedTo, correctionId },
  });
});
