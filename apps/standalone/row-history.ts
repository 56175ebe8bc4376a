import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readRowHistory, shippedProjections, type RowHistory } from '../../libs/projections/src/index.ts';

/** The row history of one deployment, kept by a thread of its own. */
export interface KeptRowHistory {
  readonly rowHistory: RowHistory;
  readonly stop: () => Promise<void>;
}

const program = import.meta.url.endsWith('.ts') ? './row-history.thread.ts' : './row-history.thread.js';

/** Shows nothing of the past until the thread has opened its file. */
const whenOpen = (opened: () => RowHistory | null, fault: () => string | null): RowHistory => ({
  fault,
  n: () => opened()?.n() ?? 0,
  sizeAt: (instant) => opened()?.sizeAt(instant) ?? 0,
  sizeAtVersion: (agendaId, version) => opened()?.sizeAtVersion(agendaId, version) ?? null,
  instantOf: (n) => opened()?.instantOf(n) ?? null,
  lend: (n, work) => {
    const history = opened();
    if (history === null) throw new RangeError(`the row history is not open yet; entry ${n} cannot be shown`);
    return history.lend(n, work);
  },
  close: () => opened()?.close(),
});

/** Starts the thread that keeps the row history of the record in a data folder. */
export const keepRowHistory = (dataDir: string, tellFault: (error: Error) => void): KeptRowHistory => {
  const [events, history] = [join(dataDir, 'events.db'), join(dataDir, 'history.db')];
  const thread = new Worker(new URL(program, import.meta.url), { workerData: { events, history } });
  let opened: RowHistory | null = null;
  let fault: string | null = null;
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      resolve();
    });
  });
  thread.once('message', () => {
    opened = readRowHistory(history, shippedProjections);
  });
  thread.once('error', (error: Error) => {
    fault = error.message;
    tellFault(error);
  });
  const stop = async (): Promise<void> => {
    opened?.close();
    thread.postMessage('end');
    await ended;
  };
  const rowHistory = whenOpen(
    () => opened,
    () => fault,
  );
  return { rowHistory, stop };
};
