import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';

/** The build that a journey is made with; another one is named by `JOURNEY_BUILD`. */
const build = resolve(process.env['JOURNEY_BUILD'] ?? 'dist');

/** A service in a process of its own, on a data folder that goes with it. */
export interface JourneyService {
  readonly url: string;
  /** A token for the operator, made at the command line as an operator makes it. */
  readonly operatorToken: string;
  /** A second reader of the log, beside the service. */
  readonly log: LogReader;
  readonly stop: () => Promise<void>;
}

/** One recorded event, as a journey looks at it. */
export interface Recorded {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly role: string;
}

export interface LogReader {
  /** Last position of the log. */
  readonly head: () => string;
  /** Events recorded after a position, but for those that processes brought about. */
  readonly since: (position: string) => readonly Recorded[];
  /** Recorded events of these types in the order of the log. */
  readonly recorded: (...types: readonly string[]) => readonly Recorded[];
  /** How often each type was recorded. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly close: () => void;
}

interface EventRow {
  readonly stream_id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const toRecorded = ({ stream_id: stream, type, data, metadata }: EventRow): Recorded => {
  const { occurredAt = '', role = '' } = JSON.parse(metadata) as Readonly<Record<string, string>>;
  const { $salt: _salt, ...said } = JSON.parse(data) as Readonly<Record<string, unknown>>;
  return { stream, type, data: said, at: occurredAt, role };
};

const readLog = (dataDir: string): LogReader => {
  const db = new Sqlite(join(dataDir, 'events.db'), { readonly: true });
  return {
    head: () => String(db.prepare('SELECT max(position) FROM events').pluck().get()),
    since: (position) =>
      db
        .prepare<[string], EventRow>('SELECT stream_id, type, data, metadata FROM events WHERE position > ? ORDER BY position')
        .all(position)
        .map(toRecorded)
        .filter(({ role }) => role !== 'process'),
    recorded: (...types) =>
      db
        .prepare<[string], EventRow>(
          'SELECT stream_id, type, data, metadata FROM events WHERE type IN (SELECT value FROM json_each(?)) ORDER BY position',
        )
        .all(JSON.stringify(types))
        .map(toRecorded),
    counts: () => Object.fromEntries(db.prepare<[], [string, number]>('SELECT type, count(*) FROM events GROUP BY type').raw().all()),
    close: () => db.close(),
  };
};

const environment = (dataDir: string, more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  ...more,
});

const makeOperatorToken = (dataDir: string): string => {
  const program = join(build, 'apps', 'operator', 'main.js');
  const made = spawnSync(process.execPath, [program, 'token', 'create', '--role', 'operator'], {
    env: environment(dataDir),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`no operator's token: ${made.stderr}`);
  return (JSON.parse(made.stdout) as { readonly token: string }).token;
};

/** Starts the service on a new record whose virtual clock begins at `start`. @throws Error with what it said when it does not start */
export const startJourneyService = async (start: string): Promise<JourneyService> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-journey-'));
  const child = spawn(process.execPath, [join(build, 'apps', 'standalone', 'main.js')], {
    env: environment(dataDir, { PORT: '0', CLOCK: `virtual:${start}` }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /serves (\S+) from/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    void ended.then((code) => {
      failed(new Error(`the service ended with ${String(code)}: ${complaints.join('')}`));
    });
  });
  const log = readLog(dataDir);
  return {
    url,
    operatorToken: makeOperatorToken(dataDir),
    log,
    stop: async () => {
      log.close();
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(dataDir, { recursive: true, force: true });
      // What processes could not do, and what failed while answering, is told there.
      if (code !== 0 || complaints.length > 0) throw new Error(`the service ended with ${String(code)}: ${complaints.join('')}`);
    },
  };
};
