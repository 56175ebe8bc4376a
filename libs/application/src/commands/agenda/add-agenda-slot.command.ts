import type { Bilingual } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface AddAgendaSlotInput {
  readonly agendaId: string;
  readonly roomId: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly title: Bilingual;
  readonly itemIds: readonly string[];
}

/** Adds a slot; a room holds one at a time. */
export const addAgendaSlot = useCase<AddAgendaSlotInput>('AddAgendaSlot', async (env, input, context) => {
  const { roomId, start, end, title, itemIds } = input;
  const from = resolveWallTime(start.wallTime, start.zone);
  if ('rejection' in from) return refused(from.rejection);
  const until = resolveWallTime(end.wallTime, end.zone);
  if ('rejection' in until) return refused(until.rejection);
  const slotId = derivedId(commandIdOf(context), 'slot', 0);
  return onAgenda(env, context, input, {
    type: 'AddAgendaSlot',
    data: { slotId, roomId, start: from.deadline, end: until.deadline, title, itemIds },
  });
});
