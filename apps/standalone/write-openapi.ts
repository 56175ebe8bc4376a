import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startClock, startPersonDirectory, upcasters, type Environment } from '../../libs/application/src/index.ts';
import { openFileBlobStore } from '../../libs/documents/src/index.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import { openShippedReadModels, shippedProjections, startProjections } from '../../libs/projections/src/index.ts';
import { ApiModule } from '../api/api.module.ts';
import { createHttpServer } from '../api/http-server.ts';
import { describeApi } from '../api/openapi.ts';

/** Text of the API's description, as it is committed. */
export const openApiText = async (): Promise<string> => {
  const store = openMemoryEventStore();
  const db = openShippedReadModels(':memory:');
  const projections = startProjections({ store, db, projections: shippedProjections, upcasters });
  const people = startPersonDirectory(store, ':memory:');
  const env: Environment = {
    store,
    read: db,
    directory: people.directory,
    projections,
    rowHistory: null,
    ledger: null,
    processes: null,
    // Nothing is handed in while the description is written.
    blobs: openFileBlobStore(join(tmpdir(), 'rapporteur-openapi'), { sweeps: false }),
    clock: startClock({ mode: 'real' }, null, Date.now),
    random: (bytes) => randomBytes(bytes),
  };
  const app = await createHttpServer(ApiModule.forEnvironment(env), pino({ level: 'silent' }));
  const text = `${JSON.stringify(describeApi(app), null, 1)}\n`;
  await app.close();
  await people.stop();
  await projections.stop();
  await store.close();
  db.close();
  return text;
};

const isProgram = process.argv[1]?.endsWith('write-openapi.js') === true;

if (isProgram && process.argv[2] !== undefined) writeFileSync(process.argv[2], await openApiText());
