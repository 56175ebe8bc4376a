import type { Instant } from '../kernel/index.ts';

/** A command that a process gave and that left no event of its own. */
export interface UnansweredCommand {
  /** The key under which it was given. */
  readonly effectId: string;
  readonly process: string;
  readonly instance: string;
  readonly command: string;
  /** Id of the event it followed from. */
  readonly triggerId: string;
  readonly triedAt: Instant;
}

export type ProcessOutcomeEvent =
  /** code: of the refusal. */
  | { readonly type: 'ProcessCommandRefused'; readonly data: UnansweredCommand & { readonly code: string } }
  /** What it asked for had been done already. */
  | { readonly type: 'ProcessCommandFoundDone'; readonly data: UnansweredCommand };

export interface ProcessOutcomeCommand {
  readonly type: 'RecordProcessOutcome';
  /** code: of the refusal; null when there was nothing to do. */
  readonly data: UnansweredCommand & { readonly code: string | null };
}
