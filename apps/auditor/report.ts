/** How a verification ends; the same numbers for every command. */
export const exitCodes = {
  good: 0,
  /** Content was altered. */
  altered: 10,
  /** A signature is bad or missing, or the quorum is not reached. */
  signature: 20,
  /** The history forks from the checkpoint that the auditor retained. */
  fork: 30,
  /** Something that should be there is not. */
  incomplete: 40,
  /** Replaying the events gives another state than the one that was shown. */
  replay: 50,
  /** Wrong usage: no such file, not a policy, not a receipt. */
  usage: 60,
} as const;

/** What a verification found, for people; the exit code says it to machines. */
export interface Report {
  readonly exitCode: number;
  readonly sentences: readonly string[];
}
