import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { publishedContent, topicsIn, unresolvedDuplicates } from '../../agenda-facts.ts';
import { memberCodesOn } from '../../facts.ts';
import { endOfTerm, registeredFor } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';
import { brusselsDate, resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface CirculateAgendaInput {
  readonly agendaId: string;
  /** Last moment for comments on a draft; null for a final agenda. */
  readonly commentsUntil: WallTime | null;
}

/** Circulates the latest published version to the Members of the day, both languages at once (BR-18). */
export const circulateAgenda = useCase<CirculateAgendaInput>('CirculateAgenda', async (env, input, context) => {
  const { agendaId, commentsUntil } = input;
  const { now } = actOf(env, context);
  const until = commentsUntil === null ? null : resolveWallTime(commentsUntil.wallTime, commentsUntil.zone);
  if (until !== null && 'rejection' in until) return refused(until.rejection);
  const calendar = await workingCalendar(env);
  const content = await publishedContent(env, agendaId, null);
  const data = {
    now,
    circulationId: derivedId(commandIdOf(context), 'circulation', 0),
    addressees: await memberCodesOn(env, brusselsDate(now)),
    registered: await registeredFor(env, agendaId),
    content,
    unresolvedDuplicates: await unresolvedDuplicates(env, topicsIn(content)),
    commentsUntil: until === null ? null : until.deadline,
    earliestEnd: now,
  };
  return onAgenda(env, context, input, { type: 'CirculateAgenda', data }, (command, definition) =>
    command.type === 'CirculateAgenda'
      ? { ...command, data: { ...command.data, earliestEnd: endOfTerm(calendar, definition, 'comment_period', command.data.now) } }
      : command,
  );
});
