import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  liveVersion,
  readRowHistory,
  rowHistorySet,
  shippedProjections,
  type KeptSet,
  type RowHistory,
  type RunnerStanding,
  type VersionBook,
} from '../../libs/projections/src/index.ts';

import type { RecordPlace } from './open-store.ts';

const program = import.meta.url.endsWith('.ts') ? './row-history.thread.ts' : './row-history.thread.js';

/** The thread that follows one file of row history. */
interface Following {
  readonly standing: () => RunnerStanding | null;
  readonly fault: () => string | null;
  /** Resolves when it has opened its file, or failed. */
  readonly opened: Promise<void>;
  readonly stop: () => Promise<void>;
}

const follow = (events: string, history: string, tellFault: (error: Error) => void): Following => {
  const thread = new Worker(new URL(program, import.meta.url), { workerData: { events, history } });
  let standing: RunnerStanding | null = null;
  let fault: string | null = null;
  const { promise: opened, resolve: open } = Promise.withResolvers<undefined>();
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      open(undefined);
      resolve();
    });
  });
  thread.on('message', (told: RunnerStanding) => {
    standing = told;
    open(undefined);
  });
  thread.once('error', (error: Error) => {
    fault = error.message;
    open(undefined);
    tellFault(error);
  });
  const stop = (): Promise<void> => {
    thread.postMessage('end');
    return ended;
  };
  return { standing: () => standing, fault: () => fault, opened, stop };
};

interface Shown {
  /** Null until the thread has made the file. */
  readonly opened: RowHistory | null;
  /** Null while an earlier program's rows are shown, to which nothing is added. */
  readonly following: Following | null;
}

const pollMs = 20;

/** The row history of one deployment, kept by a thread of its own; another version takes its place without a reader noticing. */
export class KeptRowHistory implements KeptSet {
  readonly set = rowHistorySet(shippedProjections);
  readonly #dataDir: string;
  readonly #events: string;
  readonly #tellFault: (error: Error) => void;
  #shown: Shown = { opened: null, following: null };
  #fault: string | null = null;

  constructor({ dataDir, events }: RecordPlace, book: VersionBook, tellFault: (error: Error) => void) {
    this.#dataDir = dataDir;
    this.#events = events;
    this.#tellFault = tellFault;
    try {
      this.#show(book);
    } catch (error) {
      // Whatever keeps the past from being shown must not keep the present from it.
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #show(book: VersionBook): void {
    const { file, fingerprint } = liveVersion(book, this.#dataDir, this.set);
    const path = join(this.#dataDir, file);
    if (fingerprint !== this.set.fingerprint) {
      this.#shown = { opened: readRowHistory(path, shippedProjections), following: null };
      return;
    }
    const following = this.#follow(path);
    this.#shown = { opened: null, following };
    void following.opened.then(() => {
      if (this.#shown.following !== following || following.fault() !== null) return;
      this.#shown = { opened: readRowHistory(path, shippedProjections), following };
    });
  }

  #follow(path: string): Following {
    return follow(this.#events, path, (error) => {
      this.#fail(error);
    });
  }

  #fail(error: Error): void {
    this.#fault = error.message;
    this.#tellFault(error);
  }

  readonly rowHistory: RowHistory = {
    fault: () => this.#fault,
    n: () => this.#shown.opened?.n() ?? 0,
    sizeAt: (instant) => this.#shown.opened?.sizeAt(instant) ?? 0,
    sizeAtVersion: (agendaId, version) => this.#shown.opened?.sizeAtVersion(agendaId, version) ?? null,
    instantOf: (n) => this.#shown.opened?.instantOf(n) ?? null,
    lend: (n, work) => {
      const { opened } = this.#shown;
      if (opened === null) throw new RangeError(`the row history is not open yet; entry ${n} cannot be shown`);
      return opened.lend(n, work);
    },
    close: () => this.#shown.opened?.close(),
  };

  standing = (): RunnerStanding | null => this.#shown.following?.standing() ?? null;

  troubles = (): Pick<RunnerStanding, 'stopped' | 'parked'> => this.standing() ?? { stopped: [], parked: [] };

  adopt = async (path: string, swap: () => void): Promise<void> => {
    const before = this.#shown;
    const following = this.#follow(path);
    await following.opened;
    const fault = following.fault();
    if (fault !== null) throw new Error(fault);
    const opened = readRowHistory(path, shippedProjections);
    while (opened.n() < this.rowHistory.n() && following.fault() === null) await new Promise((resolve) => setTimeout(resolve, pollMs));
    swap();
    this.#shown = { opened, following };
    this.#fault = following.fault();
    before.opened?.close();
    await before.following?.stop();
  };

  stop = async (): Promise<void> => {
    this.#shown.opened?.close();
    await this.#shown.following?.stop();
  };
}
