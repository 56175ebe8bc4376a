import { accreditationDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecallDelegationInput {
  readonly accreditationId: string;
  readonly reasonCode: string;
}

/** A Member takes back at once what one of its own has lent (row G2). */
export const recallDelegation = useCase<RecallDelegationInput>('RecallDelegation', (env, input, context) => {
  const { accreditationId, reasonCode } = input;
  const data = { ...actOf(env, context), reasonCode };
  return runCommand(env, context, {
    decider: accreditationDecider,
    id: accreditationId,
    command: { type: 'RecallDelegation', data },
    input,
  });
});
