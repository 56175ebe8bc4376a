import { decisionDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { wordsHash } from '../decision-facts.ts';
import { memberCodesOn } from '../facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { brussels, brusselsDate, resolveWallTime } from '../time/wall-time.ts';

export interface CirculateDecisionInput {
  readonly decisionId: string;
  /** Last minute for an objection, wall time in Brussels, `2015-10-30T13:00`. */
  readonly deadline: string;
}

/** Circulates the words to the Members of the day; silence until the deadline adopts them (row D9). */
export const circulateDecision = useCase<CirculateDecisionInput>('CirculateDecision', async (env, input, context) => {
  const resolved = resolveWallTime(input.deadline, brussels);
  if ('rejection' in resolved) return refused(resolved.rejection);
  const act = actOf(env, context);
  const addressees = await memberCodesOn(env, brusselsDate(act.now));
  const data = { ...act, deadline: resolved.deadline, addressees, hashOf: wordsHash };
  return runCommand(env, context, { decider: decisionDecider, id: input.decisionId, command: { type: 'CirculateDecision', data }, input });
});
