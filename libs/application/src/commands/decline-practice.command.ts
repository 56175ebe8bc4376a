import { practiceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DeclinePracticeInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Declines with a coded reason and a text for the Member (BR-10); by another person than the one who prepared it. */
export const declinePractice = useCase<DeclinePracticeInput>('DeclinePractice', (env, input, context) =>
  runCommand(env, context, {
    decider: practiceDecider,
    id: input.practiceId,
    command: { type: 'DeclinePractice', data: { actor: context.caller, now: env.clock.now(), reason: input.reason } },
    input,
  }),
);
