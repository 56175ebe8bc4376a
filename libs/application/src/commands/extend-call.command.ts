import { callDecider, type CodedReason, type Deadline } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { resolveWallTime, type WallTimeRejection } from '../time/wall-time.ts';
import type { WallTime } from '../time/wall-time.ts';

export interface ExtendCallInput {
  readonly callId: string;
  /** Null where the deadline stays. */
  readonly closesForNew: WallTime | null;
  readonly closesForEdits: WallTime | null;
  readonly reason: CodedReason;
}

const resolved = (wall: WallTime | null): { readonly deadline: Deadline | null } | { readonly rejection: WallTimeRejection } =>
  wall === null ? { deadline: null } : resolveWallTime(wall.wallTime, wall.zone);

/** Moves a deadline of a call forward, with a reason that stays visible beside it. */
export const extendCall = useCase<ExtendCallInput>('ExtendCall', (env, input, context) => {
  const [forNew, forEdits] = [resolved(input.closesForNew), resolved(input.closesForEdits)];
  if ('rejection' in forNew) return Promise.resolve(refused(forNew.rejection));
  if ('rejection' in forEdits) return Promise.resolve(refused(forEdits.rejection));
  const data = { ...actOf(env, context), closesForNew: forNew.deadline, closesForEdits: forEdits.deadline, reason: input.reason };
  return runCommand(env, context, { decider: callDecider, id: input.callId, command: { type: 'ExtendCall', data }, input });
});
