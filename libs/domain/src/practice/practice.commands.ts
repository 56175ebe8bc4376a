import type { Instant } from '../kernel/index.ts';
import type * as Asked from '../contribution/index.ts';

interface IntakeCommands {
  readonly SubmitPractice: Asked.Submit;
  readonly EnterPracticeForMember: Asked.EnterForMember;
  readonly ConfirmPracticeEntry: Asked.Act;
  readonly CorrectPracticeEntry: Asked.CorrectEntry;
  readonly AmendPractice: Asked.Amend;
  readonly WithdrawPractice: Asked.Judge;
  readonly RequestPracticeWithdrawal: Asked.Judge;
  readonly GrantPracticeWithdrawal: Asked.Judge;
  readonly RefusePracticeWithdrawal: Asked.Judge;
  readonly AdmitLatePractice: Asked.Judge;
}

interface TriageCommands {
  readonly AcknowledgePractice: { readonly now: Instant };
  readonly StartPracticeTriage: Asked.Act;
  readonly AssessPracticeCompleteness: Asked.AssessCompleteness;
  readonly ClassifyPractice: Asked.Classify & { readonly actor: Asked.Act['actor'] };
  readonly ContestPracticeThemes: Asked.ContestThemes;
  readonly FlagPracticeSensitive: Asked.Judge;
  readonly LiftPracticeSensitiveFlag: Asked.Judge;
  readonly RequestPracticeClarification: Asked.RequestClarification;
  readonly AnswerPracticeClarification: Asked.AnswerClarification;
  readonly LapsePracticeClarification: { readonly now: Instant };
  readonly ConfirmPracticeDuplicate: Asked.RuleOnDuplicate;
  readonly RuleOutPracticeDuplicate: Asked.RuleOnDuplicate;
  readonly UndoPracticeDuplicateRuling: Asked.RuleOnDuplicate;
}

interface JudgementCommands {
  readonly AcceptPractice: Asked.Judge;
  readonly DeclinePractice: Asked.Judge;
  readonly MarkPracticeDecisionReleased: Asked.MarkDecisionReleased;
  readonly ReconsiderPractice: Asked.Judge;
  readonly RequestPracticeReview: Asked.RequestReview;
  readonly GrantPracticeReview: Asked.Judge;
  readonly RefusePracticeReview: Asked.Judge;
  readonly PublishPractice: Asked.Act;
}

/** Data of each command, by its type. */
export interface PracticeCommands extends IntakeCommands, TriageCommands, JudgementCommands {}

export type PracticeCommand<T extends keyof PracticeCommands = keyof PracticeCommands> = {
  [K in T]: { readonly type: K; readonly data: PracticeCommands[K] };
}[T];
