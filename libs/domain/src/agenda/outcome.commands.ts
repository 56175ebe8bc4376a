import type { Actor, Instant, WorkingText } from '../kernel/index.ts';
import type { AgendaOutcomeVerb } from './outcome.events.ts';

/** An outcome as it was said in the room; what the body has no power to say is refused with the way that is open (BR-22). */
export interface ClaimedOutcome {
  readonly itemId: string;
  readonly verb: AgendaOutcomeVerb | 'recommended_to_governments';
  readonly statement: WorkingText;
  readonly carriedTo: string | null;
}

export type OutcomeCommand =
  /** begun: the meeting has begun. */
  | {
      readonly type: 'RecordAgendaOutcome';
      readonly data: ClaimedOutcome & {
        readonly actor: Actor;
        readonly now: Instant;
        readonly begun: boolean;
        readonly correctableUntil: Instant;
      };
    }
  | {
      readonly type: 'CorrectAgendaOutcome';
      readonly data: ClaimedOutcome & { readonly actor: Actor; readonly now: Instant; readonly correctionId: string | null };
    }
  | {
      readonly type: 'FileAgendaCorrection';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly itemId: string;
        readonly correctionId: string;
        readonly text: WorkingText;
      };
    }
  | {
      readonly type: 'AttachAgendaPresentation';
      readonly data: {
        readonly actor: Actor;
        readonly itemId: string;
        readonly sha256: string;
        readonly title: WorkingText;
        readonly mediaType: string;
        readonly sizeBytes: number;
      };
    }
  | { readonly type: 'CloseAgenda'; readonly data: { readonly actor: Actor; readonly now: Instant } };
