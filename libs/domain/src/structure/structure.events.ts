import type { Bilingual, CalendarDate } from '../kernel/index.ts';

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

/** What a document says of a kind of structure: how many there are. The list may say otherwise; neither is mended. */
export interface StructureCountStatement {
  readonly kind: string;
  readonly name: Bilingual;
  /** Null when the document gives no number. */
  readonly count: number | null;
  readonly statement: string;
  readonly source: string;
}

interface StructureChange {
  readonly structureId: string;
  /** First day on which it holds. */
  readonly inForceFrom: CalendarDate;
  readonly source: string;
}

export type StructureEvent =
  | { readonly type: 'RegionalStructureRegistered'; readonly data: StructureRegistration }
  | { readonly type: 'RegionalStructureCountStated'; readonly data: StructureCountStatement }
  | { readonly type: 'RegionalStructureEstablished'; readonly data: StructureChange }
  | {
      readonly type: 'RegionalStructureHostChanged';
      readonly data: StructureChange & { readonly host: string | null; readonly hostCity: string | null };
    }
  | { readonly type: 'RegionalStructureClosed'; readonly data: StructureChange }
  /** Whom to write to: a reference into the directory of persons, never a name; null when there is nobody. */
  | {
      readonly type: 'RegionalStructureContactNamed';
      readonly data: { readonly structureId: string; readonly personId: string | null };
    };
