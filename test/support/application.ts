import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openEntrance,
  startPersonDirectory,
  upcasters,
  type Caller,
  type Clock,
  type CommandContext,
  type CommandInput,
  type CommandName,
  type CommandOutcome,
  type Environment,
  type SealedLedger,
} from '../../libs/application/src/index.ts';
import {
  commands,
  queries,
  type QueryAnswer,
  type QueryArgs,
  type QueryName,
  type UseCase,
  type Viewer,
} from '../../libs/application/src/index.ts';
import type { AccreditationId, Instant, MemberCode, Role } from '../../libs/domain/src/index.ts';
import { openFileBlobStore } from '../../libs/documents/src/index.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import type { EventStore, GlobalPosition } from '../../libs/event-store/src/index.ts';
import { deploymentKey, openSqliteSessionStore, type SignInProvider } from '../../libs/identity/src/index.ts';
import { startShippedProcesses } from '../../libs/process-managers/src/index.ts';
import { openShippedReadModels, shippedProjections, startProjections, type RowHistory } from '../../libs/projections/src/index.ts';

/** An application on memory, with a clock that stands still until it is moved. */
export interface TestApplication {
  readonly env: Environment;
  /** Folder in which the bytes of files lie. */
  readonly blobFolder: string;
  readonly moveTo: (instant: string) => void;
  /** Lets real time pass, which sessions are measured by. */
  readonly waitMs: (millis: number) => void;
  /** Moves the clock on, lets every timer on the way fire at its own instant, and waits until nothing more follows. */
  readonly walkTo: (instant: string) => Promise<void>;
  /** Resolves when processes have nothing more to do. */
  readonly settled: () => Promise<void>;
  /** What processes told a person to look at. */
  readonly alerts: readonly string[];
  readonly give: <N extends CommandName>(
    caller: Caller,
    name: N,
    input: CommandInput<N>,
    more?: Partial<CommandContext>,
  ) => Promise<CommandOutcome>;
  /** Gives a command that has to be recorded; answers its id. */
  readonly done: <N extends CommandName>(
    caller: Caller,
    name: N,
    input: CommandInput<N>,
  ) => Promise<Extract<CommandOutcome, { kind: 'done' }>['answer']>;
  readonly ask: <N extends QueryName>(name: N, args: QueryArgs<N>, viewer?: Viewer) => Promise<QueryAnswer<N>>;
  readonly close: () => Promise<void>;
}

/** Somebody who acts, without looking up an accreditation. */
export const callerAs = (role: Role, member: string | null, id = `${role}-${member ?? 'secretariat'}`): Caller => ({
  accreditationId: id as AccreditationId,
  role,
  member: member as MemberCode | null,
  grant: `accreditation-${id}@0`,
});

/** Boots the application on an engine, memory unless told. @param works  whether processes and timers run */
export const bootApplication = (
  at: string,
  store: EventStore = openMemoryEventStore(),
  rowHistory: RowHistory | null = null,
  ledger: SealedLedger | null = null,
  works = false,
  provider?: SignInProvider,
): TestApplication => {
  const db = openShippedReadModels(':memory:');
  let millis = Date.parse(at);
  const clock: Clock = {
    now: () => new Date(millis).toISOString() as Instant,
    advanceTo: (to) => {
      millis = Math.max(millis, Date.parse(to));
    },
  };
  const projections = startProjections({ store, db, projections: shippedProjections, upcasters });
  const blobFolder = mkdtempSync(join(tmpdir(), 'rapporteur-blobs-'));
  const people = startPersonDirectory(store, ':memory:');
  let drawn = 0;
  let realMs = Date.now();
  const sessions = openSqliteSessionStore(':memory:');
  const entrance = openEntrance(
    sessions,
    {
      key: deploymentKey(new Uint8Array(32).fill(7)),
      address: { origin: null },
      setUp: null,
      ...(provider === undefined ? {} : { provider }),
    },
    () => realMs,
  );
  const alerts: string[] = [];
  const alert = (problem: string): void => void alerts.push(problem);
  const processes = works ? startShippedProcesses({ store, clock, env: () => env, alert }, ':memory:') : null;
  const env: Environment = {
    store,
    read: db,
    directory: people.directory,
    projections,
    rowHistory,
    ledger,
    blobs: openFileBlobStore(blobFolder, { sweeps: true }),
    processes,
    clock,
    entrance,
    random: (bytes) => new Uint8Array(bytes).fill((drawn += 1) % 251),
  };
  let keys = 0;
  const give: TestApplication['give'] = (caller, name, input, more = {}) =>
    (commands[name] as UseCase<typeof input>).run(env, input, {
      caller,
      idempotencyKey: `key-${(keys += 1)}`,
      dryRun: false,
      ifMatch: null,
      correlationId: 'test',
      ...more,
    });
  return {
    env,
    blobFolder,
    moveTo: (instant) => {
      millis = Date.parse(instant);
    },
    waitMs: (millis) => {
      realMs += millis;
    },
    walkTo: async (target) => {
      for (;;) {
        await processes?.idle();
        const [due] = (await processes?.duesAfter(clock.now())) ?? [];
        if (due === undefined || due > target) break;
        clock.advanceTo(due);
      }
      clock.advanceTo(target as Instant);
      await processes?.idle();
    },
    settled: async () => processes?.idle(),
    alerts,
    give,
    done: async (caller, name, input) => {
      const outcome = await give(caller, name, input);
      if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
      return outcome.answer;
    },
    ask: async (name, args, viewer = { kind: 'internal' }) => {
      const head: GlobalPosition | null = await store.head();
      if (head !== null) await projections.waitForPosition(head);
      return (await (queries[name].run as (env: Environment, args: unknown, viewer: Viewer) => unknown)(env, args, viewer)) as never;
    },
    close: async () => {
      await processes?.stop();
      await people.stop();
      sessions.close();
      await projections.stop();
      await store.close();
      db.close();
      rmSync(blobFolder, { recursive: true, force: true });
    },
  };
};

/** Boots the application on memory with its processes and timers. */
export const bootWorkingApplication = (at: string): TestApplication => bootApplication(at, undefined, null, null, true);

/** An instant as the domain writes it. */
export const instant = (text: string): Instant => text as Instant;
