import type { AccreditationId, Instant, MemberCode, WorkingText } from '../kernel/index.ts';

/** What the body may have done with an item (BR-22). */
export type AgendaOutcomeVerb =
  | 'took_note'
  | 'agreed'
  | 'gave_guidance'
  | 'endorsed'
  | 'decided'
  | 'forwarded_to_policy_commission'
  | 'forwarded_to_council'
  | 'carried_forward';

export interface AgendaOutcome {
  readonly itemId: string;
  readonly verb: AgendaOutcomeVerb;
  readonly statement: WorkingText;
  /** The session it is carried forward to; null unless the verb says so. */
  readonly carriedTo: string | null;
}

interface OfAgenda {
  readonly agendaId: string;
}

export type AgendaOutcomeEvent =
  | {
      readonly type: 'AgendaOutcomeRecorded';
      readonly data: OfAgenda &
        AgendaOutcome & {
          readonly recordedBy: AccreditationId;
          readonly recordedAt: Instant;
          /** Members may correct the record until then (domain.md §8.8). */
          readonly correctableUntil: Instant;
        };
    }
  /** correctionId: the Member's correction it follows; null when the Secretariat mends its own words. */
  | {
      readonly type: 'AgendaOutcomeCorrected';
      readonly data: OfAgenda &
        AgendaOutcome & {
          /** 2, 3 …; the record itself is revision 1. */
          readonly revision: number;
          readonly correctionId: string | null;
          readonly correctedBy: AccreditationId;
          readonly correctedAt: Instant;
        };
    }
  | {
      readonly type: 'AgendaCorrectionFiled';
      readonly data: OfAgenda & {
        readonly itemId: string;
        readonly correctionId: string;
        readonly member: MemberCode;
        readonly text: WorkingText;
        readonly filedBy: AccreditationId;
        readonly filedAt: Instant;
      };
    }
  | {
      readonly type: 'AgendaPresentationAttached';
      readonly data: OfAgenda & {
        readonly itemId: string;
        readonly sha256: string;
        readonly title: WorkingText;
        readonly mediaType: string;
        readonly sizeBytes: number;
        readonly attachedBy: AccreditationId;
      };
    }
  /** Every item has an outcome or was carried forward; nothing is added any more. */
  | {
      readonly type: 'AgendaClosed';
      readonly data: OfAgenda & {
        readonly version: number;
        readonly carriedForward: readonly { readonly itemId: string; readonly carriedTo: string }[];
        readonly closedBy: AccreditationId;
        readonly closedAt: Instant;
      };
    };
