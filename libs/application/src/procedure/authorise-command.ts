import { authorise, type Forbidden } from '../../../identity/src/index.ts';
import { categoryOfCommand, generalCommands } from '../../../workflow/src/index.ts';
import type { Caller, Environment } from '../contract.ts';
import { proceduresOf } from './procedures.ts';

export type NotCovered = { readonly code: 'token.reads_only' } | { readonly code: 'token.command_not_covered'; readonly action: string };

/** Why a command is not taken with the token that its caller came with, or null. */
export const coveredByToken = (
  { readsOnly, onlyCommands }: Pick<Caller, 'readsOnly' | 'onlyCommands'>,
  action: string,
): NotCovered | null => {
  if (readsOnly === true) return { code: 'token.reads_only' };
  return onlyCommands === undefined || onlyCommands.includes(action) ? null : { code: 'token.command_not_covered', action };
};

/**
 * Whether a role may give a command at all, before anything else is read: by the definition in force where one governs, otherwise by
 * the general table. Stage, ownership and guards are judged when the instance is loaded.
 */
export const authoriseCommand = async (env: Environment, caller: Pick<Caller, 'role'>, command: string): Promise<Forbidden | null> => {
  const category = categoryOfCommand(command);
  const procedures = category === null ? null : await proceduresOf(env.store, category.name);
  if (procedures === null) return authorise(caller, command);
  const lines = procedures.current.definition.commands.filter((line) => line.command === command);
  return lines.some(({ roles }) => roles.includes(caller.role))
    ? null
    : { code: 'authorisation.role_not_allowed', action: command, role: caller.role };
};

/**
 * The same before anything of a request is read. Null as well for what only its object decides: a release, a stage, another version.
 */
export const mayGive = async (
  env: Environment,
  caller: Pick<Caller, 'role' | 'readsOnly' | 'onlyCommands'>,
  command: string,
): Promise<Forbidden | NotCovered | null> => {
  const notCovered = coveredByToken(caller, command);
  if (notCovered !== null) return notCovered;
  const isTabled = categoryOfCommand(command) !== null || generalCommands.includes(command);
  return isTabled ? authoriseCommand(env, caller, command) : null;
};
