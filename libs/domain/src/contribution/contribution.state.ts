import type { AccreditationId, CodedReason, Instant, MemberCode } from '../kernel/index.ts';
import type * as Recorded from './contribution.events.ts';
import type { ContributionContent, ContributionRelease, LateRuling, ThemeAssignment } from './contribution.values.ts';

/** How far a contribution has come, in the order that no procedure can change. */
export const milestones = [
  'submitted',
  'acknowledged',
  'recommended',
  'decided',
  'released',
  'scheduled',
  'published',
  'discussed',
  'closed',
] as const;

export type Milestone = (typeof milestones)[number];

/** A decision as it was taken. */
export interface Decided {
  readonly outcome: Recorded.Outcome;
  readonly reason: CodedReason;
  readonly decidedBy: AccreditationId;
  readonly decidedAt: Instant;
  /** The session it was put off to. */
  readonly toSession: string | null;
}

/** A Member that stands behind a contribution, from when to when. */
export interface Sponsor {
  readonly member: MemberCode;
  readonly since: Instant;
  readonly until: Instant | null;
  /** The merged topic it came with. */
  readonly source: string | null;
}

/** What holds of topics and practices alike: milestones and facts, no stage of a procedure. */
export interface Contribution {
  readonly kind: 'topic' | 'practice';
  readonly release: ContributionRelease;
  readonly milestone: Milestone;
  /** Set when it left the procedure. */
  readonly ended: 'withdrawn' | 'merged' | 'split' | null;
  readonly withdrawal: CodedReason | null;
  readonly withdrawalRequest: Recorded.WithdrawalRequested | null;
  readonly withdrawalRefused: Recorded.WithdrawalRefused | null;
  readonly sponsors: readonly Sponsor[];
  readonly edition: number;
  readonly content: ContributionContent;
  readonly contentHash: string;
  readonly late: { readonly admitted: Recorded.LateAdmitted | null; readonly ruled: Recorded.LateRulingMade | null } | null;
  readonly entry: { readonly status: 'unconfirmed' | 'confirmed' | 'corrected' } | null;
  readonly triageStarted: boolean;
  readonly completeness: Recorded.CompletenessAssessed | null;
  readonly themes: ThemeAssignment;
  readonly classified: boolean;
  readonly contest: Recorded.ThemesContested | null;
  readonly sensitive: Recorded.FlaggedSensitive | null;
  /** How the flag was lifted last. */
  readonly lifted: Recorded.SensitiveFlagLifted | null;
  readonly clarification: Recorded.ClarificationRequested | null;
  readonly lastAnswer: Recorded.ClarificationAnswered | null;
  readonly lastLapsed: string | null;
  readonly duplicates: readonly (Recorded.DuplicateRuled & { readonly ruling: 'confirmed' | 'ruled_out' })[];
  /** Contributions of which a ruling was undone and not made again. */
  readonly undone: readonly string[];
  readonly decided: Decided | null;
  /** How it was opened again last. */
  readonly reopening: Recorded.Reconsidered | null;
  /** Decisions that were reopened or carried over, oldest first. */
  readonly earlier: readonly Decided[];
  readonly releases: readonly Recorded.DecisionReleased[];
  readonly review: (Recorded.ReviewRequested & { readonly ruled: Recorded.ReviewRuled | null }) | null;
}

export const received = (kind: Contribution['kind'], release: ContributionRelease): Contribution => {
  const { content, contentHash, member, submittedAt } = release;
  return {
    kind,
    release,
    milestone: 'submitted',
    ended: null,
    withdrawal: null,
    withdrawalRequest: null,
    withdrawalRefused: null,
    sponsors: [{ member, since: submittedAt, until: null, source: null }],
    edition: 1,
    content,
    contentHash,
    late: release.late === true ? { admitted: null, ruled: null } : null,
    entry: null,
    triageStarted: false,
    completeness: null,
    themes: { primaryTheme: content.primaryTheme, secondaryThemes: content.secondaryThemes },
    classified: false,
    contest: null,
    sensitive: null,
    lifted: null,
    clarification: null,
    lastAnswer: null,
    lastLapsed: null,
    duplicates: [],
    undone: [],
    decided: null,
    reopening: null,
    earlier: [],
    releases: [],
    review: null,
  };
};

/** Whether a contribution has come as far as a milestone, or further. */
export const reached = ({ milestone }: Pick<Contribution, 'milestone'>, wanted: Milestone): boolean =>
  milestones.indexOf(milestone) >= milestones.indexOf(wanted);

/** Members that stand behind it now, the one that sent it first. */
export const sponsorsNow = ({ sponsors }: Pick<Contribution, 'sponsors'>): readonly MemberCode[] => [
  ...new Set(sponsors.filter(({ until }) => until === null).map(({ member }) => member)),
];

/** The content of a new edition; themes that the Secretariat confirmed stay confirmed. */
export const withEdition = <S extends Contribution>(
  state: S,
  { edition, content, contentHash }: Pick<Recorded.Amended, 'edition' | 'content' | 'contentHash'>,
): S => ({
  ...state,
  edition,
  content,
  contentHash,
  themes: state.classified ? state.themes : { primaryTheme: content.primaryTheme, secondaryThemes: content.secondaryThemes },
});

export const withThemes = <S extends Contribution>(state: S, { primaryTheme, secondaryThemes }: ThemeAssignment): S => ({
  ...state,
  themes: { primaryTheme, secondaryThemes },
  classified: true,
  contest: null,
});

export const withDuplicate = <S extends Contribution>(
  state: S,
  ruled: Recorded.DuplicateRuled,
  ruling: 'confirmed' | 'ruled_out' | 'undone',
): S => {
  const duplicates = state.duplicates.filter(({ otherId }) => otherId !== ruled.otherId);
  const undone = state.undone.filter((otherId) => otherId !== ruled.otherId);
  return ruling === 'undone'
    ? { ...state, duplicates, undone: [...undone, ruled.otherId] }
    : { ...state, duplicates: [...duplicates, { ...ruled, ruling }], undone };
};

export const withDecision = <S extends Contribution>(state: S, { outcome, reason, decidedBy, decidedAt, toSession }: Decided): S => ({
  ...state,
  milestone: 'decided',
  decided: { outcome, reason, decidedBy, decidedAt, toSession },
  review: null,
});

/** Back under triage, with the decision so far among the earlier ones. */
export const reopened = <S extends Contribution>(state: S): S => ({
  ...state,
  milestone: 'acknowledged',
  decided: null,
  earlier: state.decided === null ? state.earlier : [...state.earlier, state.decided],
});

export const withRelease = <S extends Contribution>(state: S, released: Recorded.DecisionReleased): S => ({
  ...state,
  releases: [...state.releases, released],
  milestone: state.decided?.decidedAt === released.decidedAt && state.milestone === 'decided' ? 'released' : state.milestone,
});

/** The ruling on something late, once it was admitted. */
export const lateRuling = ({ late }: Pick<Contribution, 'late'>): LateRuling | null => late?.ruled?.ruling ?? null;
