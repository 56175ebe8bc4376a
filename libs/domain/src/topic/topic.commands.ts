import type { Actor, CodedReason, Instant, MemberCode } from '../kernel/index.ts';
import type * as Asked from '../contribution/index.ts';
import type { MergedSource, Recommendation, TopicPart } from './topic.events.ts';

interface WithinEdits extends Asked.Act {
  /** Null when there is no such call. */
  readonly closesForEdits: Instant | null;
}

/** The other topic as a merge is proposed into it. */
export interface MergeTarget {
  readonly callId: string;
  readonly open: boolean;
  readonly standing: string;
  readonly sponsors: readonly MemberCode[];
}

interface Merging {
  readonly mergeId: string;
  readonly now: Instant;
}

interface Placing {
  readonly agendaId: string;
  readonly itemId: string;
  readonly now: Instant;
}

interface IntakeCommands {
  readonly SubmitTopic: Asked.Submit;
  readonly EnterTopicForMember: Asked.EnterForMember;
  readonly ConfirmTopicEntry: Asked.Act;
  readonly CorrectTopicEntry: Asked.CorrectEntry;
  readonly AmendTopic: Asked.Amend;
  readonly WithdrawTopic: Asked.Judge;
  readonly RequestTopicWithdrawal: Asked.Judge;
  readonly GrantTopicWithdrawal: Asked.Judge;
  readonly RefuseTopicWithdrawal: Asked.Judge;
  readonly JoinTopic: WithinEdits;
  readonly LeaveTopic: WithinEdits;
  readonly AdmitLateTopic: Asked.Judge;
  readonly RuleOnLateTopic: Asked.RuleOnLate;
}

interface TriageCommands {
  readonly AcknowledgeTopic: { readonly now: Instant };
  readonly StartTopicTriage: Asked.Act;
  readonly AssessTopicCompleteness: Asked.AssessCompleteness;
  readonly ClassifyTopic: Asked.Classify;
  readonly ContestTopicThemes: Asked.ContestThemes;
  readonly FlagTopicSensitive: Asked.Judge;
  readonly LiftTopicSensitiveFlag: Asked.Judge;
  readonly RequestTopicClarification: Asked.RequestClarification;
  readonly AnswerTopicClarification: Asked.AnswerClarification;
  readonly LapseTopicClarification: { readonly now: Instant };
  readonly ConfirmTopicDuplicate: Asked.RuleOnDuplicate;
  readonly RuleOutTopicDuplicate: Asked.RuleOnDuplicate;
  readonly UndoTopicDuplicateRuling: Asked.RuleOnDuplicate;
  readonly SplitTopic: Asked.Judge & { readonly parts: readonly TopicPart[] };
}

interface MergeCommands {
  readonly ProposeTopicMerge: Asked.Judge & {
    readonly mergeId: string;
    readonly targetId: string;
    /** Null when there is no such topic. */
    readonly target: MergeTarget | null;
  };
  readonly ConsentToTopicMerge: Asked.Act & { readonly mergeId: string };
  readonly RefuseTopicMerge: Asked.Judge & { readonly mergeId: string };
  readonly WithdrawTopicMergeProposal: Asked.Judge & { readonly mergeId: string };
  readonly ReserveTopicMerge: Merging;
  /** Given to the target. */
  readonly AcceptTopicMerge: { readonly source: MergedSource; readonly now: Instant };
  readonly CompleteTopicMerge: Merging;
  readonly ReleaseTopicMerge: Merging & { readonly cause: string };
  readonly UnmergeTopic: Asked.Judge & { readonly targetPublished: boolean };
  /** Given to the target. */
  readonly DropTopicSource: Merging;
}

interface JudgementCommands {
  readonly RecommendTopic: {
    readonly actor: Actor;
    readonly recommendation: Recommendation;
    readonly reason: CodedReason;
    readonly targetId?: string;
    readonly toSession?: string;
  };
  readonly AcceptTopic: Asked.Judge;
  readonly DeclineTopic: Asked.Judge;
  /** `sessionAhead`: there is such a session and it is not over. */
  readonly DeferTopic: Asked.Judge & { readonly toSession: string; readonly sessionAhead: boolean };
  readonly MarkTopicDecisionReleased: Asked.MarkDecisionReleased;
  readonly ReconsiderTopic: Asked.Judge;
  readonly RequestTopicReview: Asked.RequestReview;
  readonly GrantTopicReview: Asked.Judge;
  readonly RefuseTopicReview: Asked.Judge;
  readonly CarryTopicOver: { readonly sessionId: string; readonly now: Instant };
}

interface AgendaFollowing {
  /** `stands`: the item is on that agenda and is this topic's. */
  readonly ScheduleTopic: Placing & { readonly stands: boolean };
  readonly UnscheduleTopic: Placing;
  readonly PublishTopic: Placing & { readonly version: number };
  readonly RecordTopicDiscussed: Placing;
  readonly CloseTopic: { readonly now: Instant };
}

/** Data of each command, by its type. */
export interface TopicCommands extends IntakeCommands, TriageCommands, MergeCommands, JudgementCommands, AgendaFollowing {}

export type TopicCommand<T extends keyof TopicCommands = keyof TopicCommands> = {
  [K in T]: { readonly type: K; readonly data: TopicCommands[K] };
}[T];
