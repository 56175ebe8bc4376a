import { agendaDecider, type AgendaCommand } from '../../domain/src/index.ts';
import type { Definition } from '../../workflow/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from './contract.ts';
import { runCommand } from './run-command.ts';

/**
 * Decides one command on an agenda.
 *
 * @param fill  fills in what only the version of the procedure knows under which the agenda runs
 */
export const onAgenda = (
  env: Environment,
  context: CommandContext,
  input: { readonly agendaId: string },
  command: AgendaCommand,
  fill?: (command: AgendaCommand, definition: Definition) => AgendaCommand,
): Promise<CommandOutcome> =>
  runCommand(env, context, {
    decider: agendaDecider,
    id: input.agendaId,
    command,
    input,
    ...(fill === undefined ? {} : { fill: (given: AgendaCommand, { edition }) => fill(given, edition.definition) }),
  });
