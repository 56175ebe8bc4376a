import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Environment } from '../../libs/application/src/index.ts';
import { openSmtpChannel } from '../../libs/channels/src/adapters/smtp/index.ts';
import { openSqliteJobQueue } from '../../libs/queue/src/adapters/sqlite/index.ts';
import type { JobQueue } from '../../libs/queue/src/index.ts';
import { startOutgoing, type Outgoing } from '../worker/outgoing.ts';
import { deliveryPolicy as policy } from '../worker/queue-carrier.ts';
import type { Settings } from './settings.ts';

/** The queue of deliveries: in Redis where several processes share one, else in a file of its own. Redis is loaded only where it is used. */
const openQueue = async ({ dataDir, redisUrl }: Settings): Promise<JobQueue> => {
  if (redisUrl === undefined) return openSqliteJobQueue({ path: join(dataDir, 'queue.db'), policy });
  const { openBullJobQueue } = await import('../../libs/queue/src/adapters/bullmq/index.ts');
  return openBullJobQueue({ url: redisUrl, name: 'deliveries', prefix: 'rapporteur', policy });
};

/** Begins to bring what goes out of a deployment. @throws EventStoreError when the store is away */
export const startOutgoingOf = async (settings: Settings, env: () => Environment, log: Logger): Promise<Outgoing> => {
  const { mailServer } = settings;
  const mail = mailServer === undefined ? null : { channel: openSmtpChannel(mailServer), sender: mailServer.sender.address };
  const tell = (problem: string): void => {
    log.error({ problem }, 'what goes out needs a person');
  };
  return startOutgoing({ env, mail, queue: await openQueue(settings), tell });
};
