import type { Actor, Bilingual, CodedReason, Deadline, Instant, Language } from '../kernel/index.ts';
import type { AgendaContent } from './agenda.content.ts';

/** What of a version is measured outside the domain: SHA-256 of its canonical JSON, and that JSON's length in bytes. */
export interface Measures {
  readonly hashOf: (content: AgendaContent) => string;
  readonly sizeOf: (content: AgendaContent) => number;
  /** The largest that one event may hold. */
  readonly maxBytes: number;
}

export type VersionCommand =
  /** priorities: the theme codes of kind "priority". */
  | {
      readonly type: 'ProposeAgendaVersion';
      readonly data: Measures & {
        readonly actor: Actor;
        readonly now: Instant;
        readonly changeNote: Bilingual;
        readonly priorities: readonly string[];
        readonly final: boolean;
      };
    }
  | { readonly type: 'ReturnAgendaVersion'; readonly data: { readonly actor: Actor; readonly remark: string } }
  /** contentHash: what the approver has seen; it must be what was proposed. */
  | { readonly type: 'ApproveAgendaVersion'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly contentHash: string } }
  | {
      readonly type: 'WaiveAgendaParity';
      readonly data: { readonly actor: Actor; readonly language: Language; readonly reason: CodedReason };
    }
  | {
      readonly type: 'ScheduleAgendaPublication';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly due: Deadline };
    }
  | { readonly type: 'UnscheduleAgendaPublication'; readonly data: { readonly actor: Actor; readonly reason: CodedReason } }
  | {
      readonly type: 'EmbargoAgendaVersion';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly until: Deadline; readonly reason: CodedReason };
    }
  | { readonly type: 'LiftAgendaEmbargo'; readonly data: { readonly actor: Actor; readonly reason: CodedReason } }
  /** unresolvedDuplicates: topics of this agenda with a suspicion that nobody has decided (BR-16); goneTopics: those that ended since. */
  | {
      readonly type: 'PublishAgendaVersion';
      readonly data: Measures & {
        readonly now: Instant;
        readonly unresolvedDuplicates: readonly string[];
        readonly goneTopics?: readonly string[];
      };
    }
  /** content: the published copy as recorded, null when there is none; goneTopics: those of its topics that may no longer be placed. */
  | {
      readonly type: 'RestoreAgendaVersion';
      readonly data: Pick<Measures, 'hashOf'> & {
        readonly actor: Actor;
        readonly version: number;
        readonly content: AgendaContent | null;
        readonly goneTopics: readonly string[];
      };
    }
  /** inSession: the session whose agenda it is, is open. */
  | {
      readonly type: 'AdoptAgenda';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly inSession: boolean };
    };
