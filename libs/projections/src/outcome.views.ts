import type {
  ActionEvent,
  ActionStatus,
  Bilingual,
  Deadline,
  DecisionEvent,
  DecisionStatus,
  DecisionText,
  DocumentEdition,
  Instant,
  MemberCode,
  PriorDecision,
} from '../../domain/src/index.ts';

type Decided<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>['data'];
type Acted<T extends ActionEvent['type']> = Extract<ActionEvent, { type: T }>['data'];

/** A decision of the body. `recorded`: quoted from an earlier session. */
export interface DecisionView {
  readonly decisionId: string;
  readonly status: DecisionStatus | 'recorded';
  readonly sessionId: string;
  readonly about: readonly string[];
  /** Null for what is only quoted. */
  readonly words: (DecisionText & { readonly round: number; readonly textHash: string | null }) | null;
  readonly quote: PriorDecision | null;
  /** The written procedure of the present round; null while there is none. */
  readonly silence: {
    readonly circulatedAt: Instant;
    readonly deadline: Deadline;
    readonly addressees: number;
    readonly textHash: string;
    /** Null for the public. */
    readonly objections:
      readonly { readonly member: MemberCode; readonly text: string; readonly language: string; readonly raisedAt: Instant }[] | null;
  } | null;
  /** In a meeting or by silence, with the record of it. */
  readonly adoption: Decided<'DecisionAdopted'> | Decided<'DecisionAdoptedBySilence'> | null;
  readonly transmissions: readonly Decided<'DecisionTransmitted'>[];
  readonly implementation: Decided<'DecisionImplemented'> | null;
  readonly supersededBy: Decided<'DecisionSuperseded'> | null;
  readonly revision: string;
}

export interface ActionView {
  readonly actionId: string;
  readonly status: ActionStatus;
  readonly title: Bilingual;
  readonly owner: string;
  readonly about: readonly string[];
  readonly dueSession: { readonly sessionId: string; readonly start: string | null; readonly label: Bilingual | null };
  /** Its due session was closed and no evidence lies there (BR-23). */
  readonly overdue: boolean;
  readonly evidence: readonly (DocumentEdition & {
    readonly note: { readonly en?: string; readonly fr?: string };
    readonly filedAt: Instant;
  })[];
  readonly carriedForward: readonly Omit<Acted<'ActionCarriedForward'>, 'carriedBy'>[];
  readonly revision: string;
}

export interface ActionFilter {
  readonly owner?: string;
  readonly dueSessionId?: string;
  readonly overdue?: boolean;
}
