import type { AccreditationId, Bilingual, CodedReason, Deadline, Instant, Language } from '../kernel/index.ts';
import type { AgendaContent } from './agenda.content.ts';

interface OfVersion {
  readonly agendaId: string;
  readonly version: number;
}

/** A named officer lets a version go out with a text missing in one language (BR-16). */
export interface ParityWaiver {
  readonly language: Language;
  readonly reason: CodedReason;
  readonly waivedBy: AccreditationId;
}

export type AgendaVersionEvent =
  | {
      readonly type: 'AgendaVersionProposed';
      readonly data: OfVersion & {
        readonly contentHash: string;
        readonly changeNote: Bilingual;
        readonly proposedBy: AccreditationId;
        readonly proposedAt: Instant;
        /** Set when it shall no longer be a draft (BR-21). */
        readonly final?: true;
      };
    }
  | {
      readonly type: 'AgendaVersionReturned';
      readonly data: OfVersion & { readonly remark: string; readonly returnedBy: AccreditationId };
    }
  | {
      readonly type: 'AgendaVersionApproved';
      readonly data: OfVersion & { readonly contentHash: string; readonly approvedBy: AccreditationId; readonly approvedAt: Instant };
    }
  | { readonly type: 'AgendaParityWaived'; readonly data: OfVersion & ParityWaiver }
  | {
      readonly type: 'AgendaPublicationScheduled';
      readonly data: OfVersion & { readonly due: Deadline; readonly dueAt: Instant; readonly scheduledBy: AccreditationId };
    }
  | {
      readonly type: 'AgendaPublicationUnscheduled';
      readonly data: OfVersion & { readonly reason: CodedReason; readonly unscheduledBy: AccreditationId };
    }
  /** Nobody publishes the version before this moment. */
  | {
      readonly type: 'AgendaVersionEmbargoed';
      readonly data: OfVersion & { readonly until: Deadline; readonly reason: CodedReason; readonly embargoedBy: AccreditationId };
    }
  | {
      readonly type: 'AgendaEmbargoLifted';
      readonly data: OfVersion & { readonly reason: CodedReason; readonly liftedBy: AccreditationId };
    }
  | {
      readonly type: 'AgendaVersionPublished';
      readonly data: OfVersion & {
        readonly contentHash: string;
        readonly content: AgendaContent;
        readonly changeNote: Bilingual;
        readonly publishedAt: Instant;
        readonly parityWaivers?: readonly ParityWaiver[];
      };
    }
  /** The working agenda is again what that version showed; content is the published copy, checked by its hash (row C6). */
  | {
      readonly type: 'AgendaVersionRestored';
      readonly data: OfVersion & { readonly contentHash: string; readonly content: AgendaContent; readonly restoredBy: AccreditationId };
    }
  /** BR-21: a session adopts its agenda; the Secretariat approves that of a conference. */
  | {
      readonly type: 'AgendaAdopted';
      readonly data: OfVersion & {
        readonly contentHash: string;
        readonly adoptedBy: 'body' | 'secretariat';
        readonly recordedBy: AccreditationId;
        readonly adoptedAt: Instant;
      };
    };
