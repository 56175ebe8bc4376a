import { openSmtpChannel } from '../../libs/channels/src/adapters/smtp/index.ts';
import type { AccreditationId } from '../../libs/domain/src/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import type { JobQueue } from '../../libs/queue/src/index.ts';
import { startOutgoing, type Outgoing } from '../../apps/worker/outgoing.ts';
import { bootApplication, callerAs, type TestApplication } from './application.ts';
import { partsFor } from './letters.ts';
import type { MailServer } from './mail-server.ts';
import { recordOpenCall, setup, topicDraft } from './opened.ts';
import { openLedgerOfSpec } from './sealed.ts';

/** What is on record of one message: how often it was attempted, and how it stands. */
export interface OnRecord {
  readonly attempts: number;
  readonly last: string;
}

/** Readers of Kenya who are told of each suggestion, a mail server, a queue, and the service between them. */
export interface Outgoings {
  readonly application: TestApplication;
  readonly outgoing: Outgoing;
  readonly alerts: readonly string[];
  /** Suggests so many topics, each of which every reader is told of, and lets the outbox see them. */
  readonly suggest: (topics: number) => Promise<void>;
  /** Every message on record, by its id. */
  readonly onRecord: () => Promise<ReadonlyMap<string, OnRecord>>;
  /** Waits until so many messages were taken over, moving the clock on to the next attempts. */
  readonly allAccepted: (messages: number, withinMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const accredit = async (application: TestApplication, number: number): Promise<void> => {
  const email = `reader-${String(number)}@customs.example`;
  const details = { name: `Reader ${String(number)}`, title: null, organisation: null, email, telephone: null, language: 'en' } as const;
  const { id: personId } = await application.done(setup, 'registerPerson', { details });
  const grant = { role: 'delegate', member: 'KE', validFrom: null, validUntil: null, language: 'en' } as never;
  const { id } = await application.done(setup, 'grantAccreditation', grant);
  await application.done(setup, 'linkPersonAccreditation', { personId, accreditationId: id as AccreditationId });
};

const readRecord = async (store: EventStore): Promise<ReadonlyMap<string, OnRecord>> => {
  const found = new Map<string, OnRecord>();
  for await (const { streamId: stream, type } of store.readAll()) {
    if (!stream.startsWith('delivery-')) continue;
    const id = stream.slice('delivery-'.length);
    const attempts = (found.get(id)?.attempts ?? 0) + (type === 'DeliveryAttempted' ? 1 : 0);
    found.set(id, { attempts, last: type });
  }
  return found;
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts it all. @param readers  people who are told of each suggestion */
export const openOutgoings = async (readers: number, server: MailServer, queue: JobQueue): Promise<Outgoings> => {
  const ledger = openLedgerOfSpec();
  const application = bootApplication('2015-02-10T12:00:00.000Z', undefined, null, ledger);
  const { store } = application.env;
  await recordOpenCall(application, ['KE', 'UG']);
  for (let number = 0; number < readers; number += 1) await accredit(application, number);
  await application.env.directory.upToDate();
  const alerts: string[] = [];
  const sender = 'ptc@secretariat.example';
  const outgoing = await startOutgoing({
    env: () => application.env,
    mail: { channel: openSmtpChannel(partsFor(server.port, { answerWithinMs: 10_000 })), sender },
    queue,
    tell: (problem) => void alerts.push(problem),
  });
  const suggest = async (topics: number): Promise<void> => {
    for (let topic = 0; topic < topics; topic += 1) {
      const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(`Topic ${String(topic)}`));
      await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id });
    }
    await ledger.seal(store);
  };
  const allAccepted = async (messages: number, withinMs: number): Promise<void> => {
    const end = performance.now() + withinMs;
    let before = '';
    for (;;) {
      const record = [...(await readRecord(store)).values()];
      const count = (type: string): number => record.filter(({ last }) => last === type).length;
      const [accepted, failed, attempted] = [count('DeliveryAccepted'), count('DeliveryFailed'), count('DeliveryAttempted')];
      if (accepted >= messages) return;
      const now = JSON.stringify([record.length, accepted, failed, attempted]);
      if (performance.now() > end) throw new Error(`of ${String(messages)} messages: ${now} planned, accepted, failed, attempted`);
      // Where nothing moves, what waits for its next attempt is waited for.
      if (now === before && failed + attempted > 0)
        application.moveTo(new Date(Date.parse(application.env.clock.now()) + 61_000).toISOString());
      before = now;
      await sleep(250);
    }
  };
  const close = async (): Promise<void> => {
    await outgoing.stop();
    await application.close();
    ledger.close();
  };
  return { application, outgoing, alerts, suggest, onRecord: () => readRecord(store), allAccepted, close };
};
