import { processOutcomeDecider, type UnansweredCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecordProcessOutcomeInput extends Omit<UnansweredCommand, 'triedAt'> {
  /** Code of the refusal; null when there was nothing to do. */
  readonly code: string | null;
}

/** Puts on record that a command of a process was refused or had nothing to do, so that no runner gives it again. */
export const recordProcessOutcome = useCase<RecordProcessOutcomeInput>('RecordProcessOutcome', (env, input, context) => {
  const data = { ...input, triedAt: env.clock.now() };
  return runCommand(env, context, {
    decider: processOutcomeDecider,
    id: input.effectId,
    command: { type: 'RecordProcessOutcome', data },
    input,
  });
});
