import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describeCounting } from '../../../../test/contract/counting.contract.ts';
import { describeSessionStore } from '../../../../test/contract/session-store.contract.ts';
import { rateLimiterInMemory } from '../limits/rate-limiter.ts';
import { attemptsInMemory } from './attempts.ts';
import { openSqliteSessionStore } from './sqlite/sqlite-session-store.ts';

describeSessionStore('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-sessions-'));
  const path = join(folder, 'sessions.db');
  const store = openSqliteSessionStore(path);
  const beside = new Sqlite(path);
  return Promise.resolve({
    store,
    empty: () => {
      beside.exec('DELETE FROM session; DELETE FROM spent;');
      return Promise.resolve();
    },
    clean: () => {
      beside.close();
      store.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});

describeCounting('this process', () =>
  Promise.resolve({
    limiter: rateLimiterInMemory,
    attempts: (_kind, limit, now) => attemptsInMemory(limit, now),
    empty: () => Promise.resolve(),
    clean: () => Promise.resolve(),
  }),
);
