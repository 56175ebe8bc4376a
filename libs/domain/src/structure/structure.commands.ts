import type { CalendarDate } from '../kernel/index.ts';
import type { StructureCountStatement, StructureEvent, StructureRegistration } from './structure.events.ts';

type DataOf<T extends StructureEvent['type']> = Extract<StructureEvent, { readonly type: T }>['data'];

export type StructureCommand =
  | { readonly type: 'RegisterRegionalStructure'; readonly data: StructureRegistration }
  | { readonly type: 'StateRegionalStructureCount'; readonly data: StructureCountStatement }
  | { readonly type: 'EstablishRegionalStructure'; readonly data: DataOf<'RegionalStructureEstablished'> }
  | { readonly type: 'ChangeRegionalStructureHost'; readonly data: DataOf<'RegionalStructureHostChanged'> }
  | { readonly type: 'CloseRegionalStructure'; readonly data: DataOf<'RegionalStructureClosed'> }
  | { readonly type: 'NameRegionalStructureContact'; readonly data: DataOf<'RegionalStructureContactNamed'> };

export type StructureRejection =
  | { readonly code: 'structure.already_registered'; readonly structure: string }
  | { readonly code: 'structure.name_missing'; readonly structure: string }
  | { readonly code: 'structure.not_found'; readonly structure: string }
  | { readonly code: 'structure.source_missing'; readonly structure: string }
  | { readonly code: 'structure.already_established'; readonly establishedOn: CalendarDate }
  | { readonly code: 'structure.change_out_of_order'; readonly last: CalendarDate; readonly inForceFrom: CalendarDate }
  | { readonly code: 'structure.closed'; readonly closedOn: CalendarDate };
