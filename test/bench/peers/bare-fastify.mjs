// A bare route: parses JSON, inserts it with what else waits, answers after COMMIT.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fastify from 'fastify';

const db = new Sqlite(join(process.env.BENCH_FOLDER, 'bare-http.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE IF NOT EXISTS log (position INTEGER PRIMARY KEY, id TEXT NOT NULL, data TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO log (id, data) VALUES (?, ?)');
let waiting = [];
const flush = () => {
  const group = waiting;
  waiting = [];
  db.exec('BEGIN IMMEDIATE');
  const answers = group.map(({ data }) => Number(insert.run(randomUUID(), data).lastInsertRowid));
  db.exec('COMMIT');
  group.forEach(({ resolve }, index) => resolve(answers[index]));
};

const server = fastify();
server.post('/drafts', async (request, reply) => {
  const position = await new Promise((resolve) => {
    waiting.push({ data: JSON.stringify(request.body), resolve });
    if (waiting.length === 1) setImmediate(flush);
  });
  reply.code(201);
  return { position };
});
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.on('SIGTERM', () => {
  server.close().then(() => {
    db.close();
    process.exit(0);
  });
});
