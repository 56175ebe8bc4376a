import general from './definitions/general.v1.json' with { type: 'json' };

const commands: Readonly<Record<string, readonly string[]>> = general.commands;

/** The table of commands that no definition governs, as it is stamped on their events. */
export const generalTable: object = general;

/** Roles that may give a command that no definition governs; none for a command nobody knows. */
export const rolesAllowed = (command: string): readonly string[] => (Object.hasOwn(commands, command) ? (commands[command] ?? []) : []);

/** Every command of the table. */
export const generalCommands: readonly string[] = Object.keys(commands);

/** Roles that see what is internal to the Secretariat. */
export const internalReaders: readonly string[] = general.internalReaders;
