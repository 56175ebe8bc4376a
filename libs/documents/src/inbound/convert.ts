import { Worker } from 'node:worker_threads';
import { conversionLimits, type ConversionFault } from './limits.ts';
import type { ConvertedText, SourceKind } from './source-kind.ts';

const program = import.meta.url.endsWith('.ts') ? './convert.thread.ts' : './convert.thread.js';

type Message = { readonly converted: ConvertedText } | { readonly fault: ConversionFault };
type Converted = ConvertedText | ConversionFault;

/** How often a conversion is looked at, in milliseconds. */
const watchEvery = 100;

const bytesIn = (statistics: Awaited<ReturnType<Worker['getHeapStatistics']>>): number =>
  statistics.used_heap_size + statistics.external_memory + statistics.malloced_memory;

const isOutOfMemory = (error: unknown): boolean => (error as { readonly code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Calls stop when a thread holds too much outside its heap too, where the engine's own limit does not reach. */
const watchMemory = (thread: Worker, maxBytes: number, stop: () => void): (() => void) => {
  const timer = setInterval(() => {
    thread.getHeapStatistics().then(
      (statistics) => {
        if (bytesIn(statistics) > maxBytes) stop();
      },
      () => {
        clearInterval(timer);
      },
    );
  }, watchEvery);
  return () => {
    clearInterval(timer);
  };
};

const runThread = (bytes: Uint8Array, kind: SourceKind, { maxSeconds, maxMegabytes }: Limits): Promise<Converted> => {
  const { promise, resolve, reject } = Promise.withResolvers<Converted>();
  const thread = new Worker(new URL(program, import.meta.url), {
    workerData: { bytes, kind },
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes, maxYoungGenerationSizeMb: 32 },
    env: {},
  });
  const tooBig: ConversionFault = { code: 'document.conversion_too_big', maxMegabytes };
  const timer = setTimeout(() => {
    resolve({ code: 'document.conversion_too_long', maxSeconds });
  }, maxSeconds * 1000);
  const unwatch = watchMemory(thread, maxMegabytes * 1024 * 1024, () => {
    resolve(tooBig);
  });
  thread.once('message', (message: Message) => {
    resolve('fault' in message ? message.fault : message.converted);
  });
  thread.once('error', (error: Error) => {
    if (isOutOfMemory(error)) resolve(tooBig);
    else reject(error);
  });
  thread.once('exit', () => {
    reject(new Error('a conversion ended without a word'));
  });
  return promise.finally(async () => {
    clearTimeout(timer);
    unwatch();
    await thread.terminate();
  });
};

interface Limits {
  readonly maxSeconds: number;
  readonly maxMegabytes: number;
  readonly maxWaiting: number;
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Turns a document into the text that the importer reads, in a thread of its own that may neither run nor grow without end.
 *
 * One at a time: what waits costs its bytes and no more.
 */
export const convertDocument = async (bytes: Uint8Array, kind: SourceKind, limits: Limits = conversionLimits): Promise<Converted> => {
  if (waiting >= limits.maxWaiting) return { code: 'document.conversion_busy' };
  waiting += 1;
  const turn = last.then(() => runThread(bytes, kind, limits));
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
};
