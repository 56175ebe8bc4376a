import { Worker } from 'node:worker_threads';
import type { BuildEnd, BuildProgress, RunningBuild, SetName, Troubles } from '../../libs/projections/src/index.ts';

const program = import.meta.url.endsWith('.ts') ? './build.thread.ts' : './build.thread.js';

type Message = { readonly progress: BuildProgress } | { readonly end: BuildEnd };

/** Builds versions of read models of a record, a file or a server, each in a thread of its own. */
export const buildingIn =
  (events: string) =>
  (name: SetName, path: string, tolerated: Troubles, tell: (progress: BuildProgress) => void): RunningBuild => {
    const { stopped, parked } = tolerated;
    const workerData = { events, name, path, tolerated: { stopped, parked } };
    const thread = new Worker(new URL(program, import.meta.url), { workerData });
    const { promise: ended, resolve } = Promise.withResolvers<BuildEnd>();
    thread.on('message', (message: Message) => {
      if ('progress' in message) tell(message.progress);
      else resolve(message.end);
    });
    thread.once('error', (error: Error) => {
      resolve({ kind: 'failed', reason: error.message });
    });
    // A thread that ends without a word has been interrupted by whatever ended it.
    thread.once('exit', () => {
      resolve({ kind: 'interrupted' });
    });
    const interrupt = (): void => {
      thread.postMessage('interrupt');
    };
    return { ended, interrupt };
  };
