import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs } from '../../../test/support/application.ts';
import { recordOpenCall, topicDraft } from '../../../test/support/opened.ts';
import { openMemoryEventStore } from '../../event-store/src/adapters/memory/index.ts';
import { isLedgered, type EventStore } from '../../event-store/src/index.ts';
import { digestTables, openShippedReadModels, shippedProjections, startProjections } from './index.ts';

const buildInto = async (store: EventStore, path: string) => {
  const db = openShippedReadModels(path);
  const runner = startProjections({ store, db, projections: shippedProjections, upcasters: {} });
  await runner.caughtUp;
  const { silentSeconds: _silent, ...standing } = runner.standing();
  const result = { digests: digestTables(db), standing };
  await runner.stop();
  db.close();
  return result;
};

const recordedStore = async (): Promise<{ readonly store: EventStore; readonly close: () => Promise<void> }> => {
  const store = openMemoryEventStore();
  const application = bootApplication('2015-02-10T12:00:00.000Z', store);
  await recordOpenCall(application);
  const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft());
  await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id });
  await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft('kept'));
  return { store, close: () => application.close() };
};

describe('read models', () => {
  it('built twice from one log are equal, table by table, and count ledgered events only', async () => {
    const { store, close } = await recordedStore();
    const [first, second] = [await buildInto(store, ':memory:'), await buildInto(store, ':memory:')];
    expect(second.digests).toStrictEqual(first.digests);
    expect(Object.keys(first.digests).length).toBeGreaterThan(15);
    const ledgered = (await Array.fromAsync(store.readAll())).filter(({ streamId }) => isLedgered(streamId)).length;
    expect(first.standing).toMatchObject({ n: ledgered, caughtUp: true, fault: null });
    expect((await Array.fromAsync(store.readAll())).length).toBeGreaterThan(ledgered);
    await close();
  });

  it('deleted and built anew are what they were; opened again they are not built twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-read-'));
    const path = join(folder, 'read.db');
    const { store, close } = await recordedStore();
    const first = await buildInto(store, path);
    expect(await buildInto(store, path)).toStrictEqual(first);
    rmSync(path);
    expect(await buildInto(store, path)).toStrictEqual(first);
    await close();
    rmSync(folder, { recursive: true });
  });

  it('of which another runner has moved the checkpoint are left alone, with a fault that says so', async () => {
    const { store, close } = await recordedStore();
    const db = openShippedReadModels(':memory:');
    const runner = startProjections({ store, db, projections: shippedProjections, upcasters: {} });
    await runner.caughtUp;
    db.run("UPDATE checkpoint SET position = '999999'");
    const { position } = await store.append('member-XX', 'no_stream', [
      { id: '00000000-0000-5000-8000-000000000001', type: 'SomethingElse', data: {}, metadata: {} },
    ]);
    expect(await runner.waitForPosition(position ?? (0n as never), 300)).toBe('late');
    expect(runner.standing().fault).toContain('another runner writes these read models');
    await runner.stop();
    db.close();
    await close();
  });

  it('wait while the disk is full, and go on where they were when it is freed', async () => {
    const { store, close } = await recordedStore();
    const db = openShippedReadModels(':memory:');
    let failures = 0;
    const isFull = (): boolean => failures < 3;
    const full = {
      ...db,
      transaction: <T>(work: () => T): T => {
        if (!isFull()) return db.transaction(work);
        failures += 1;
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    };
    const runner = startProjections({ store, db: full, projections: shippedProjections, upcasters: {} });
    expect(runner.standing()).toMatchObject({ caughtUp: false, fault: null });
    await runner.caughtUp;
    expect([failures, runner.standing().fault, digestTables(db)]).toStrictEqual([3, null, (await buildInto(store, ':memory:')).digests]);
    await runner.stop();
    db.close();
    await close();
  });

  it('end at once while they wait', async () => {
    const { store, close } = await recordedStore();
    const db = openShippedReadModels(':memory:');
    const full = {
      ...db,
      transaction: (): never => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    };
    const runner = startProjections({ store, db: full, projections: shippedProjections, upcasters: {} });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await runner.stop();
    expect(runner.standing()).toMatchObject({ caughtUp: false, fault: null, n: 0 });
    db.close();
    await close();
  });
});
