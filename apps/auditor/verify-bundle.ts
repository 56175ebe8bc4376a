import canonicalize from 'canonicalize';
import { upcasters } from '../../libs/application/src/upcasters.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import {
  bundleFiles,
  BundleReader,
  verifyBundle as verifyFiles,
  type BundledEvent,
  type BundleVerdict,
  type Checkpoint,
  type Policy,
} from '../../libs/ledger/src/index.ts';
import { differingTables, Replay, shippedProjections } from '../../libs/projections/src/index.ts';
import { exitCodes, type Report } from './report.ts';

/** What an auditor asks of a bundle. */
export interface BundleQuestion {
  readonly path: string;
  readonly policy: Policy;
  readonly retained: Checkpoint | null;
  /** Whether the events are read into an empty system, and what it then shows compared. */
  readonly replays: boolean;
  readonly tell: (line: string) => void;
}

interface Expected {
  readonly size: number;
  readonly tables: Readonly<Record<string, string>>;
}

/** Equal to nothing that a replay could give. */
const nothingExpected: Expected = { size: -1, tables: {} };

/** Reads it in its one spelling; anything else is equal to nothing. */
const readExpected = (bytes: Buffer): Expected => {
  try {
    const { size, tables } = JSON.parse(bytes.toString('utf8')) as Partial<Expected>;
    const isWhole = Number.isSafeInteger(size) && typeof tables === 'object';
    if (!isWhole || size === undefined || `${canonicalize({ size, tables }) ?? ''}\n` !== bytes.toString('utf8')) return nothingExpected;
    return { size, tables };
  } catch {
    // Damaged as it is, it is equal to nothing.
    return nothingExpected;
  }
};

/** What the bundle says that the read models held; null when it says nothing of the kind. */
const expectedIn = async (path: string): Promise<Expected | null> => {
  const bundle = await BundleReader.open(path);
  if (!(bundle instanceof BundleReader)) return null;
  try {
    const bytes = await bundle.read(bundleFiles.expected);
    return bytes === null ? null : readExpected(bytes);
  } catch {
    // It cannot be read to its end: told as that when the files are checked.
    return nothingExpected;
  } finally {
    bundle.close();
  }
};

const sentences: Readonly<Record<number, string>> = {
  [exitCodes.altered]: 'ALTERED',
  [exitCodes.signature]: 'NOT SIGNED AS THE POLICY ASKS',
  [exitCodes.fork]: 'FORK',
  [exitCodes.incomplete]: 'INCOMPLETE',
};

/** An auditor's bundle that does not say what there is to compare with. */
const untold: Report = { exitCode: exitCodes.incomplete, sentences: [`INCOMPLETE: file_missing, ${bundleFiles.expected}.`] };

const toReport = (verdict: BundleVerdict): Report => {
  if (!verdict.good)
    return { exitCode: verdict.code, sentences: [`${sentences[verdict.code] ?? 'REFUSED'}: ${verdict.why}, ${verdict.where}.`] };
  const { entries, files, size, origin } = verdict;
  return {
    exitCode: exitCodes.good,
    sentences: [
      `${files} files are what ${origin} signed them to be.`,
      verdict.cut === 'auditor'
        ? `All ${size} entries, with their data, have the root that is signed and cosigned.`
        : `${entries} entries, with their data, are among the ${size} of the root that is signed and cosigned.`,
    ],
  };
};

const progressEvery = 100_000;

/** The replay of a bundle, and what it comes to. */
class ReplayCheck {
  readonly #replay = new Replay(openMemoryEventStore(), upcasters);
  #failed: string | null = null;

  async add(event: BundledEvent): Promise<void> {
    if (this.#failed !== null) return;
    try {
      await this.#replay.add(event);
    } catch {
      // The store takes no such event: that is what the replay found, told in the end.
      this.#failed = `${event.streamId}@${event.revision} (${event.type})`;
    }
  }

  /** @returns null when an empty system shows what the bundle says it showed */
  async differs({ size, tables }: Expected, replayed: number): Promise<string | null> {
    const found = await this.#replay.finish();
    if (this.#failed !== null) return `no store takes ${this.#failed}`;
    if (found === null) return 'a read model cannot follow the events';
    if (size !== replayed) return `it was shown after ${size} entries, ${replayed} were replayed`;
    const differing = differingTables(found, tables, shippedProjections);
    return differing.length === 0 ? null : differing.join(', ');
  }

  async drop(): Promise<void> {
    await this.#replay.drop();
  }
}

/** Counts what is read, and hands it to the replay. */
const following =
  (replay: ReplayCheck | null, tell: (line: string) => void) =>
  async (event: BundledEvent): Promise<void> => {
    if (event.n > 0 && event.n % progressEvery === 0) tell(`${event.n} entries`);
    await replay?.add(event);
  };

const replayed = async (path: string, replay: ReplayCheck, size: number, report: Report): Promise<Report> => {
  const expected = await expectedIn(path);
  if (expected === null) return untold;
  const differing = await replay.differs(expected, size);
  if (differing !== null) return { exitCode: exitCodes.replay, sentences: [`REPLAY DIFFERS: ${differing}.`] };
  const count = Object.keys(expected.tables).length;
  return { ...report, sentences: [...report.sentences, `Read anew into an empty system, the events give the same ${count} tables.`] };
};

/**
 * Checks an evidence bundle: no database of ours, no network; nothing is written.
 *
 * @returns 0 good, 10 altered, 20 signature or quorum, 30 fork, 40 incomplete, 50 replay differs
 */
export const verifyBundle = async ({ path, policy, retained, replays, tell }: BundleQuestion): Promise<Report> => {
  const isWhole = (await expectedIn(path)) !== null;
  const replay = replays && isWhole ? new ReplayCheck() : null;
  const verdict = await verifyFiles(path, { policy, retained, onEvent: following(replay, tell) });
  const report = toReport(verdict);
  if (replay === null) return verdict.good && verdict.cut === 'auditor' && !isWhole ? untold : report;
  if (verdict.good) return replayed(path, replay, verdict.size, report);
  await replay.drop();
  return report;
};
