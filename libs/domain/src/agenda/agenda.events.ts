import type { AgendaBuildingEvent } from './building.events.ts';
import type { AgendaCirculationEvent } from './circulation.events.ts';
import type { AgendaOutcomeEvent } from './outcome.events.ts';
import type { AgendaProgrammeEvent } from './programme.events.ts';
import type { AgendaVersionEvent } from './version.events.ts';

/** Facts of one meeting's agenda: all its items, slots, rooms, speakers, comments and outcomes are one stream (DESIGN §5). */
export type AgendaEvent = AgendaBuildingEvent | AgendaProgrammeEvent | AgendaVersionEvent | AgendaCirculationEvent | AgendaOutcomeEvent;
