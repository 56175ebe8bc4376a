import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendThing, counting, keepVersions, type KeptVersions } from '../../../../test/support/kept-versions.ts';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import type { EventStore, GlobalPosition } from '../../../event-store/src/index.ts';
import { ReadModelNotBuilt, readModelSet, type LiveReadModels, type ReadModelSet } from '../index.ts';

/** What an earlier program made, and what this one makes: `kept` as it was, `changed` with other tables, `added` for the first time. */
const earlier = readModelSet([counting('kept'), counting('changed')]);
const today = readModelSet([counting('kept'), counting('changed', 2, 'many'), counting('added')]);

describe('versions of the read models', () => {
  let folder: string;
  let store: EventStore;
  let gate: { readonly open: Promise<unknown>; readonly let: () => void };
  const services: KeptVersions[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-versions-'));
    store = openMemoryEventStore();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    gate = {
      open: promise,
      let: () => {
        resolve(undefined);
      },
    };
  });
  afterEach(async () => {
    gate.let();
    for (const service of services.splice(0)) await service.close();
    rmSync(folder, { recursive: true });
  });

  const append = (stream: string): Promise<GlobalPosition> => appendThing(store, stream);

  const start = async (set: ReadModelSet, graceMs = 0): Promise<KeptVersions> => {
    const service = await keepVersions({ store, folder, gate: gate.open, graceMs }, set);
    services.push(service);
    return service;
  };

  const end = async (service: KeptVersions): Promise<void> => {
    services.splice(services.indexOf(service), 1);
    await service.close();
  };

  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  const count = (shown: LiveReadModels, table: string, column = 'events'): unknown =>
    shown.all<Record<string, number>>(`SELECT ${column} FROM ${table} ORDER BY stream`).map((row) => row[column]);

  const states = ({ book }: KeptVersions): readonly string[] => book.all().map(({ number, state }) => `${number} ${state}`);
  const files = (): readonly string[] => readdirSync(folder).filter((name) => /^read-models\.\d+\.db$/.test(name));

  it('are not built twice where there is none: the first is shown from its first event on', async () => {
    await append('topic-a');
    const service = await start(today);
    expect([count(service.shown, 'kept'), states(service), service.keeper.builds(), service.told]).toStrictEqual([[1], ['1 live'], [], []]);
    await end(service);
    const again = await start(today);
    expect([states(again), count(again.shown, 'kept')]).toStrictEqual([['1 live'], [1]]);
  });

  it('of an earlier program are shown, and those that are the same follow, until the new one is there; readers notice nothing', async () => {
    for (const stream of ['topic-a', 'topic-b', 'topic-a']) await append(stream);
    await end(await start(earlier));
    const service = await start(today);
    const { shown } = service;
    expect([shown.outdated(), states(service)]).toStrictEqual([
      ['changed', 'added'],
      ['1 live', '2 building'],
    ]);
    expect(await shown.waitForPosition(await append('topic-b'))).toBe('late');
    expect([count(shown, 'kept'), count(shown, 'changed')]).toStrictEqual([
      [2, 2],
      [2, 1],
    ]);
    expect(() => count(shown, 'added')).toThrow(ReadModelNotBuilt);
    expect(() => count(shown, 'changed', 'many')).toThrow(ReadModelNotBuilt);
    expect(() => shown.all('SELECT nonsense(')).toThrow('incomplete input');
    expect(service.keeper.builds()).toMatchObject([{ set: 'read-models', state: 'building', done: 0 }]);
    gate.let();
    await until(() => shown.outdated().length === 0);
    expect([count(shown, 'kept'), count(shown, 'changed', 'many'), count(shown, 'added')]).toStrictEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(await shown.waitForPosition(await append('topic-a'))).toBe('reached');
    expect([service.keeper.builds(), service.told]).toStrictEqual([[], ['2 building', '2 live']]);
    await until(() => files().length === 1);
    expect([files(), states(service)]).toStrictEqual([['read-models.2.db'], ['1 removed', '2 live']]);
  });

  it('wait for a position over the moment in which another takes over', async () => {
    await end(await start(earlier));
    const service = await start(today);
    const waiting = service.shown.waitForPosition(2n as never, 5_000);
    gate.let();
    await until(() => service.shown.outdated().length === 0);
    await append('topic-a');
    await append('topic-a');
    expect(await waiting).toBe('reached');
  });

  it('that were replaced stay for the time of grace', async () => {
    await end(await start(earlier));
    gate.let();
    const service = await start(today, 60_000);
    await until(() => service.told.includes('2 live'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([files(), states(service)]).toStrictEqual([
      ['read-models.1.db', 'read-models.2.db'],
      ['1 retired', '2 live'],
    ]);
    await end(service);
    const without = await start(today);
    expect([files(), states(without)]).toStrictEqual([['read-models.2.db'], ['1 removed', '2 live']]);
  });

  it('whose building ended with the service go on with the next one; another program’s are given up', async () => {
    await end(await start(earlier));
    const service = await start(today);
    await end(service);
    const other = readModelSet([counting('kept'), counting('other')]);
    const later = await start(other);
    expect(states(later)).toStrictEqual(['1 live', '2 cancelled', '3 building']);
    await end(later);
    gate.let();
    const last = await start(other);
    await until(() => last.told.includes('3 live'));
    expect([count(last.shown, 'other'), states(last)[2]]).toStrictEqual([[], '3 live']);
  });

  it('are built anew when somebody asks; paused, they wait; cancelled, they leave no file and what is shown stays', async () => {
    await append('topic-a');
    const service = await start(today);
    const { book, shown, keeper } = service;
    const { number } = book.begin('read-models', today.fingerprint);
    await until(() => keeper.builds()[0]?.state === 'building');
    book.want(number, 'pause');
    await until(() => keeper.builds()[0]?.state === 'paused');
    book.want(number, 'build');
    await until(() => keeper.builds()[0]?.state === 'building');
    book.want(number, 'cancel');
    await until(() => keeper.builds().length === 0);
    expect([states(service), files(), book.version(number)?.reason]).toStrictEqual([
      ['1 live', '2 cancelled'],
      ['read-models.1.db'],
      'somebody asked for it',
    ]);
    expect([count(shown, 'kept'), await shown.waitForPosition(await append('topic-a'))]).toStrictEqual([[1], 'reached']);
    gate.let();
    book.begin('read-models', today.fingerprint);
    await until(() => service.told.includes('3 live'));
    expect([count(shown, 'kept'), book.live('read-models')?.number]).toStrictEqual([[2], 3]);
  });

  it('that may not take over are told and taken away; what is shown stays, and nothing is begun again by itself', async () => {
    await append('topic-a');
    await end(await start(earlier));
    const broken = readModelSet([
      counting('kept'),
      {
        ...counting('changed', 2),
        every: () => {
          throw new Error('cannot take it');
        },
      },
    ]);
    gate.let();
    const service = await start(broken);
    await until(() => service.told.includes('2 failed'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([states(service), files(), count(service.shown, 'kept')]).toStrictEqual([['1 live', '2 failed'], ['read-models.1.db'], [1]]);
    expect(service.book.version(2)?.reason).toContain('changed');
  });

  it('whose file is gone or torn come back from the log, and strange files go', async () => {
    await append('topic-a');
    await end(await start(today));
    writeFileSync(join(folder, 'read-models.1.db'), 'not a database, and long enough to be looked at as one'.repeat(100));
    ['read.db', 'history.db', 'read-models.77.db'].forEach((name) => {
      writeFileSync(join(folder, name), '');
    });
    const service = await start(today);
    expect([states(service), count(service.shown, 'kept'), files()]).toStrictEqual([['1 removed', '2 live'], [1], ['read-models.2.db']]);
    expect(existsSync(join(folder, 'read.db'))).toBe(false);
  });
});
