import { erasedIn } from '../../event-store/src/index.ts';
import { dataHashOf } from './leaf.ts';

/** An event as it is found in a log or a bundle. */
interface Found {
  readonly streamId: string;
  readonly revision: bigint | number;
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** An erasure as the log tells it, as far as it has come. */
interface Decided {
  readonly requestedBy: string | null;
  readonly isApproved: boolean;
  readonly listed: Set<string>;
}

interface Listed {
  readonly stream: string;
  readonly revision: number;
  readonly dataHash: string;
  readonly leftHash: string;
}

interface Claim {
  readonly index: number;
  readonly event: string;
  readonly by: string;
  readonly content: string;
}

const category = 'erasure-';

const contentOf = ({ stream, revision, dataHash, leftHash }: Listed): string => `${stream}@${revision} ${dataHash} ${leftHash}`;

const undecided = (): Decided => ({ requestedBy: null, isApproved: false, listed: new Set() });

const isBySecond = ({ requestedBy }: Decided, { actor, role }: Found['metadata']): boolean =>
  requestedBy !== null && requestedBy !== actor && role === 'data_protection';

const listedIn = (data: unknown): readonly Listed[] => (data as { readonly events?: readonly Listed[] }).events ?? [];

/** Missing content that a ledger accepts: what one person asked to be erased, another of the data-protection role confirmed, and the log lists. */
export class ErasureCover {
  readonly #decided = new Map<string, Decided>();
  readonly #claims: Claim[] = [];

  /** Learns an event, in the order of the log. @param index  its place among the ledgered events */
  learn(found: Found, index: number): void {
    if (found.streamId.startsWith(category)) this.#decide(found);
    const erased = erasedIn(found.data);
    if (erased === null) return;
    const { streamId: stream, revision, type, data } = found;
    const content = contentOf({ stream, revision: Number(revision), dataHash: erased.dataHash, leftHash: dataHashOf(data) });
    this.#claims.push({ index, event: `${stream}@${revision} (${type})`, by: erased.by, content });
  }

  /** Events whose content is missing. */
  get erased(): number {
    return this.#claims.length;
  }

  /** The first event whose content is missing though no erasure on record covers it, or whose remains are not those that were listed. */
  uncovered(): { readonly index: number; readonly event: string } | null {
    return this.#claims.find(({ by, content, event }) => event.startsWith(category) || !this.#isListed(by, content)) ?? null;
  }

  #isListed(by: string, content: string): boolean {
    return this.#decided.get(by)?.listed.has(content) === true;
  }

  #decide(found: Found): void {
    const { streamId, type, metadata, data } = found;
    const id = streamId.slice(category.length);
    const before = this.#decided.get(id) ?? undecided();
    if (type === 'ErasureScopeListed' && before.isApproved) listedIn(data).forEach((event) => before.listed.add(contentOf(event)));
    if (type === 'ErasureRequested') this.#decided.set(id, { ...before, requestedBy: metadata['actor'] ?? null });
    if (type === 'ErasureApproved') this.#decided.set(id, { ...before, isApproved: isBySecond(before, metadata) });
  }
}
