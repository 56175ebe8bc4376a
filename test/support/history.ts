import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import {
  historyProjections,
  openRowHistory,
  readRowHistory,
  shippedProjections,
  startProjections,
} from '../../libs/projections/src/index.ts';
import { bootApplication, type TestApplication } from './application.ts';

/** An application that keeps its past rows in a file, without a thread of their own. */
export const bootWithHistory = async (at: string): Promise<TestApplication> => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-past-'));
  const path = join(folder, 'history.db');
  const store = openMemoryEventStore();
  const file = openRowHistory(path, shippedProjections);
  const runner = startProjections({ store, db: file, projections: historyProjections(shippedProjections), upcasters: {} });
  const rowHistory = readRowHistory(path, shippedProjections);
  const application = bootApplication(at, store, rowHistory);
  await runner.caughtUp;
  return {
    ...application,
    close: async () => {
      rowHistory.close();
      await runner.stop();
      file.close();
      await application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
