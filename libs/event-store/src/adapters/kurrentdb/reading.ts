import type { KurrentDBClient, ReadPosition, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { StreamNotFound } from '../../errors.ts';
import type { CallOptions, GlobalPosition, RecordedEvent, Revision } from '../../event-store.port.ts';
import type { Calls } from './calls.ts';
import { toRecorded } from './events.ts';

type Direction = 'forwards' | 'backwards';

/** What one read of the log brought: our events, and how far it looked. Null: there was nothing at all. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  readonly through: GlobalPosition;
}

const collect = async (source: AsyncIterable<ResolvedEvent>): Promise<readonly ResolvedEvent[]> => Array.fromAsync(source);

const ours = (resolved: readonly ResolvedEvent[]): readonly RecordedEvent[] =>
  resolved.flatMap((one) => {
    const event = toRecorded(one);
    return event === null ? [] : [event];
  });

const placeOf = (resolved: ResolvedEvent): bigint => resolved.event?.position?.commit ?? resolved.commitPosition ?? 0n;

/** Pages of the log and of streams. A page is read with a count, so that what it holds and how long it takes are bounded. */
export class Reading {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Behind `after` (exclusive), or from the first or last. The end is reached when null comes. */
  async logPage(direction: Direction, after: GlobalPosition | null, limit: number, options: CallOptions = {}): Promise<LogPage | null> {
    const isBehind = (resolved: ResolvedEvent): boolean => {
      const place = placeOf(resolved);
      return after === null || (direction === 'forwards' ? place > after : place < after);
    };
    // Forwards the server begins with the event at the position itself.
    const maxCount = limit + 1;
    const fromPosition: ReadPosition = after === null ? (direction === 'forwards' ? 'start' : 'end') : { commit: after, prepare: after };
    const read = (client: KurrentDBClient): Promise<readonly ResolvedEvent[]> =>
      collect(client.readAll({ direction, fromPosition, maxCount }));
    const resolved = (await this.#call('$all', options, read)).filter(isBehind).slice(0, limit);
    const last = resolved.at(-1);
    return last === undefined ? null : { events: ours(resolved), through: placeOf(last) as GlobalPosition };
  }

  /** From a revision (inclusive) on, or from the first or last. Empty when there is nothing there. @throws StreamNotFound, StreamDeleted */
  async streamPage(
    streamId: string,
    direction: Direction,
    from: Revision | null,
    limit: number,
    options: CallOptions = {},
  ): Promise<readonly RecordedEvent[]> {
    const fromRevision = from ?? (direction === 'forwards' ? ('start' as const) : ('end' as const));
    return ours(await this.rawStreamPage(streamId, { direction, fromRevision, maxCount: limit }, options));
  }

  /** As the server has it, its own events too. @throws StreamNotFound, StreamDeleted */
  rawStreamPage(
    streamId: string,
    how: { readonly direction: Direction; readonly fromRevision: Revision | 'start' | 'end'; readonly maxCount: number },
    options: CallOptions,
  ): Promise<readonly ResolvedEvent[]> {
    return this.#call(streamId, options, (client) => collect(client.readStream(streamId, how)));
  }

  /** Last revision that the stream shows, or null. @throws StreamDeleted */
  async lastRevision(streamId: string, options: CallOptions = {}): Promise<Revision | null> {
    try {
      return (await this.streamPage(streamId, 'backwards', null, 1, options)).at(0)?.revision ?? null;
    } catch (error) {
      if (error instanceof StreamNotFound) return null;
      throw error;
    }
  }

  /** Position of the last event that is ours. */
  async head(options: CallOptions = {}): Promise<GlobalPosition | null> {
    for (let page = await this.logPage('backwards', null, 8, options); page !== null;) {
      const last = page.events[0];
      if (last !== undefined) return last.position;
      page = await this.logPage('backwards', page.through, 256, options);
    }
    return null;
  }

  #call<T>(streamId: string, options: CallOptions, run: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    return this.#calls.make({ asked: { streamId, expected: 'any' }, options, outcome: 'n/a', repeatable: true, run });
  }
}

const sizeOf = ({ data, metadata }: RecordedEvent): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

/** Our events behind a place, as many as fit; looks on over what the server wrote for itself until it finds some or reaches the end. */
export const fittingPage = async (
  reading: Reading,
  after: GlobalPosition,
  limit: number,
  maxBytes: number,
): Promise<readonly RecordedEvent[]> => {
  for (let from = after; ;) {
    const page = await reading.logPage('forwards', from === 0n ? null : from, limit);
    if (page === null) return [];
    if (page.events.length > 0) {
      let bytes = 0;
      const end = page.events.findIndex((event) => (bytes += sizeOf(event)) > maxBytes);
      return page.events.slice(0, end === -1 ? undefined : Math.max(1, end));
    }
    from = page.through;
  }
};
