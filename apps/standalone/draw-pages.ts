import { pino } from 'pino';
import type { Environment } from '../../libs/application/src/index.ts';
import { createHttpServer } from '../api/http-server.ts';
import { StandaloneModule } from './standalone.module.ts';

/** What stands at an address. */
export interface Drawn {
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Pages without a network: each is drawn when it is asked for. */
export interface DrawnPages {
  readonly get: (address: string) => Promise<Drawn>;
  readonly close: () => Promise<void>;
}

/** Draws the pages and answers of a deployment in this process; nothing listens. */
export const openPages = async (env: Environment): Promise<DrawnPages> => {
  const app = await createHttpServer(StandaloneModule.forEnvironment(env), pino({ level: 'silent' }));
  return {
    get: async (address) => {
      const { statusCode, headers, rawPayload } = await app.inject({ method: 'GET', url: address });
      return { status: statusCode, mediaType: (headers['content-type'] ?? '').split(';')[0] ?? '', bytes: rawPayload };
    },
    close: () => app.close(),
  };
};
