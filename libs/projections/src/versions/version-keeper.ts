import { join } from 'node:path';
import { isPassing, messageOf } from '../runner/failures.ts';
import type { BuildEnd, Troubles } from './build-version.ts';
import type { ReadModelSet } from './read-model-set.ts';
import type { BuildProgress, SetName, Version, VersionBook } from './version-book.ts';
import { beginAnew, byAnother, dropBuild, removeRetired } from './version-files.ts';

/** A build that goes on in a thread of its own. */
export interface RunningBuild {
  readonly ended: Promise<BuildEnd>;
  /** Interrupts it; what it reached is kept. */
  readonly interrupt: () => void;
}

/** A set that a service shows, and how another version of it is built and shown. */
export interface KeptSet {
  readonly set: ReadModelSet;
  /** What stands still in the version that is shown. */
  readonly troubles: () => Troubles;
  /** Shows the version in a file once it is where the present one is; calls `swap` in the turn in which readers see it. */
  readonly adopt: (path: string, swap: () => void) => Promise<void>;
}

/** How far the build of a set is. */
export interface BuildStanding extends BuildProgress {
  readonly set: SetName;
  readonly state: 'waiting' | 'building' | 'paused';
  readonly secondsLeft: number | null;
}

/** What a keeper works with. */
export interface KeeperParts {
  readonly book: VersionBook;
  readonly folder: string;
  readonly sets: readonly KeptSet[];
  /** How long a file that was replaced stays. */
  readonly graceMs: number;
  readonly startBuild: (name: SetName, path: string, tolerated: Troubles, tell: (progress: BuildProgress) => void) => RunningBuild;
  /** How often it looks whether somebody beside it asked for something. */
  readonly pollMs?: number;
  readonly tell: (event: { readonly set: SetName; readonly number: number; readonly event: string; readonly reason?: string }) => void;
}

interface Running {
  readonly number: number;
  readonly set: SetName;
  readonly build: RunningBuild;
  readonly over: Promise<void>;
  progress: BuildProgress;
}

const secondsLeft = ({ done, total, perSecond }: BuildProgress): number | null =>
  perSecond > 0 ? Math.ceil((total - done) / perSecond) : null;

/** Lets a full disk pass: the next look does it again. */
const patiently = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
};

/**
 * Builds another version of a set beside the one that is shown, whenever this program makes other tables or somebody asks for it,
 * one at a time; lets it take over when it is where the present one is; takes replaced files away.
 */
export class VersionKeeper {
  readonly #parts: KeeperParts;
  readonly #timer: NodeJS.Timeout;
  /** Sets of which nothing is begun again by itself: somebody cancelled it, or it failed. */
  readonly #givenUp = new Set<SetName>();
  #running: Running | null = null;
  #isClosing = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    for (const { set } of parts.sets) this.#resume(set);
    this.#timer = setInterval(() => {
      this.#look();
    }, parts.pollMs ?? 500);
    this.#timer.unref();
    this.#look();
  }

  /** Builds that have not taken over yet. */
  builds = (): readonly BuildStanding[] =>
    this.#parts.sets.flatMap(({ set }) => {
      const version = this.#parts.book.unfinished(set.name);
      if (version === null) return [];
      const isRunning = this.#running?.number === version.number;
      const { done, total, perSecond } = isRunning && this.#running !== null ? this.#running.progress : version;
      const state = isRunning ? 'building' : version.wanted === 'pause' ? 'paused' : 'waiting';
      return [{ set: set.name, state, done, total, perSecond, secondsLeft: isRunning ? secondsLeft({ done, total, perSecond }) : null }];
    });

  /** Interrupts what is being built; it goes on from there with the next start. */
  close = async (): Promise<void> => {
    this.#isClosing = true;
    clearInterval(this.#timer);
    this.#running?.build.interrupt();
    await this.#running?.over;
  };

  /** Where the version that is shown is not this program's, a build that was paused goes on. */
  #resume({ name, fingerprint }: ReadModelSet): void {
    const { book } = this.#parts;
    const unfinished = book.unfinished(name);
    if (unfinished?.wanted === 'pause' && book.live(name)?.fingerprint !== fingerprint) book.want(unfinished.number, 'build');
  }

  #look(): void {
    const { book, folder, graceMs, sets } = this.#parts;
    patiently(() => {
      removeRetired(book, folder, graceMs);
      for (const kept of sets) if (!this.#isClosing) this.#settle(kept);
    });
  }

  #settle(kept: KeptSet): void {
    const { book } = this.#parts;
    const version = this.#wantedVersion(kept.set);
    if (version === null) return;
    if (this.#running?.number === version.number) {
      if (version.wanted !== 'build') this.#running.build.interrupt();
    } else if (version.wanted === 'cancel') this.#drop(version, 'cancelled', 'somebody asked for it');
    else if (version.wanted === 'build' && this.#running === null) this.#start(kept, book.version(version.number) ?? version);
  }

  #wantedVersion(set: ReadModelSet): Version | null {
    const { book, folder } = this.#parts;
    const unfinished = book.unfinished(set.name);
    if (unfinished?.fingerprint === set.fingerprint) return unfinished;
    const isShown = book.live(set.name)?.fingerprint === set.fingerprint;
    if (!isShown && !this.#givenUp.has(set.name)) return beginAnew(book, folder, set);
    if (unfinished !== null) dropBuild(book, folder, unfinished, 'cancelled', byAnother);
    return null;
  }

  #drop(version: Version, state: 'cancelled' | 'failed', reason: string): void {
    const { book, folder, tell } = this.#parts;
    dropBuild(book, folder, version, state, reason);
    this.#givenUp.add(version.set);
    tell({ set: version.set, number: version.number, event: state, reason });
  }

  #start(kept: KeptSet, version: Version): void {
    const { book, folder, startBuild, tell } = this.#parts;
    const { number, set, file } = version;
    const build = startBuild(set, join(folder, file), kept.troubles(), (progress) => {
      running.progress = progress;
      patiently(() => {
        book.progress(number, progress);
      });
    });
    const over = build.ended
      .then((end) => this.#settleEnd(kept, version, end))
      .finally(() => {
        this.#running = null;
        this.#look();
      });
    const running: Running = { number, set, build, over, progress: version };
    this.#running = running;
    tell({ set, number, event: 'building' });
  }

  async #settleEnd(kept: KeptSet, version: Version, end: BuildEnd): Promise<void> {
    if (end.kind === 'ready') await this.#takeOver(kept, version);
    else if (end.kind === 'failed')
      patiently(() => {
        this.#drop(version, 'failed', end.reason);
      });
  }

  async #takeOver({ adopt }: KeptSet, version: Version): Promise<void> {
    const { book, folder, tell } = this.#parts;
    const { set, number, file } = version;
    try {
      await adopt(join(folder, file), () => {
        book.takeOver(number);
      });
      tell({ set, number, event: 'live' });
    } catch (error) {
      // A full disk leaves it as it is: built, and worth another try at the next look.
      if (isPassing(error)) return;
      const reason = messageOf(error);
      if (book.version(number)?.state === 'building') this.#drop(version, 'failed', reason);
      else tell({ set, number, event: 'live, but the one before did not end', reason });
    }
  }
}
