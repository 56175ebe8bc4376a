import { authorise, type Forbidden } from '../../../identity/src/index.ts';
import { categoryOfCommand, generalCommands } from '../../../workflow/src/index.ts';
import type { Caller, Environment } from '../contract.ts';
import { proceduresOf } from './procedures.ts';

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
export const mayGive = async (env: Environment, caller: Pick<Caller, 'role'>, command: string): Promise<Forbidden | null> => {
  const isTabled = categoryOfCommand(command) !== null || generalCommands.includes(command);
  return isTabled ? authoriseCommand(env, caller, command) : null;
};
