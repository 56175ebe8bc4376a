import { Cancelled } from '../../errors.ts';
import type { CallOptions, ReadAllOptions, ReadStreamOptions, RecordedEvent, Revision } from '../../event-store.port.ts';
import { matches } from '../../filter.ts';
import { logRange, streamRange, type Range } from '../../range.ts';
import type { Reading } from './reading.ts';

const pageSize = 256;

function* deliver(events: readonly RecordedEvent[], { signal }: CallOptions, checkOpen: () => void): Iterable<RecordedEvent> {
  for (const event of events) {
    checkOpen();
    if (signal?.aborted === true) throw new Cancelled('n/a');
    yield event;
  }
}

/** One page after another; a read that was cut off cleanly looks like its end, so only an empty page is one. */
async function* pagesOf(
  reading: Reading,
  streamId: string,
  range: Range<Revision>,
  options: ReadStreamOptions,
): AsyncIterable<readonly RecordedEvent[]> {
  const direction = range.forwards ? 'forwards' : 'backwards';
  let left = options.maxCount ?? Number.POSITIVE_INFINITY;
  for (let from = range.begin; left > 0 && (from === null || from >= 0n);) {
    const page = await reading.streamPage(streamId, direction, from, Math.min(pageSize, left), options);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    left -= page.length;
    from = last.revision + (range.forwards ? 1n : -1n);
  }
}

/** A stream, page by page. @throws StreamNotFound, StreamDeleted on the first pull */
export async function* readStreamPages(
  reading: Reading,
  streamId: string,
  options: ReadStreamOptions,
  checkOpen: () => void,
): AsyncIterable<RecordedEvent> {
  const range = streamRange(options);
  if (range === null || options.maxCount === 0) {
    // Nothing to deliver, but a stream that is not there is still told.
    await reading.streamPage(streamId, 'backwards', null, 1, options);
    return;
  }
  for await (const page of pagesOf(reading, streamId, range, options)) yield* deliver(page, options, checkOpen);
}

/** The log, page by page, filtered here. */
export async function* readLogPages(reading: Reading, options: ReadAllOptions, checkOpen: () => void): AsyncIterable<RecordedEvent> {
  const range = logRange(options);
  if (range === null) return;
  let left = options.maxCount ?? Number.POSITIVE_INFINITY;
  for (let after = range.begin; left > 0;) {
    const page = await reading.logPage(range.forwards ? 'forwards' : 'backwards', after, pageSize, options);
    if (page === null) return;
    const passing = page.events.filter((event) => matches(options.filter, event)).slice(0, left);
    yield* deliver(passing, options, checkOpen);
    left -= passing.length;
    after = page.through;
  }
}
