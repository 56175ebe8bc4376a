import { practiceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AcceptPracticeInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Accepts on the merits; by another person than the one who prepared it, none of them from the sponsoring Member. */
export const acceptPractice = useCase<AcceptPracticeInput>('AcceptPractice', (env, input, context) =>
  runCommand(env, context, {
    decider: practiceDecider,
    id: input.practiceId,
    command: { type: 'AcceptPractice', data: { actor: context.caller, now: env.clock.now(), reason: input.reason } },
    input,
  }),
);
