// What goes wrong next, as a test asked for it.
import { status, type ServiceError } from '@grpc/grpc-js';
import { failure } from './messages.ts';

export type Operation =
  'Read' | 'Subscribe' | 'BatchAppend' | 'Append' | 'Delete' | 'Tombstone' | 'GetSupportedMethods' | 'Gossip' | 'StartScavenge';

/**
 * `when`: before or after the log has been changed (a read: before its first event, or after `events` of them).
 * `how`: fail with a status, never answer, end cleanly, name another leader, answer late or twice.
 */
export interface Fault {
  readonly operation: Operation;
  readonly when: 'before' | 'after';
  readonly how: 'fail' | 'silent' | 'end' | 'not_leader' | 'late' | 'twice' | 'timeout_in_band' | 'denied_in_band' | 'not_ready_in_band';
  readonly code?: number;
  readonly message?: string;
  readonly events?: number;
  readonly ms?: number;
  /** Default 1. */
  readonly times?: number;
}

export class Faults {
  #pending: { readonly fault: Fault; left: number }[] = [];
  /** How many have happened. */
  happened = 0;

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
    this.happened = 0;
  }

  /** Takes what is to go wrong with this call, or null. */
  take(operation: Operation): Fault | null {
    const found = this.#pending.find(({ fault, left }) => fault.operation === operation && left > 0);
    if (found === undefined) return null;
    found.left -= 1;
    this.happened += 1;
    return found.fault;
  }
}

export const failureOf = ({ code = status.UNAVAILABLE, message = 'as the test asked' }: Fault): ServiceError => failure(code, message);
