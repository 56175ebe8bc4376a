import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../../../../../test/support/kurrentdb-test-server/start.ts';
import { thing } from '../../../../../test/support/stores.ts';
import { Unavailable, type EventStore } from '../../index.ts';
import { openKurrentDbEventStore, scavengeCluster } from './index.ts';

describe('KurrentDB engine: a scavenge of every node', () => {
  let folder: string;
  let server: TestServer;
  let store: EventStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-scavenge-'));
    server = await startTestServer({ nodes: 3, file: join(folder, 'log') });
    store = openKurrentDbEventStore(server.url);
    await store.append('person-1', 'no_stream', [{ ...thing('a'), data: { name: 'Canary Jane' } }]);
    await store.append('thing-1', 'no_stream', [thing('kept')]);
    await store.tombstoneStream('person-1', 'any');
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const stored = (): string => {
    const lines = readFileSync(join(folder, 'log'), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => Buffer.from((JSON.parse(line) as { data: string }).data, 'base64').toString('utf8')).join('\n');
  };

  it('takes away what a tombstone hid, node by node, and says by which scavenge', async () => {
    expect(stored()).toContain('Canary Jane');
    const told: string[] = [];
    const done = await scavengeCluster(server.url, { pollMs: 20, tell: (line) => told.push(line) });
    expect(done.map(({ node }) => node)).toStrictEqual(server.ports.map((port) => `127.0.0.1:${port}`));
    expect(new Set(done.map(({ scavengeId }) => scavengeId)).size).toBe(3);
    expect(told.filter((line) => line.endsWith(': done'))).toHaveLength(3);
    expect(stored()).not.toContain('Canary Jane');
    expect((await Array.fromAsync(store.readAll())).map(({ streamId }) => streamId)).toStrictEqual(['thing-1']);
  });

  it('begins nowhere while a node is away: what that one holds would come back with it', async () => {
    await server.tell({ do: 'kill', node: 2 });
    await expect(scavengeCluster(server.url, { pollMs: 20 })).rejects.toThrow(Unavailable);
    expect(stored()).toContain('Canary Jane');
    expect(stored()).not.toContain('scavengeId');
    await server.tell({ do: 'revive', node: 2 });
    expect(await scavengeCluster(server.url, { pollMs: 20 })).toHaveLength(3);
    expect(stored()).not.toContain('Canary Jane');
  });

  it('that fails on a node is told, and done again from the beginning', async () => {
    await server.tell({ do: 'fault', fault: { operation: 'StartScavenge', when: 'before', how: 'end' } });
    await expect(scavengeCluster(server.url, { pollMs: 20 })).rejects.toThrow('ended with Failed');
    expect(stored()).toContain('Canary Jane');
    expect(await scavengeCluster(server.url, { pollMs: 20 })).toHaveLength(3);
    expect(stored()).not.toContain('Canary Jane');
  });

  it('waits for one that was running before, and then begins its own', async () => {
    const [first, second] = await Promise.all([scavengeCluster(server.url, { pollMs: 20 }), scavengeCluster(server.url, { pollMs: 20 })]);
    const ids = [...first, ...second].map(({ scavengeId }) => scavengeId);
    expect(new Set(ids).size).toBe(6);
  });

  it('that never ends is given up, and said to go on', async () => {
    await expect(scavengeCluster(server.url, { pollMs: 10, limitMs: 30 })).rejects.toThrow('did not end within 30 ms');
  });

  it('asks again where the start was not answered', async () => {
    await server.tell({ do: 'fault', fault: { operation: 'StartScavenge', when: 'before', how: 'silent' } });
    expect(await scavengeCluster(server.url, { pollMs: 20 })).toHaveLength(3);
  });
});
