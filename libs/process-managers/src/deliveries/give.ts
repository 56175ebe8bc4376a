import { commands, type Caller, type CommandInput, type CommandName, type Environment } from '../../../application/src/index.ts';
import type { AccreditationId } from '../../../domain/src/index.ts';

const caller: Caller = { accreditationId: 'process-deliveries' as AccreditationId, role: 'process', member: null, grant: 'none' };

/** What came of a command: recorded by this very giving, nothing new, or refused. */
export type Given = { readonly kind: 'recorded' | 'nothing' } | { readonly kind: 'refused'; readonly code: string };

type DeliveryCommands = Extract<
  CommandName,
  'planDelivery' | 'attemptDelivery' | 'giveUpDeliveryAttempt' | 'recordDeliveryOutcome' | 'openChannel' | 'closeChannel'
>;

/** Gives a command in the role of a process. @param key  the same key and input record once @throws EventStoreError */
export const giveForDelivery = async <N extends DeliveryCommands>(
  env: Environment,
  name: N,
  input: CommandInput<N>,
  key: string,
): Promise<Given> => {
  const useCase = commands[name] as { readonly run: (typeof commands)['planDelivery']['run'] };
  const context = { caller, idempotencyKey: key, dryRun: false, ifMatch: null, correlationId: key };
  // The table pairs each name with its input; here only the name is known.
  const outcome = await useCase.run(env, input as CommandInput<'planDelivery'>, context);
  if (outcome.kind === 'refused') return { kind: 'refused', code: outcome.rejection.code };
  const isNew = outcome.kind === 'done' && !outcome.replayed && outcome.answer.events.length > 0;
  return { kind: isNew ? 'recorded' : 'nothing' };
};
