import { callDecider, type Bilingual } from '../../../domain/src/index.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { resolveWallTime, type WallTime } from '../time/wall-time.ts';

export interface ScheduleCallInput {
  readonly callId: string;
  readonly title: Bilingual;
  readonly guidanceIds: readonly string[];
  readonly conferenceId: string;
  readonly themeSetId: string;
  readonly closesForNew: WallTime;
  readonly closesForEdits: WallTime;
  /** Kept as late unless told. */
  readonly lateInput?: 'kept' | 'refused';
}

/** Schedules a window for input; its deadlines are wall times somewhere, kept with the instants they mean. */
export const scheduleCall = useCase<ScheduleCallInput>('ScheduleCall', (env, input, context) => {
  const forNew = resolveWallTime(input.closesForNew.wallTime, input.closesForNew.zone);
  const forEdits = resolveWallTime(input.closesForEdits.wallTime, input.closesForEdits.zone);
  if ('rejection' in forNew) return Promise.resolve(refused(forNew.rejection));
  if ('rejection' in forEdits) return Promise.resolve(refused(forEdits.rejection));
  const { callId, title, guidanceIds, conferenceId, themeSetId, lateInput } = input;
  const data = {
    callId,
    title,
    guidanceIds,
    conferenceId,
    themeSetId,
    closesForNew: forNew.deadline,
    closesForEdits: forEdits.deadline,
    ...(lateInput === undefined ? {} : { lateInput }),
    now: env.clock.now(),
  };
  return runCommand(env, context, { decider: callDecider, id: callId, command: { type: 'ScheduleCall', data }, input });
});
