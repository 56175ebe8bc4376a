import type { EventStore, GlobalPosition, Upcasters } from '../../../event-store/src/index.ts';
import { startProjections } from '../runner/run-projections.ts';
import type { ProjectionRunner, RunnerStanding } from '../runner/runner.port.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ReadModelSet } from './read-model-set.ts';
import type { BuildProgress } from './version-book.ts';

/** How a build ended: what was reached is kept and the next one goes on from there, unless it failed. */
export type BuildEnd = { readonly kind: 'ready' } | { readonly kind: 'interrupted' } | { readonly kind: 'failed'; readonly reason: string };

/** What stands still in a file. */
export type Troubles = Pick<RunnerStanding, 'stopped' | 'parked'>;

interface Build {
  readonly store: EventStore;
  readonly set: ReadModelSet;
  readonly path: string;
  readonly upcasters: Upcasters;
  readonly signal: AbortSignal;
  /** What stands still in the version that is shown today: the new one has to be no worse. */
  readonly tolerated: Troubles;
  /** Told at the beginning, again and again, and in the end. */
  readonly tell: (progress: BuildProgress) => void;
  /** How often; 200 unless told. */
  readonly tellEveryMs?: number;
}

const namesOf = ({ stopped, parked }: Troubles): readonly string[] => [
  ...stopped.map(({ projection }) => projection),
  ...parked.map(({ projection, key }) => `${projection}, ${key}`),
];

/** What keeps a version that is at the head from taking over, or null. */
const objection = (db: ReadDatabase, standing: RunnerStanding, tolerated: Troubles): string | null => {
  const known = new Set(namesOf(tolerated));
  const worse = namesOf(standing).filter((name) => !known.has(name));
  if (worse.length > 0) return `stands still where the version that is shown does not: ${worse.join('; ')}`;
  const check = db.get<{ quick_check: string }>('SELECT quick_check FROM pragma_quick_check')?.quick_check;
  return check === 'ok' ? null : `the file is damaged: ${check ?? 'no answer'}`;
};

const aborted = (signal: AbortSignal): Promise<'interrupted'> =>
  new Promise((resolve) => {
    const end = (): void => {
      resolve('interrupted');
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** Tells progress until told to end. */
const telling = (
  runner: ProjectionRunner,
  total: bigint,
  { tell, tellEveryMs = 200 }: Pick<Build, 'tell' | 'tellEveryMs'>,
): (() => void) => {
  const reached = (): number => Number(runner.standing().position ?? 0n);
  const [first, begun] = [reached(), performance.now()];
  const say = (): void => {
    const done = reached();
    const seconds = (performance.now() - begun) / 1_000;
    tell({ done, total: Math.max(done, Number(total)), perSecond: seconds === 0 ? 0 : (done - first) / seconds });
  };
  say();
  const timer = setInterval(say, tellEveryMs);
  return () => {
    clearInterval(timer);
    say();
  };
};

/**
 * Builds one version of a set up to the head of the log, from where an earlier build of it ended, and looks whether it may take over.
 * The file is closed in the end.
 */
export const buildVersion = async (build: Build): Promise<BuildEnd> => {
  const { store, set, path, upcasters, signal, tolerated } = build;
  const db = set.open(path);
  const head = (await store.head()) ?? (0n as GlobalPosition);
  const runner = startProjections({ store, db, projections: set.projections, upcasters });
  const toldAll = telling(runner, head, build);
  try {
    if ((await Promise.race([runner.caughtUp, aborted(signal)])) === 'interrupted') return { kind: 'interrupted' };
    const reason = objection(db, runner.standing(), tolerated);
    return reason === null ? { kind: 'ready' } : { kind: 'failed', reason };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    toldAll();
    await runner.stop();
    db.close();
  }
};
