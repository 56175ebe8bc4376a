import type { EventStore, GlobalPosition, Upcasters } from '../../../event-store/src/index.ts';
import { followable } from '../runner/checkpoint.ts';
import { startProjections, type RunnerParts } from '../runner/run-projections.ts';
import type { ProjectionRunner, RunnerStanding, Unparked } from '../runner/runner.port.ts';
import { openReadModelsAsTheyAre, type Cell, type ReadDatabase, type ReadModelFile } from '../storage/read-database.ts';
import { asBuilt } from './not-built.ts';
import type { ReadModelSet } from './read-model-set.ts';

interface Shown {
  readonly db: ReadModelFile;
  readonly read: ReadDatabase;
  readonly runner: ProjectionRunner;
  /** Read models whose tables are another program's: shown as they stand, followed no longer. */
  readonly outdated: readonly string[];
}

interface Parts {
  readonly store: EventStore;
  readonly upcasters: Upcasters;
  readonly set: ReadModelSet;
  readonly tell: NonNullable<RunnerParts['tell']>;
}

const follow = ({ store, upcasters, set, tell }: Parts, path: string): Shown => {
  const asTheyAre = openReadModelsAsTheyAre(path);
  const db = asTheyAre ?? set.open(path);
  const projections = followable(db, set.projections);
  const outdated = set.projections.filter((projection) => !projections.includes(projection)).map(({ name }) => name);
  const runner = startProjections({ store, db, projections, upcasters, tell });
  return { db, read: outdated.length === 0 ? db : asBuilt(db), runner, outdated };
};

/**
 * The read models that readers of the present are shown, and the runner that keeps them up to date; another version takes their
 * place without a reader noticing.
 */
export class LiveReadModels implements ReadDatabase, ProjectionRunner {
  readonly #parts: Parts;
  #shown: Shown;
  readonly caughtUp: Promise<void>;
  readonly faulted: Promise<string>;

  /** @param path  a file of the set, of this program or an earlier one; made when it is not there */
  constructor(parts: Parts, path: string) {
    this.#parts = parts;
    this.#shown = follow(parts, path);
    this.caughtUp = this.#shown.runner.caughtUp;
    this.faulted = this.#shown.runner.faulted;
  }

  get = <Row>(sql: string, ...cells: readonly Cell[]): Row | undefined => this.#shown.read.get<Row>(sql, ...cells);

  all = <Row>(sql: string, ...cells: readonly Cell[]): readonly Row[] => this.#shown.read.all<Row>(sql, ...cells);

  standing = (): RunnerStanding => this.#shown.runner.standing();

  /** Read models that are shown as an earlier program left them. */
  outdated = (): readonly string[] => this.#shown.outdated;

  unasked = (): Readonly<Record<string, number>> => this.#shown.runner.unasked();

  waitForPosition = async (position: GlobalPosition, timeoutMs = 2_000): Promise<'reached' | 'late'> => {
    const { runner } = this.#shown;
    const begun = performance.now();
    const answer = await runner.waitForPosition(position, timeoutMs);
    if (answer === 'reached') return this.#shown.outdated.length === 0 ? 'reached' : 'late';
    // Another version took over while we waited: it is as far as the one before, and goes on.
    const left = timeoutMs - (performance.now() - begun);
    return this.#shown.runner === runner || left <= 0 ? answer : this.waitForPosition(position, left);
  };

  unpark = (projection: string, key: string): Promise<Unparked> => this.#shown.runner.unpark(projection, key);

  /**
   * Shows the version in another file from now on, once it is where the present one is.
   *
   * @param swap  records it; what readers see changes in the same turn
   */
  adopt = async (path: string, swap: () => void): Promise<void> => {
    const next = follow(this.#parts, path);
    const before = this.#shown;
    try {
      await next.runner.caughtUp;
      while ((next.runner.standing().position ?? 0n) < (before.runner.standing().position ?? 0n))
        await next.runner.waitForPosition(before.runner.standing().position ?? (0n as GlobalPosition));
      swap();
    } catch (error) {
      await next.runner.stop();
      next.db.close();
      throw error;
    }
    this.#shown = next;
    await before.runner.stop();
    before.db.close();
  };

  stop = (): Promise<void> => this.#shown.runner.stop();

  close = (): void => {
    this.#shown.db.close();
  };
}
