import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { EventStoreError } from '../../../libs/event-store/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { startService } from '../../standalone/serve.ts';
import { readArguments } from '../arguments.ts';
import { makeToken } from '../token.ts';
import { ApiClient } from './client.ts';
import { readCatalogue } from './catalogue.ts';
import { play } from './play.ts';
import { sentencesOf, type Played } from './tell.ts';

interface Wish {
  readonly dataDir: string;
  readonly until: string;
  readonly json: boolean;
}

/** The last day of the year that is played. */
const lastDay = '2015-12-31';

const readWish = (argv: readonly string[]): Wish => {
  const given = readArguments(argv, { valued: ['until'], switches: ['json'] });
  if ('wrong' in given) throw new CannotStart(given.wrong, { exitCode: 64 });
  const until = given.options['until'] ?? lastDay;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until < '2015-01-29')
    throw new CannotStart(`--until takes a date from 2015-01-29 on, found "${until}".`, { exitCode: 64 });
  return {
    dataDir: resolve(process.env['DATA_DIR'] ?? join('data', 'demo')),
    until: `${until}T21:00:00.000Z`,
    json: given.switches.has('json'),
  };
};

const refuseUsed = (dataDir: string): void => {
  if (existsSync(join(dataDir, 'events.db'))) {
    throw new CannotStart(
      `${dataDir} holds a record already; the demonstration does not mix with it. Set DATA_DIR to a new folder, or delete this one.`,
      { exitCode: 73 },
    );
  }
};

const showProgress =
  (begun: number) =>
  (done: number, total: number, what: string): void => {
    if (!process.stderr.isTTY && done % 20 !== 0 && done !== total) return;
    const seconds = (Date.now() - begun) / 1000;
    const left = Math.round((seconds / done) * (total - done));
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}${done}/${total} ${what}, ${(done / seconds).toFixed(1)}/s, ${left} s left${process.stderr.isTTY && done !== total ? '   ' : '\n'}`,
    );
  };

const runPlay = async ({ dataDir, until }: Wish): Promise<Played> => {
  const begun = Date.now();
  const settings = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    logLevel: 'warn',
    clock: { mode: 'virtual', start: '2015-01-29T08:00:00.000Z' },
    ledgerDomain: 'demo.rapporteur.localhost',
  } as const;
  const service = await startService(settings, pino({ level: 'warn' }, pino.destination(2)));
  try {
    const { token } = await makeToken(service.deployment.env, { role: 'operator', member: null, language: 'en', label: 'demonstration' });
    const result = await play({ client: new ApiClient(service.url), operatorToken: token, until, progress: showProgress(begun) });
    return { ...result, catalogue: await readCatalogue(service.deployment.env.store), seconds: (Date.now() - begun) / 1000 };
  } finally {
    await service.stop();
  }
};

const run = async (): Promise<number> => {
  try {
    const wish = readWish(process.argv.slice(2));
    refuseUsed(wish.dataDir);
    const played = await runPlay(wish);
    const complete = wish.until >= lastDay;
    const told = wish.json ? [JSON.stringify(played)] : sentencesOf(played, { complete, dataDir: wish.dataDir });
    told.forEach((sentence) => process.stdout.write(`${sentence}\n`));
    return complete && played.catalogue.missing.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof EventStoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof CannotStart ? error.exitCode : 74;
  }
};

process.exitCode = await run();
