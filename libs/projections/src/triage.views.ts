import type { Bilingual, Instant } from '../../domain/src/index.ts';
import type { TranslationStatus } from './translations/translations.views.ts';

/** By which way it came: by its Member itself, as an entry of the Secretariat, or as a part of what had come as one. */
export type ReceiptChannel = 'portal' | 'email' | 'note_verbale' | 'floor' | 'split';

/** A time in which the clock of a contribution stood still. */
export interface ClockPauseView {
  readonly from: Instant;
  /** Null while it stands still. */
  readonly to: Instant | null;
  /** Stage of the procedure in which it stood. */
  readonly stage: string;
  /** Type of the event by which it stopped, `TopicClarificationRequested`. */
  readonly cause: string;
}

/** A deadline that passed and has not been met since. */
export interface OverdueView {
  readonly deadline: string;
  readonly dueAt: Instant;
  readonly passedAt: Instant;
}

/** One contribution that waits to be judged. */
export interface TriageEntry {
  readonly contributionId: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly member: string;
  /** As on the day it was submitted. */
  readonly memberName: Bilingual;
  readonly region: string;
  readonly title: string;
  readonly language: 'en' | 'fr';
  /** Into which language it is to be put, and how far that is, field by field: without the other language nothing is circulated (BR-06). */
  readonly translation: {
    readonly to: 'en' | 'fr';
    readonly neededBeforeCirculation: boolean;
    readonly fields: readonly { readonly field: string; readonly status: TranslationStatus | 'stale' }[];
  };
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  readonly late: boolean;
  readonly channel: ReceiptChannel;
  /** When it was received; entered by the Secretariat, before it was put on record. */
  readonly submittedAt: Instant;
  readonly recordedAt: Instant;
  /** Stage of its procedure, by name. */
  readonly stage: string;
  /** Hash of the definition that its procedure runs on. */
  readonly policy: string;
  readonly clock: 'running' | 'paused';
  /** Seconds for which the clock has run since it was put on record. */
  readonly ageSeconds: number;
  readonly pauses: readonly ClockPauseView[];
  /** What its Member was asked last, and until when; null when it was asked nothing. */
  readonly asked: { readonly questions: { readonly en?: string; readonly fr?: string }; readonly dueAt: Instant } | null;
  readonly overdue: readonly OverdueView[];
  /** Stream revision, the ETag. */
  readonly revision: string;
}

/** The same with what its procedure says of it. */
export interface TriageItem extends TriageEntry {
  readonly stageTitle: Bilingual;
  /** Deadlines that run, the nearest first; `dueAt` is null while the clock stands still. */
  readonly deadlines: readonly { readonly deadline: string; readonly dueAt: Instant | null }[];
}

/** Another order of the queue than by age. */
export type TriageOrder = 'member' | 'theme' | 'state';

export interface TriageFilter {
  readonly kind?: 'practice' | 'topic';
  readonly stage?: string;
  readonly theme?: string;
  readonly language?: 'en' | 'fr';
  readonly member?: string;
  readonly channel?: ReceiptChannel;
  readonly late?: 'true' | 'false';
  readonly clock?: 'running' | 'paused';
  /** `true`: some deadline has passed and was not met; else the name of the one that has. */
  readonly overdue?: string;
}

/** What waits of one Member. */
export interface TriageOfMember {
  readonly member: string;
  /** As on the day that is asked about. */
  readonly memberName: Bilingual;
  readonly region: string;
  readonly waiting: number;
  /** Of these, the clock stands still: the Member is asked. */
  readonly paused: number;
  readonly overdue: number;
  readonly late: number;
  /** Of the one that has waited longest. */
  readonly oldestSeconds: number;
}
