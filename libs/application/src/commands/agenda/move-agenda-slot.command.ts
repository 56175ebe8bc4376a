import { onAgenda } from '../../on-agenda.ts';
import { refused, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface MoveAgendaSlotInput {
  readonly agendaId: string;
  readonly slotId: string;
  readonly roomId: string;
  readonly start: WallTime;
  readonly end: WallTime;
}

/** Gives a slot another time or room. */
export const moveAgendaSlot = useCase<MoveAgendaSlotInput>('MoveAgendaSlot', async (env, input, context) => {
  const { slotId, roomId, start, end } = input;
  const from = resolveWallTime(start.wallTime, start.zone);
  if ('rejection' in from) return refused(from.rejection);
  const until = resolveWallTime(end.wallTime, end.zone);
  if ('rejection' in until) return refused(until.rejection);
  return onAgenda(env, context, input, { type: 'MoveAgendaSlot', data: { slotId, roomId, start: from.deadline, end: until.deadline } });
});
