import { decisionDecider, type PriorDecision } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Records what the body decided earlier, quoted from the document that reports it. */
export const recordPriorDecision = useCase<PriorDecision>('RecordPriorDecision', (env, input, context) =>
  runCommand(env, context, {
    decider: decisionDecider,
    id: input.decisionId,
    command: { type: 'RecordPriorDecision', data: input },
    input,
  }),
);
