import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Disposed, EventStoreError } from '../../errors.ts';
import { within } from './deadline.ts';

/** Makes a client; called again whenever one had to be given up. */
export type MakeClient = () => Promise<KurrentDBClient>;

/** The client waits for one such interval before its first read: half a second, unless it is told otherwise. */
const quickToConnect = (url: string): string =>
  /[?&]discoveryInterval=/i.test(url) ? url : `${url}${url.includes('?') ? '&' : '?'}discoveryInterval=50`;

/** Makes clients of a server or cluster. The package is loaded with the first: whoever keeps the log in a file does not pay for it. */
export const clientAt =
  (url: string): MakeClient =>
  async () => {
    const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
    return KurrentDBClient.connectionString(quickToConnect(url));
  };

const spoils = new Set(['unavailable', 'deadline_exceeded', 'unknown']);

/**
 * Keeps one client, and replaces it after every failure that may have spoiled it: the client caches a failed discovery for ever, its
 * reads never connect again once the first connection failed, and a batch stream that ended cleanly takes appends and answers none.
 */
export class ClientKeeper {
  readonly #make: MakeClient;
  #client: Promise<KurrentDBClient> | null = null;
  #closed = false;
  /** Clients that were given up so far. */
  replaced = 0;

  constructor(make: MakeClient) {
    this.#make = make;
  }

  /** @throws Disposed */
  current(): Promise<KurrentDBClient> {
    if (this.#closed) return Promise.reject(new Disposed());
    this.#client ??= this.#make();
    return this.#client;
  }

  /** Gives the client up when the failure may have spoiled it and nobody has replaced it yet. */
  judge(client: KurrentDBClient | null, error: unknown): void {
    if (this.#closed || !(error instanceof EventStoreError) || !spoils.has(error.code)) return;
    void this.#replace(client);
  }

  async #replace(client: KurrentDBClient | null): Promise<void> {
    const kept = this.#client;
    if (kept === null || (client !== null && (await kept) !== client) || this.#client !== kept) return;
    this.#client = null;
    this.replaced += 1;
    await dispose(kept);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const kept = this.#client;
    this.#client = null;
    if (kept !== null) await dispose(kept);
  }
}

/** A client that cannot even be disposed of holds nothing that we still want. */
const dispose = async (kept: Promise<KurrentDBClient>): Promise<void> => {
  const disposed = kept.then((client) => client.dispose());
  await Promise.allSettled([within(disposed, { deadlineMs: 1_000, signal: undefined, outcome: 'n/a' })]);
};
