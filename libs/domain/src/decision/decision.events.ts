import type {
  AccreditationId,
  Bilingual,
  CodedReason,
  Deadline,
  DocumentEdition,
  Instant,
  Language,
  MemberCode,
  SourceParagraph,
} from '../kernel/index.ts';

/** What the body agreed or decided at an earlier session, quoted from the document that reports it. */
export interface PriorDecision {
  readonly decisionId: string;
  readonly sessionId: string;
  readonly kind: string;
  readonly quote: string;
  readonly source: SourceParagraph;
  readonly followUp: { readonly owner: string; readonly by: string; readonly status: string; readonly evidence: string | null } | null;
}

/** What a body does with a matter (BR-22). A recommendation to Governments is forwarded to the Council, never made by a committee. */
export type DecisionVerb =
  | 'took_note'
  | 'agreed'
  | 'gave_guidance'
  | 'endorsed'
  | 'decided'
  | 'forwarded_to_policy_commission'
  | 'forwarded_to_council'
  | 'carried_forward';

/** Where a decision goes when it is beyond the body's own authority. */
export type HigherBody = 'policy_commission' | 'council';

export interface DecisionText {
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly verb: DecisionVerb;
}

/** Round of the text: 1 when it was drafted first, one more after each redrafting. */
export interface DraftedDecision extends DecisionText {
  readonly decisionId: string;
  readonly body: string;
  readonly sessionId: string;
  /** What it is about: requests, agenda items, topics, by their streams' names (`guidance-PC0410.GR-1`). */
  readonly about: readonly string[];
  readonly draftedBy: AccreditationId;
  readonly draftedAt: Instant;
}

type WrittenEvent =
  /** The exact words that the silence is about, by their hash, and who may object. */
  | {
      readonly type: 'DecisionCirculated';
      readonly data: {
        readonly decisionId: string;
        readonly round: number;
        /** SHA-256 of the canonical JSON of title, text and verb. */
        readonly textHash: string;
        readonly addressees: readonly MemberCode[];
        readonly circulatedBy: AccreditationId;
        readonly circulatedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionSilenceStarted';
      readonly data: { readonly decisionId: string; readonly round: number; readonly deadline: Deadline; readonly startedAt: Instant };
    }
  | {
      readonly type: 'DecisionObjectionRaised';
      readonly data: {
        readonly decisionId: string;
        readonly round: number;
        readonly member: MemberCode;
        readonly language: Language;
        readonly text: string;
        readonly raisedBy: AccreditationId;
        readonly raisedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionSilenceBroken';
      readonly data: { readonly decisionId: string; readonly round: number; readonly member: MemberCode; readonly brokenAt: Instant };
    }
  /** The adoption record: nobody objected to these words until this minute. */
  | {
      readonly type: 'DecisionAdoptedBySilence';
      readonly data: {
        readonly decisionId: string;
        readonly round: number;
        readonly textHash: string;
        readonly addressees: number;
        readonly circulatedAt: Instant;
        readonly deadline: Deadline;
        readonly adoptedAt: Instant;
      };
    };

export type DecisionEvent =
  | { readonly type: 'PriorDecisionRecorded'; readonly data: PriorDecision }
  | { readonly type: 'DecisionDrafted'; readonly data: DraftedDecision }
  | {
      readonly type: 'DecisionRedrafted';
      readonly data: DecisionText & {
        readonly decisionId: string;
        readonly round: number;
        readonly draftedBy: AccreditationId;
        readonly draftedAt: Instant;
      };
    }
  | WrittenEvent
  | {
      readonly type: 'DecisionAdopted';
      readonly data: {
        readonly decisionId: string;
        readonly sessionId: string;
        readonly textHash: string;
        readonly recordedBy: AccreditationId;
        readonly adoptedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionNotAdopted';
      readonly data: {
        readonly decisionId: string;
        readonly reason: CodedReason;
        readonly recordedBy: AccreditationId;
        readonly recordedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionTransmitted';
      readonly data: {
        readonly decisionId: string;
        readonly to: HigherBody;
        readonly document: DocumentEdition;
        readonly transmittedBy: AccreditationId;
        readonly transmittedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionImplemented';
      readonly data: {
        readonly decisionId: string;
        readonly evidence: DocumentEdition;
        readonly recordedBy: AccreditationId;
        readonly implementedAt: Instant;
      };
    }
  | {
      readonly type: 'DecisionSuperseded';
      readonly data: {
        readonly decisionId: string;
        readonly supersededBy: string;
        readonly reason: CodedReason;
        readonly recordedBy: AccreditationId;
        readonly supersededAt: Instant;
      };
    };
