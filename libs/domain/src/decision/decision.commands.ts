import type { Actor, CodedReason, Deadline, DocumentEdition, Instant, Language, MemberCode, ReasonMissing } from '../kernel/index.ts';
import type { DecisionText, HigherBody, DecisionVerb, PriorDecision } from './decision.events.ts';

interface Act {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What somebody asks to be recorded; `recommended_to_governments` is on no body's list here and is refused with what to do instead. */
export type ProposedText = Omit<DecisionText, 'verb'> & { readonly verb: DecisionVerb | 'recommended_to_governments' };

export type DecisionCommand =
  | { readonly type: 'RecordPriorDecision'; readonly data: PriorDecision }
  /** body: of the session, null when there is no such session. */
  | {
      readonly type: 'DraftDecision';
      readonly data: Act &
        ProposedText & {
          readonly decisionId: string;
          readonly sessionId: string;
          readonly body: string | null;
          readonly about: readonly string[];
        };
    }
  | { readonly type: 'RedraftDecision'; readonly data: Act & ProposedText }
  /** sessionOpen: whether the session that it was drafted for sits. textHash: of what the Chair has read out. */
  | {
      readonly type: 'AdoptDecision';
      readonly data: Act & { readonly sessionOpen: boolean; readonly textHash: string; readonly hashOf: (text: DecisionText) => string };
    }
  | { readonly type: 'RejectDecision'; readonly data: Act & { readonly reason: CodedReason } }
  /** addressees: the Members of the day. */
  | {
      readonly type: 'CirculateDecision';
      readonly data: Act & {
        readonly deadline: Deadline;
        readonly addressees: readonly MemberCode[];
        readonly hashOf: (text: DecisionText) => string;
      };
    }
  | {
      readonly type: 'ObjectToDecision';
      readonly data: Act & { readonly member: MemberCode; readonly language: Language; readonly text: string };
    }
  | { readonly type: 'AdoptDecisionBySilence'; readonly data: { readonly now: Instant } }
  | { readonly type: 'TransmitDecision'; readonly data: Act & { readonly to: HigherBody; readonly document: DocumentEdition | null } }
  | { readonly type: 'RecordDecisionImplemented'; readonly data: Act & { readonly evidence: DocumentEdition | null } }
  /** adopted: whether the decision that takes its place was adopted. */
  | {
      readonly type: 'SupersedeDecision';
      readonly data: Act & { readonly supersededBy: string; readonly adopted: boolean; readonly reason: CodedReason };
    };

export type DecisionRejection =
  | ReasonMissing
  | { readonly code: 'text.no_language' }
  | { readonly code: 'decision.already_recorded'; readonly decision: string }
  | { readonly code: 'decision.quote_missing'; readonly decision: string }
  | { readonly code: 'decision.not_found' }
  | { readonly code: 'decision.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'decision.missing_language'; readonly missing: readonly ('en' | 'fr')[] }
  | { readonly code: 'decision.session_unknown'; readonly session: string }
  /** BR-22: a committee has no power to recommend to Governments. */
  | { readonly code: 'decision.exceeds_authority'; readonly body: string; readonly instead: DecisionVerb }
  | { readonly code: 'decision.drafter_cannot_adopt' }
  | { readonly code: 'decision.session_not_open'; readonly session: string }
  | { readonly code: 'decision.text_differs'; readonly drafted: string; readonly seen: string }
  | { readonly code: 'decision.deadline_not_in_brussels'; readonly zone: string }
  | { readonly code: 'decision.deadline_in_past'; readonly deadline: Instant; readonly now: Instant }
  | { readonly code: 'decision.no_addressee' }
  | { readonly code: 'decision.not_addressee'; readonly member: string }
  | { readonly code: 'decision.silence_over'; readonly deadline: Instant; readonly now: Instant }
  | { readonly code: 'decision.silence_running'; readonly deadline: Instant; readonly now: Instant }
  | { readonly code: 'decision.not_for_higher_body'; readonly to: HigherBody; readonly verb: string }
  | { readonly code: 'decision.not_transmitted' }
  | { readonly code: 'decision.evidence_missing' }
  | { readonly code: 'decision.successor_not_adopted'; readonly decision: string }
  | { readonly code: 'decision.supersedes_itself' };
