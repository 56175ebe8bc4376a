import { erasureDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RefuseErasureInput {
  readonly erasureId: string;
  readonly reason: string;
}

/** The second person refuses the erasure that was asked for. */
export const refuseErasure = useCase<RefuseErasureInput>('RefuseErasure', (env, input, context) => {
  const data = { ...actOf(env, context), reason: input.reason };
  return runCommand(env, context, { decider: erasureDecider, id: input.erasureId, command: { type: 'RefuseErasure', data }, input });
});
