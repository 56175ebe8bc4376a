import type { Act } from '../acts/act.ts';
import type { Choices } from '../acts/choices.ts';

/** An act that is open, with what its lists offer and the values its fields begin with. */
export interface OpenAct {
  readonly act: Act;
  readonly choices: Choices;
  readonly given: Readonly<Record<string, string>>;
  readonly begin: Readonly<Record<string, string>>;
  /** Stream revision that its reader sees; null where it does not matter. */
  readonly revision: string | null;
  /** Where its giver is led afterwards, without the language. */
  readonly then: string;
}
