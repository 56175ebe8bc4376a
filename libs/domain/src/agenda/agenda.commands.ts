import type { BuildingCommand } from './building.commands.ts';
import type { CirculationCommand } from './circulation.commands.ts';
import type { OutcomeCommand } from './outcome.commands.ts';
import type { ProgrammeCommand } from './programme.commands.ts';
import type { VersionCommand } from './version.commands.ts';

export type AgendaCommand = BuildingCommand | ProgrammeCommand | VersionCommand | CirculationCommand | OutcomeCommand;
