import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, instant, type TestApplication } from '../../../test/support/application.ts';
import { startTestServer, type TestServer } from '../../../test/support/kurrentdb-test-server/start.ts';
import { recordOpenCall, topicDraft } from '../../../test/support/opened.ts';
import { setupCaller } from '../../standalone/opening.ts';
import { openKurrentDbEventStore } from '../../../libs/event-store/src/adapters/kurrentdb/index.ts';
import type { ErasureBasis } from '../../../libs/domain/src/index.ts';
import type { ErasureSubject } from '../../../libs/domain/src/erasure/index.ts';
import { carryOutOnCluster } from './on-cluster.ts';

const name = 'Canary Registrar';
const title = 'A canary of a title';

describe('erasures on a cluster', () => {
  let folder: string;
  let server: TestServer;
  let application: TestApplication;
  let told: string[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-cluster-erasure-'));
    told = [];
    server = await startTestServer({ nodes: 3, file: join(folder, 'log') });
    application = bootApplication('2015-02-10T12:00:00.000Z', openKurrentDbEventStore(server.url));
    const clock = { mode: 'virtual', start: instant('2015-02-10T12:00:00.000Z'), rate: 1 } as const;
    await application.done(setupCaller, 'openLedger', { origin: 'localhost/test', uuid: crypto.randomUUID(), vkey: 'test+00+AA', clock });
    await recordOpenCall(application, ['KE']);
  });
  afterEach(async () => {
    await application.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const stored = (): string => {
    const lines = readFileSync(join(folder, 'log'), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => Buffer.from((JSON.parse(line) as { data: string }).data, 'base64').toString('utf8')).join('\n');
  };

  const decided = async (subject: ErasureSubject): Promise<string> => {
    const basis: ErasureBasis = 'asked_by_the_person';
    const guard = callerAs('data_protection', null);
    const { id } = await application.done(guard, 'requestErasure', { subject, basis, reason: 'Asked in writing.' });
    await application.done(callerAs('data_protection', null, 'second'), 'approveErasure', { erasureId: id });
    return id;
  };

  const carryOut = (): Promise<string> =>
    carryOutOnCluster({ dataDir: folder, events: server.url }, (line) => {
      told.push(line);
    });

  const endOf = async (erasureId: string): Promise<unknown> =>
    (await Array.fromAsync(application.env.store.readStream(`erasure-${erasureId}`))).find(({ type }) => type === 'ErasurePurged')?.data;

  const personWith = async (): Promise<string> => {
    const details = { name, title: null, organisation: null, email: null, telephone: null, language: 'fr' } as const;
    return (await application.done(callerAs('officer', null), 'registerPerson', { details })).id;
  };

  it('close the stream of a person, have every node rewritten, and put on record by which scavenge', async () => {
    const erasureId = await decided({ object: 'person', id: await personWith() });
    expect(stored()).toContain(name);
    expect(await carryOut()).toContain('1 erasures are carried out on 3 nodes');
    expect(stored()).not.toContain(name);
    const nodes = server.ports.map((port) => ({ node: `127.0.0.1:${port}`, scavengeId: expect.any(String) }));
    expect(await endOf(erasureId)).toMatchObject({ events: 0, streams: 1, files: 0, nodes });
    expect(await carryOut()).toBe('Nothing waits to be erased.');
  });

  it('are not said to be done while a node is away, and are done once it is back', async () => {
    const erasureId = await decided({ object: 'person', id: await personWith() });
    await server.tell({ do: 'kill', node: 1 });
    await expect(carryOut()).rejects.toThrow('are away');
    expect([await endOf(erasureId), stored().includes(name)]).toStrictEqual([undefined, true]);
    await server.tell({ do: 'revive', node: 1 });
    expect(await carryOut()).toContain('carried out');
    expect([await endOf(erasureId), stored().includes(name)]).toStrictEqual([expect.objectContaining({ streams: 1 }), false]);
  });

  it('that take wording out of recorded events wait, and that is said', async () => {
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(title));
    const topic = await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id });
    const erasureId = await decided({ object: 'topic', id: topic.id });
    expect(await carryOut()).toBe('Nothing is carried out.');
    expect(told.filter((line) => line.includes('a server does not rewrite events'))).toHaveLength(1);
    expect([await endOf(erasureId), stored().includes(title)]).toStrictEqual([undefined, true]);
  });
});
