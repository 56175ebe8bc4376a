import type {
  Bilingual,
  CallEvent,
  CallStatus,
  ClosurePolicy,
  Deadline,
  GuidanceEvent,
  GuidanceRequest,
  GuidanceScope,
  GuidanceStatus,
  Instant,
} from '../../domain/src/index.ts';

type Data<T extends GuidanceEvent['type']> = Extract<GuidanceEvent, { type: T }>['data'];

export interface CallView {
  readonly callId: string;
  readonly status: CallStatus;
  readonly title: Bilingual;
  readonly guidanceIds: readonly string[];
  readonly conferenceId: string;
  readonly themeSetId: string;
  /** Deadlines as they stand after every extension. */
  readonly closesForNew: Deadline;
  readonly closesForEdits: Deadline;
  readonly openedAt: Instant | null;
  readonly addresseeCount: number;
  /** Each with the deadlines before and after, and why. */
  readonly extensions: readonly Omit<Extract<CallEvent, { type: 'CallExtended' }>['data'], 'callId' | 'extendedBy'>[];
}

export interface GuidanceView extends GuidanceRequest {
  readonly status: GuidanceStatus;
  readonly openedAt: Instant | null;
  readonly callId: string | null;
  /** Contributions received, and from how many Members. */
  readonly received: number;
  readonly contributingMembers: number;
  readonly scope: GuidanceScope | null;
  readonly policy: ClosurePolicy;
  /** Of the addressees: how many there are, have answered, have nothing to report, have said nothing yet. */
  readonly addressees: number;
  readonly answered: number;
  readonly nilReturns: number;
  readonly waiting: number;
  /** The Secretariat's own until it is reported; null for everybody else. */
  readonly consolidation: Data<'GuidanceConsolidationDrafted'> | null;
  readonly report: Data<'GuidanceReported'> | null;
  readonly conclusion: Data<'GuidanceConcluded'> | null;
  readonly partialClosures: readonly Data<'GuidancePartiallyClosed'>[];
  readonly ending: Data<'GuidanceRequestClosed' | 'GuidanceLapsed' | 'GuidanceCarriedOver' | 'GuidanceSuperseded'> | null;
  readonly enquiry: Data<'GuidanceStatusEnquiryOpened'> | null;
  readonly revision: string;
}

export type AddresseeStanding = 'answered' | 'nil_return' | 'waiting';

export interface AddresseeRow {
  readonly member: string;
  readonly name: Bilingual;
  readonly region: string;
  readonly standing: AddresseeStanding;
  readonly contributions: readonly { readonly contributionId: string; readonly reference: string; readonly linkedAt: Instant }[];
  readonly nilReturnAt: Instant | null;
  readonly closureConfirmedAt: Instant | null;
}

/** Who was asked, by region, and who has answered (row D2). */
export interface GuidanceGrid {
  readonly guidanceId: string;
  readonly scope: GuidanceScope | null;
  readonly byRegion: readonly (Readonly<Record<AddresseeStanding, number>> & {
    readonly region: string;
    readonly name: Bilingual;
    readonly addressees: number;
  })[];
  /** One row per addressee for the Secretariat; a Member sees its own. */
  readonly members: readonly AddresseeRow[];
}
