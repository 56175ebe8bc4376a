import type { AccreditationId, Bilingual, CodedReason, Instant } from '../kernel/index.ts';

/** Whatever procedure governs an instance, these may stand in its stream besides its own events. */
interface Instance {
  /** Category of the instance, `topic`. */
  readonly object: string;
  readonly id: string;
}

export type ProcedureEvent =
  /** Moved by hand from one named stage to another of the same milestone. */
  | {
      readonly type: 'StageEntered';
      readonly data: Instance & {
        readonly from: string;
        readonly to: string;
        readonly reason: CodedReason | null;
        readonly enteredBy: AccreditationId;
        readonly enteredAt: Instant;
      };
    }
  /** From here on another version of its definition governs the instance. */
  | {
      readonly type: 'InstanceMigrated';
      readonly data: Instance & {
        readonly fromPolicy: string;
        readonly toPolicy: string;
        readonly toVersion: number;
        /** Stage of the new version at which it stands now. */
        readonly stage: string;
        readonly note: Bilingual;
        readonly migratedBy: AccreditationId;
        readonly migratedAt: Instant;
      };
    }
  /** A deadline of the definition passed without the event that would have stopped it. */
  | {
      readonly type: 'DeadlinePassed';
      readonly data: Instance & { readonly deadline: string; readonly dueAt: Instant; readonly passedAt: Instant };
    };

export type ProcedureCommand =
  | { readonly type: 'MoveToStage'; readonly data: Extract<ProcedureEvent, { type: 'StageEntered' }>['data'] }
  | { readonly type: 'MigrateInstance'; readonly data: Extract<ProcedureEvent, { type: 'InstanceMigrated' }>['data'] }
  | { readonly type: 'RecordDeadlinePassed'; readonly data: Extract<ProcedureEvent, { type: 'DeadlinePassed' }>['data'] };

export type ProcedureRejection =
  | { readonly code: 'workflow.instance_not_found'; readonly object: string; readonly id: string }
  | { readonly code: 'workflow.deadline_not_reached'; readonly deadline: string; readonly dueAt: Instant; readonly now: Instant };
