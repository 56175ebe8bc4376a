import { createHash } from 'node:crypto';
import { openReadModels, type ReadModelFile } from '../storage/read-database.ts';

/** Read models that are built, shown and replaced together. */
export type SetName = 'read-models' | 'row-history';

/**
 * What became of one version: `building` until it takes over, whether somebody works on it just now or not; `live` while readers are
 * shown it; `retired` when another took over; `removed` when its file went; `cancelled` and `failed` when it never took over.
 */
export type VersionState = 'building' | 'live' | 'retired' | 'removed' | 'cancelled' | 'failed';

/** How far a build is. */
export interface BuildProgress {
  /** Engine position reached, and that of the head: the number of events where positions are dense. */
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
}

/** One file of a set of read models. */
export interface Version extends BuildProgress {
  readonly number: number;
  readonly set: SetName;
  readonly file: string;
  readonly fingerprint: string;
  readonly state: VersionState;
  /** What somebody beside the builder asked for. */
  readonly wanted: 'build' | 'pause' | 'cancel';
  readonly reason: string | null;
  /** When it took its state, RFC 3339. */
  readonly since: string;
}

const ddl = `
  CREATE TABLE version (
    number INTEGER PRIMARY KEY AUTOINCREMENT, set_name TEXT NOT NULL, file TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('building', 'live', 'retired', 'removed', 'cancelled', 'failed')),
    wanted TEXT NOT NULL DEFAULT 'build' CHECK (wanted IN ('build', 'pause', 'cancel')),
    done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, per_second INTEGER NOT NULL DEFAULT 0, reason TEXT, since TEXT NOT NULL
  ) STRICT;
  CREATE TABLE live (set_name TEXT PRIMARY KEY, number INTEGER NOT NULL REFERENCES version (number)) STRICT, WITHOUT ROWID;
`;

const columns =
  'v.number, v.set_name AS "set", v.file, v.fingerprint, v.state, v.wanted, v.done, v.total, v.per_second AS perSecond, v.reason, v.since';

/** Which file of each set readers are shown, and what became of the others: `live.db`. Survives power loss; when lost, all is built anew. */
export class VersionBook {
  readonly #db: ReadModelFile;
  readonly #now: () => Date;

  constructor(path: string, now: () => Date = () => new Date()) {
    this.#db = openReadModels(path, ddl, createHash('sha256').update(ddl).digest('hex'), { isDurable: true });
    this.#now = now;
  }

  live(set: SetName): Version | null {
    return this.#db.get<Version>(`SELECT ${columns} FROM live l JOIN version v ON v.number = l.number WHERE l.set_name = ?`, set) ?? null;
  }

  /** The build of a set that has not taken over yet. */
  unfinished(set: SetName): Version | null {
    return this.#db.get<Version>(`SELECT ${columns} FROM version v WHERE v.set_name = ? AND v.state = 'building'`, set) ?? null;
  }

  all(): readonly Version[] {
    return this.#db.all<Version>(`SELECT ${columns} FROM version v ORDER BY v.number`);
  }

  version(number: number): Version | null {
    return this.#db.get<Version>(`SELECT ${columns} FROM version v WHERE v.number = ?`, number) ?? null;
  }

  /** Begins a version of a set in a file of its own. */
  begin(set: SetName, fingerprint: string): Version {
    return this.#db.transaction(() => {
      const last = this.#db.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'version'")?.seq ?? 0;
      const file = `${set}.${last + 1}.db`;
      this.#db.run(
        "INSERT INTO version (set_name, file, fingerprint, state, since) VALUES (?, ?, ?, 'building', ?)",
        set,
        file,
        fingerprint,
        this.#at(),
      );
      const begun = this.version(last + 1);
      if (begun === null) throw new Error(`version ${last + 1} was not begun`);
      return begun;
    });
  }

  progress(number: number, { done, total, perSecond }: BuildProgress): void {
    this.#db.run('UPDATE version SET done = ?, total = ?, per_second = ? WHERE number = ?', done, total, Math.round(perSecond), number);
  }

  /** Tells whoever builds what to do with the build. */
  want(number: number, wanted: Version['wanted']): void {
    this.#db.run("UPDATE version SET wanted = ? WHERE number = ? AND state = 'building'", wanted, number);
  }

  /** Shows readers this version from now on: one transaction. @returns the version that was shown before */
  takeOver(number: number): Version | null {
    return this.#db.transaction(() => {
      const version = this.version(number);
      if (version?.state !== 'building') throw new Error(`version ${number} is not being built`);
      const before = this.live(version.set);
      if (before !== null) this.#move(before.number, 'retired', null);
      this.#move(number, 'live', null);
      this.#db.run('INSERT INTO live VALUES (?, ?) ON CONFLICT (set_name) DO UPDATE SET number = excluded.number', version.set, number);
      return before;
    });
  }

  /** Ends a version that is not shown. */
  end(number: number, state: 'cancelled' | 'failed' | 'removed', reason: string | null): void {
    this.#db.transaction(() => {
      if (this.version(number)?.state === 'live') throw new Error(`version ${number} is shown to readers`);
      this.#move(number, state, reason);
    });
  }

  /** Forgets which version was shown: its file is gone or torn. */
  lose(number: number, reason: string): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM live WHERE number = ?', number);
      this.#move(number, 'removed', reason);
    });
  }

  close(): void {
    this.#db.close();
  }

  #at(): string {
    return this.#now().toISOString();
  }

  #move(number: number, state: VersionState, reason: string | null): void {
    this.#db.run('UPDATE version SET state = ?, reason = ?, since = ? WHERE number = ?', state, reason, this.#at(), number);
  }
}
