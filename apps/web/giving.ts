import type { CommandAnswer } from '../../libs/application/src/index.ts';
import type { FormShape, FormValues } from './forms/read-fields.ts';
import type { Ask, Content } from './frame-of.ts';
import type { Given } from './given.ts';
import type { FormEntry, PageEntry } from './page-routes.ts';

export { command, type Given } from './given.ts';

/** How a form becomes a command, and what its sender sees afterwards. */
export interface Giving<S extends FormShape> {
  /** The form's line in the registry. */
  readonly form: FormEntry;
  /** The page that the form stands on, drawn again with what was typed when it is refused. */
  readonly page: PageEntry;
  readonly content: Content;
  readonly fields: S;
  readonly command: (values: FormValues<S>, ask: Ask) => Given | Promise<Given>;
  /** What follows at once when the first is recorded; null for nothing. */
  readonly next?: (answer: CommandAnswer, values: FormValues<S>) => Given | null;
  /** Where the sender is led when it is recorded: an address without its language. */
  readonly then: (answer: CommandAnswer, values: FormValues<S>) => string;
  /** Which field a refusal is about, by its code. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}
