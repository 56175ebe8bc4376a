import { commands, mayGive, type Caller, type CommandName, type Environment } from '../../../libs/application/src/index.ts';
import { Refusal } from '../problem.ts';
import routeCommands from './route-commands.json' with { type: 'json' };

const table: Readonly<Record<string, string>> = routeCommands;

const isCommand = (name: string | undefined): name is CommandName => name !== undefined && Object.hasOwn(commands, name);

/** The command that a route gives; undefined where none is, or none is known. */
export const commandOf = (route: string): CommandName | undefined => {
  const name = Object.hasOwn(table, route) ? table[route] : undefined;
  return isCommand(name) ? name : undefined;
};

/** Tells a role that may not give a command so before a byte of what it sends is read. @throws Refusal */
export const refuseRole = async (env: Environment, route: string, caller: Caller): Promise<void> => {
  const name = commandOf(route);
  const forbidden = name === undefined ? null : await mayGive(env, caller, commands[name].name);
  if (forbidden !== null) throw new Refusal({ ...forbidden });
};
