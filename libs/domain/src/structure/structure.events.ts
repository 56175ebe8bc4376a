/** A regional structure: ROCB, RTC, RILO or Regional Customs Laboratory (PC0410E1, paragraphs 3 to 5). */
export interface StructureRegistration {
  readonly structureId: string;
  readonly kind: string;
  readonly region: string | null;
  readonly name: string;
  readonly hostCity: string | null;
  /** ISO alpha-2 of the host. */
  readonly host: string | null;
  readonly since: string | null;
  readonly confidence: string;
  readonly source: string | null;
}

export interface StructureEvent {
  readonly type: 'RegionalStructureRegistered';
  readonly data: StructureRegistration;
}

export interface StructureCommand {
  readonly type: 'RegisterRegionalStructure';
  readonly data: StructureRegistration;
}

export type StructureRejection =
  | { readonly code: 'structure.already_registered'; readonly structure: string }
  | { readonly code: 'structure.name_missing'; readonly structure: string };
