import type { CommandContext, CommandInput, CommandName, CommandOutcome, Dispatcher } from '../../libs/application/src/index.ts';

/** A command with what it needs, ready to be given. */
export interface Given {
  readonly name: CommandName;
  readonly give: (dispatcher: Dispatcher, context: CommandContext) => Promise<CommandOutcome>;
}

/** Puts a command and its input together. */
export const command = <N extends CommandName>(name: N, input: CommandInput<N>): Given => ({
  name,
  give: (dispatcher, context) => dispatcher.command(name, input, context),
});
