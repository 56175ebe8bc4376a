import { afterAll, beforeAll, jest } from '@jest/globals';
import { describeEventStore } from '../../../../../test/contract/event-store.contract.ts';
import { startTestServer, type TestServer } from '../../../../../test/support/kurrentdb-test-server/start.ts';
import { openKurrentDbEventStore } from './index.ts';

// A read takes some milliseconds of the client's own, and the contract reads a thousand times.
jest.setTimeout(90_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
});

describeEventStore('kurrentdb (test server)', async () => {
  await server.tell({ do: 'reset' });
  const store = openKurrentDbEventStore(server.url);
  return { store, clean: () => store.close() };
});
