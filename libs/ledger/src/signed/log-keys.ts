import { parseVerifierKey, type SignatureLine } from './note.ts';

/** An event as it is found in a log or a bundle. */
interface Found {
  readonly streamId: string;
  readonly type: string;
  readonly data: unknown;
}

const stream = 'ledger-main';

const keyIn = (data: unknown): string => {
  const { vkey } = data as { readonly vkey?: unknown };
  return typeof vkey === 'string' ? vkey : '';
};

/**
 * The keys that have to sign the ledger, as its own events say: the founding one, two while one replaces the other, the new one alone
 * afterwards. Whom to trust is never learned from here: a policy says that (`security.md` §2.5).
 */
export class LogKeys {
  #inForce: readonly string[] = [];

  /** Learns an event, in the order of the log. */
  learn({ streamId, type, data }: Found): void {
    if (streamId !== stream) return;
    if (type === 'LogKeyRotated') this.#inForce = [...this.#inForce, keyIn(data)];
    else if (type === 'LedgerOpened' || type === 'LogKeyRetired' || type === 'LedgerReopened') this.#inForce = [keyIn(data)];
  }

  /** Verifier keys, the newest last. */
  get inForce(): readonly string[] {
    return this.#inForce;
  }
}

/**
 * Whether a note carries a line of every key in force and of no other key of its log. The lines themselves are verified by a policy.
 *
 * @param inForce  verifier keys that had to sign
 */
export const areSignedBy = (inForce: readonly string[], origin: string, signatures: readonly SignatureLine[]): boolean => {
  const due = inForce.map(parseVerifierKey).map((key) => key?.id);
  const found = signatures.filter(({ name }) => name === origin).map(({ id }) => id);
  return due.length > 0 && due.every((id) => id !== undefined && found.includes(id)) && found.every((id) => due.includes(id));
};
