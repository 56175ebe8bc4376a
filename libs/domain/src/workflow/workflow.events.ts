import type { AccreditationId, Bilingual, Instant } from '../kernel/index.ts';

/** One version of a procedure as data; `definition` is of the form that the interpreter reads. */
export interface PublishedWorkflow {
  /** Category it governs, `topic`. */
  readonly name: string;
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  /** SHA-256 of the definition's canonical JSON; what events of its instances are stamped with. */
  readonly policy: string;
  readonly definition: object;
  readonly changeNote: Bilingual;
  readonly publishedBy: AccreditationId;
  readonly publishedAt: Instant;
}

export interface WorkflowEvent {
  readonly type: 'WorkflowPublished';
  readonly data: PublishedWorkflow;
}

export interface WorkflowCommand {
  readonly type: 'PublishWorkflow';
  /** findings: what the checker found wrong with it. */
  readonly data: PublishedWorkflow & { readonly findings: readonly { readonly rule: string; readonly at: string }[] };
}

export type WorkflowRejection =
  | { readonly code: 'workflow.definition_faulty'; readonly findings: readonly string[] }
  | { readonly code: 'workflow.version_not_next'; readonly version: number; readonly next: number }
  | { readonly code: 'workflow.note_missing_language'; readonly missing: readonly ('en' | 'fr')[] };
