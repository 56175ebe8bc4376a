import type { Bilingual } from '../../domain/src/index.ts';

/** Steps that a contribution waits for. */
export type JudgementStep = 'acknowledgement' | 'decision' | 'release';

/** How long a step took: seconds since the contribution was put on record. Percentiles are values that occurred (nearest rank). */
export interface StepTimes {
  /** Contributions that have come to the step. */
  readonly count: number;
  /** Those that have not. */
  readonly waiting: number;
  /** Null while none has come to it. */
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
}

export interface GroupTimes extends StepTimes {
  readonly code: string;
  readonly name: Bilingual;
}

/** One step for all contributions, and for those of one region or language: who waits longer than others is to be seen (row F15). */
export interface StepStatistics {
  readonly step: JudgementStep;
  readonly all: StepTimes;
  readonly byRegion: readonly GroupTimes[];
  readonly byLanguage: readonly GroupTimes[];
}

/** How often something was done for a coded reason (row B10). */
export interface ReasonCount {
  readonly kind: 'practice' | 'topic';
  /** `accepted`, `declined`, `deferred`, `withdrawn`, `merge_refused` and so on. */
  readonly act: string;
  readonly code: string;
  readonly count: number;
  /** The same, for the Members of each region and for each language; zeros included. */
  readonly byRegion: readonly CountOf[];
  readonly byLanguage: readonly CountOf[];
}

/** How many there are of one region or language. */
export interface CountOf {
  readonly code: string;
  readonly name: Bilingual;
  readonly count: number;
}

export interface TriageStatistics {
  readonly contributions: number;
  readonly reasons: readonly ReasonCount[];
  readonly times: readonly StepStatistics[];
}

export interface StatisticsFilter {
  readonly callId?: string;
  readonly kind?: 'practice' | 'topic';
}
