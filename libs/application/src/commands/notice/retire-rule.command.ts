import { ruleDecider, type Bilingual } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RetireRuleInput {
  readonly ruleId: string;
  readonly changeNote: Bilingual;
}

/** Nobody is told by a rule any longer. */
export const retireRule = useCase<RetireRuleInput>('RetireRule', (env, input, context) => {
  const retiredBy = context.caller.accreditationId;
  return runCommand(env, context, {
    decider: ruleDecider,
    id: input.ruleId,
    command: { type: 'RetireRule', data: { ...input, retiredBy, now: env.clock.now() } },
    input,
  });
});
