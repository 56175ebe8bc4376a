import { mailboxDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface MarkMailboxReadInput {
  /** Everything that happened before this ledger size; null when only single messages were read. */
  readonly upTo: number | null;
  readonly deliveryIds: readonly string[];
}

/** Puts on record what the caller has read of what he was told. */
export const markMailboxRead = useCase<MarkMailboxReadInput>('MarkMailboxRead', (env, input, context) => {
  const { accreditationId } = context.caller;
  // Nobody has read what has not happened.
  const upTo = input.upTo === null ? null : Math.min(input.upTo, env.projections.standing().n);
  return runCommand(env, context, {
    decider: mailboxDecider,
    id: accreditationId,
    command: { type: 'MarkMailboxRead', data: { accreditationId, ...input, upTo, now: env.clock.now() } },
    input,
  });
});
