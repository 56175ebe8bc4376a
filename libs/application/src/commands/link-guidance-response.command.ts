import { guidanceDecider } from '../../../domain/src/index.ts';
import { contributionFact } from '../guidance-facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface LinkGuidanceResponseInput {
  readonly contributionId: string;
}

/** Links a contribution to the request that it answers; found by what the contribution itself says. */
export const linkGuidanceResponse = useCase<LinkGuidanceResponseInput>('LinkGuidanceResponse', async (env, input, context) => {
  const contribution = await contributionFact(env, input.contributionId);
  if (contribution === null) return refused({ code: 'guidance.contribution_not_found' });
  const data = { contribution, now: env.clock.now() };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: contribution.guidanceId,
    command: { type: 'LinkGuidanceResponse', data },
    input,
  });
});
