import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import { EventStoreError } from '../../libs/event-store/src/index.ts';
import { createHttpServer } from '../api/http-server.ts';
import { drawUnavailable } from '../web/pages.ts';
import { openDeployment, type Deployment } from './compose.ts';
import { CannotStart, holdDataDir, type DataDirLock } from './data-dir.ts';
import { readSettings, type Settings } from './settings.ts';
import { StandaloneModule } from './standalone.module.ts';

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

const complain = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** A service that listens, and how to end it. */
export interface Service {
  readonly url: string;
  readonly deployment: Deployment;
  readonly stop: () => Promise<void>;
}

const listenSentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program. End that one, or set PORT to a free port.',
  EACCES: 'may not be used by this user. Set PORT to 1024 or higher.',
  EADDRNOTAVAIL: 'is not an address of this machine. Set HOST to one that is.',
  ENOTFOUND: 'is not an address of this machine. Set HOST to one that is.',
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const listen = async (app: NestFastifyApplication, { host, port }: Settings): Promise<string> => {
  try {
    await app.listen(port, host);
  } catch (cause) {
    const sentence = listenSentences[codeOf(cause)];
    if (sentence === undefined) throw cause;
    throw new CannotStart(`${host}:${port} ${sentence}`, { exitCode: 69, cause });
  }
  const address = app.getHttpServer().address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
};

const startListening = async (settings: Settings, log: Logger, lock: DataDirLock): Promise<Service> => {
  const deployment = await openDeployment(settings, log);
  try {
    const app = await createHttpServer(StandaloneModule.forEnvironment(deployment.env), log, drawUnavailable, settings.trustedProxies);
    const url = await listen(app, settings);
    const stop = async (): Promise<void> => {
      await app.close();
      await deployment.close();
      lock.release();
    };
    return { url, deployment, stop };
  } catch (error) {
    await deployment.close();
    throw error;
  }
};

/** Starts a service with these settings. @throws CannotStart, EventStoreError: each with one sentence for the person who started it */
export const startService = async (settings: Settings, log: Logger): Promise<Service> => {
  const lock = holdDataDir(settings.dataDir);
  try {
    return await startListening(settings, log, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
};

const endSignal = (): Promise<string> =>
  new Promise((resolve) => {
    (['SIGTERM', 'SIGINT'] as const).forEach((signal) => {
      process.on(signal, () => {
        resolve(signal);
      });
    });
  });

const sentenceOf = (error: unknown): { readonly sentence: string; readonly exitCode: number } | null => {
  if (error instanceof CannotStart) return { sentence: error.message, exitCode: error.exitCode };
  if (error instanceof EventStoreError) return { sentence: `The record cannot be opened: ${error.message}.`, exitCode: 74 };
  return null;
};

/** Serves until told to end. @returns the exit code: 0 drained, 64 wrong settings, 69 address taken, 74 disk */
export const serve = async (env: Readonly<Record<string, string | undefined>>): Promise<number> => {
  const read = readSettings(env);
  if ('wrong' in read) {
    complain(read.wrong.join('\n'));
    return 64;
  }
  const log = pino(
    { level: read.settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  const ended = endSignal();
  try {
    const service = await startService(read.settings, log);
    say(`Rapporteur serves ${service.url} from ${read.settings.dataDir}. Ctrl+C ends it.`);
    const { setUpLink } = service.deployment;
    if (setUpLink !== null)
      say(`Nobody has an account yet. The first is made at ${read.settings.publicOrigin ?? service.url}/en/set-up/${setUpLink}`);
    await ended;
    await service.stop();
    say('Rapporteur has ended; everything acknowledged is on disk.');
    return 0;
  } catch (error) {
    const known = sentenceOf(error);
    if (known === null) throw error;
    complain(known.sentence);
    return known.exitCode;
  }
};
