import type { Bilingual, Instant } from '../../domain/src/index.ts';
import type { ContributionDossier, ContributionView, EntryView } from './contribution.views.ts';

export type HomeAskKind =
  'clarification' | 'merge_consent' | 'entry_confirmation' | 'agenda_comment' | 'silence' | 'guidance_answer' | 'draft_release';

/** Something that a Member is asked. */
export interface HomeAsk {
  readonly kind: HomeAskKind;
  /** The command that answers it. */
  readonly command: string;
  /** What it is about, as its resource names it. */
  readonly object: string;
  readonly id: string;
  readonly about: Bilingual;
  readonly reference: string | null;
  readonly askedAt: Instant;
  /** The last moment; null when there is none. */
  readonly dueAt: Instant | null;
  /** What was asked, in its own words; null when nothing was said. */
  readonly words: { readonly en?: string; readonly fr?: string } | null;
  /** What answers it needs besides: the proposal to merge, the circulation. */
  readonly details: Readonly<Record<string, string>>;
}

/** The same for the role that asks. */
export interface HomeAskOfRole extends HomeAsk {
  /** Whether the caller's role may answer; of a drafter the words wait for somebody who releases. */
  readonly mayAnswer: boolean;
}

/** One of the Member's own contributions and where it stands, as its Member may know. */
export interface HomeContribution extends ContributionView {
  readonly decision: ContributionDossier['decision'];
  readonly agendaLine: ContributionDossier['agendaLine'];
  readonly entry: EntryView | null;
  /** Whether the Member sent it, or stands behind it with others. */
  readonly isOwn: boolean;
}

/** What happened to one object since the caller looked. */
export interface HomeChange {
  readonly object: string;
  readonly id: string;
  /** Oldest first. */
  readonly steps: readonly { readonly n: number; readonly type: string; readonly occurredAt: Instant; readonly role: string }[];
}

/** What a Member's people see first. */
export interface DelegateHome {
  readonly member: string;
  readonly memberName: Bilingual;
  /** Ledger size of what is shown: ask for what changed since it next time. */
  readonly size: number;
  /** Nearest due first; what has no end comes last. */
  readonly asked: readonly HomeAskOfRole[];
  readonly contributions: readonly HomeContribution[];
  /** Since the size or instant that was asked about; empty when none was. */
  readonly changed: readonly HomeChange[];
}
