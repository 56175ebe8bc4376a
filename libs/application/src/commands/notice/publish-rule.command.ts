import { ruleDecider, type Bilingual, type NoticeRule } from '../../../../domain/src/index.ts';
import { audienceOfNamed } from '../../audience.ts';
import { reachable, templateExists } from '../../notices/rule-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface PublishRuleInput {
  readonly ruleId: string;
  readonly rule: NoticeRule;
  readonly changeNote: Bilingual;
}

/** Publishes who is told of what from now on; one that reaches nobody is refused (row E10). */
export const publishRule = useCase<PublishRuleInput>('PublishRule', async (env, input, context) => {
  const { rule } = input;
  const facts = {
    audience: audienceOfNamed(rule.on),
    templateExists: await templateExists(env, rule.templateId),
    reaches: await reachable(env, rule.to),
  };
  const publishedBy = context.caller.accreditationId;
  return runCommand(env, context, {
    decider: ruleDecider,
    id: input.ruleId,
    command: { type: 'PublishRule', data: { ...input, ...facts, publishedBy, now: env.clock.now() } },
    input,
  });
});
