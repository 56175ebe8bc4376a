import { guidanceDecider, type GuidanceRequest } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Puts on record a request whose document is not in the record: its own words are its quotation (BR-02). For setting up a body. */
export const recordGuidanceRequest = useCase<GuidanceRequest>('IssueGuidanceRequest', (env, input, context) => {
  const { leadIn, text } = input;
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'IssueGuidanceRequest', data: { ...input, actor: context.caller, quoted: { leadIn, text } } },
    input,
  });
});
