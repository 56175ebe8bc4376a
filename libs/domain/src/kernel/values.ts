import type { Instant } from './brand.ts';

/** The two working languages of the Organization. */
export type Language = 'en' | 'fr';

/** A text in both working languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** A legal deadline: the wall time that was announced, where, and the instant it resolves to (`domain.md` §5). */
export interface Deadline {
  /** Local wall time to the minute, `2015-03-31T23:59`. The whole minute is still in time: input is late from the next minute on. */
  readonly wallTime: string;
  /** IANA zone, `Europe/Brussels`. */
  readonly zone: string;
  /** The last instant in time: the end of the announced minute (`…:59.999Z`). */
  readonly instant: Instant;
}
