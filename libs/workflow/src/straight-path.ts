import definition from './straight-path.v1.json' with { type: 'json' };

/**
 * SHA-256 of the bytes of `straight-path.v1.json`: the policy that every event is stamped with until an instance runs on a
 * published workflow definition. The file is kept for ever.
 */
export const straightPathPolicy = '68f27ba549a2c7815dd10efafbbd279f1b6727d098abe9ca433f91bf2b941ca5';

const commands: Readonly<Record<string, readonly string[]>> = definition.commands;

/** Roles that may give a command; none for a command the procedure does not know. */
export const rolesAllowed = (command: string): readonly string[] => (Object.hasOwn(commands, command) ? (commands[command] ?? []) : []);

/** Every command the procedure knows. */
export const knownCommands: readonly string[] = Object.keys(commands);

/** Roles that see what is internal to the Secretariat. */
export const internalReaders: readonly string[] = definition.internalReaders;
