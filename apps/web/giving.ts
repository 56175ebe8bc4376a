import type {
  CommandAnswer,
  CommandContext,
  CommandInput,
  CommandName,
  CommandOutcome,
  Dispatcher,
} from '../../libs/application/src/index.ts';
import type { Content } from './frame-of.ts';
import type { FormShape, FormValues } from './forms/read-fields.ts';
import type { FormEntry, PageEntry } from './page-routes.ts';

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

/** How a form becomes a command, and what its sender sees afterwards. */
export interface Giving<S extends FormShape> {
  /** The form's line in the registry. */
  readonly form: FormEntry;
  /** The page that the form stands on, drawn again with what was typed when it is refused. */
  readonly page: PageEntry;
  readonly content: Content;
  readonly fields: S;
  readonly command: (values: FormValues<S>) => Given;
  /** Where the sender is led when it is recorded: an address without its language. */
  readonly then: (answer: CommandAnswer, values: FormValues<S>) => string;
  /** Which field a refusal is about, by its code. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}
