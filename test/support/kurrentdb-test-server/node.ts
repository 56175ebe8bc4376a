import type { ServiceError } from '@grpc/grpc-js';
import type { Faults } from './faults.ts';
import type { Log } from './log.ts';

/** What a node knows of itself while it serves a call. */
export interface Node {
  readonly log: Log;
  readonly faults: Faults;
  /** The failure to answer a call with that only a leader takes, or null on the leader. */
  readonly refuse: () => ServiceError | null;
  readonly leaderElsewhere: () => ServiceError;
}
